"""Near copies: wire copy under another headline, told by the shingles of the lead.

Broder, "On the resemblance and containment of documents" (1997): the share of common shingles, estimated from
the smallest hashes of each text (a bottom-k sketch).
"""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

from newsreader.stories.tokens import fold

SHINGLE = 4  # words
LEAD = 60  # words of the text
SIZE = 24  # hashes kept
FEWEST = 8
"""Shingles below which a lead is too short to be told from another."""


def sketch(words: Sequence[str]) -> tuple[int, ...]:
    """The smallest hashes of the shingles of a lead, in order; none for a lead that is too short."""
    lead = [fold(word) for word in words[:LEAD]]
    shingles = {" ".join(lead[at : at + SHINGLE]) for at in range(len(lead) - SHINGLE + 1)}
    if len(shingles) < FEWEST:
        return ()
    return tuple(sorted(crc32(shingle.encode()) for shingle in shingles)[:SIZE])


def resemblance(one: Sequence[int], other: Sequence[int]) -> float:
    """The estimated share of shingles that two leads have in common, 0 to 1."""
    both = set(one).intersection(other)
    if not both:
        return 0.0
    smallest = sorted({*one, *other})[:SIZE]
    return sum(each in both for each in smallest) / len(smallest)
