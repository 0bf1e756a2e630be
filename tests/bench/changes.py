"""What a change costs: judging it while it is written, and telling it word by word when it is asked for."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator

from newsreader.model import Block, BlockKind, Span, Wording
from newsreader.revisions.diff import compared
from newsreader.revisions.folding import folded
from newsreader.revisions.meaning import changed_in_meaning
from tests.bench.figures import Figure, median
from tests.bench.plan import Plan
from tests.bench.prose import Prose

WORDS = 5_000
SENTENCES = 4
"""Of a paragraph."""


def measure(plan: Plan) -> Iterator[Figure]:
    """Milliseconds for an article of which a tenth of the words, or all of them, became others."""
    prose, chance = Prose(), random.Random(1)
    old, other = _text(prose), _text(prose)
    corrected = [
        " ".join(word if chance.random() > 0.1 else prose.words(1)[0] for word in each.split())
        for each in old
    ]
    for what, new in (("a tenth corrected", corrected), ("all rewritten", other)):
        yield Figure("changes", what, WORDS, _taken(plan, old, new, _told), "ms")
    joined = _taken(plan, [" ".join(old)], [" ".join(corrected)], _told)
    yield Figure("changes", "in one paragraph", WORDS, joined, "ms")
    yield Figure(
        "changes", "judged", WORDS, _taken(plan, old, [*old[:-1], "Slot."], changed_in_meaning), "ms"
    )


def _text(prose: Prose) -> list[str]:
    paragraphs: list[str] = []
    count = 0
    while count < WORDS:
        sentences = [" ".join(prose.words(13)).capitalize() + "." for _ in range(SENTENCES)]
        paragraphs.append(" ".join(sentences))
        count += 13 * SENTENCES
    return paragraphs


def _told(old: Wording, new: Wording) -> object:
    return folded(compared(old, new)[1])


def _taken(plan: Plan, old: list[str], new: list[str], work: Callable[[Wording, Wording], object]) -> float:
    wordings = [
        Wording("Kop", "", tuple(Block(BlockKind.PARAGRAPH, (Span(text),)) for text in texts))
        for texts in (old, new)
    ]
    taken = []
    for _ in range(plan.rounds):
        started = time.process_time()
        work(*wordings)
        taken.append((time.process_time() - started) * 1000)
    return median(taken)
