"""What is let go goes back to the system, also after large blocks have come and gone."""

from __future__ import annotations

import platform
import subprocess
import sys

import pytest

LARGE_BLOCKS = """
from newsreader import malloc

def resident():
    with open("/proc/self/statm") as pages:
        return int(pages.read().split()[1]) * 4096

malloc.give_back()
before = resident()
for _ in range(3):
    blocks = [b"n" * 600_000 for _ in range(60)]
    last = blocks.pop()
    del blocks
print(resident() - before)
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="an allocator of its own")
def test_large_blocks_go_back_though_a_later_one_stays() -> None:
    done = subprocess.run([sys.executable, "-c", LARGE_BLOCKS], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 5_000_000
