"""`python -m tests.fuzz NAME --minutes N`: atheris on one target, or on each in turn with `all`.

Atheris (pip install atheris) has no wheels for every platform, so it is not among the dependencies. What goes
wrong is written to tests/data/fuzz/NAME and from then on a case of the tests.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from tests.fuzz.seeds import FOUND, seeds


def main() -> int:
    """Run the fuzzer; the status is 1 when something was found, 2 when there is no fuzzer."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("name", help="all, or one of the targets in tests/fuzz/targets.py")
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)  # in this very process
    options = parser.parse_args()
    if find_spec("atheris") is None:
        print("atheris is not installed: pip install atheris", file=sys.stderr)
        return 2
    if options.here:
        return _fuzz(options.name, options.minutes)
    known = list(import_module("tests.fuzz.targets").TARGETS)
    names = known if options.name == "all" else [options.name]
    if not set(names) <= set(known):
        parser.error(f"{options.name} is none of {', '.join(known)}")
    return max(_apart(name, options.minutes) for name in names)


def _apart(name: str, minutes: float) -> int:
    """A process for each target: the fuzzer ends the one that it runs in."""
    command = [sys.executable, "-m", "tests.fuzz", name, "--minutes", str(minutes), "--here"]
    done = subprocess.run(command, check=False)
    print(f"{name}: {'nothing found' if done.returncode == 0 else 'something found'}", flush=True)
    return 1 if done.returncode else 0


def _fuzz(name: str, minutes: float) -> int:
    atheris = import_module("atheris")
    with atheris.instrument_imports(include=["newsreader"]):
        targets = import_module("tests.fuzz.targets").TARGETS
    found = FOUND / name
    found.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for number, seed in enumerate(seeds(name)):
            (Path(folder) / str(number)).write_bytes(seed)
        arguments = [sys.argv[0], folder, f"-max_total_time={round(minutes * 60)}", "-max_len=20000"]
        atheris.Setup([*arguments, "-timeout=20", f"-artifact_prefix={found}/"], targets[name])
        atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
