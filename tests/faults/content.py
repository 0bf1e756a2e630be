"""Hostile content: every door for foreign bytes with thousands of broken inputs, from a fixed beginning."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

from tests.faults.report import Tried
from tests.fuzz.seeds import mutated, seeds
from tests.fuzz.targets import TARGETS

TIMES = 300
"""Inputs for each door."""


def run(folder: Path, times: int = TIMES) -> list[Tried]:
    """Try every door; lost is what got through it or broke it, which is kept in the folder."""
    return [_tried(name, target, folder, times) for name, target in TARGETS.items()]


def _tried(name: str, target: Callable[[bytes], None], folder: Path, times: int) -> Tried:
    random, lost = Random(name), []
    for number in range(times):
        body = mutated(random.choice(seeds(name)), random)
        try:
            target(body)
        except Exception as error:  # whatever it is, it is a finding
            kept = folder / f"{name}-{number}"
            kept.write_bytes(body)
            lost.append(f"{kept.name}: {type(error).__name__} {str(error)[:200]}")
    return Tried(f"content: {name}", times, tuple(lost))
