"""Who takes part: the baselines, and ours where it is there."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tests.stories import baselines
from tests.stories.load import Article
from tests.stories.metrics import Groups
from tests.stories.replay import Grouping, Relating, grouped

OURS = "ours"
ADAPTER = "tests.stories.ours"  # `grouping() -> Grouping` and `relating() -> Relating`


@dataclass(frozen=True, slots=True)
class Ours:
    """The reader's own way, fresh for one run."""

    grouping: Grouping
    relating: Relating


def ours() -> Ours | None:
    """The adapter's two, or None where there is no adapter."""
    if importlib.util.find_spec(ADAPTER) is None:
        return None
    adapter: Any = importlib.import_module(ADAPTER)
    return Ours(adapter.grouping(), adapter.relating())


def groupings(articles: Sequence[Article], threshold: float) -> dict[str, Groups]:
    """The stories that each makes of the articles; `threshold` is that of TF-IDF cosine."""
    found = {
        "same title": baselines.joined(baselines.title_links(articles, baselines.same), 1.0),
        "title Jaccard ≥ 0.5": baselines.joined(
            baselines.title_links(articles, baselines.jaccard), baselines.TITLE_JACCARD
        ),
        f"TF-IDF cosine ≥ {threshold:.2f}": baselines.joined(baselines.cosine_links(articles), threshold),
    }
    own = ours()
    if own:
        found[OURS] = grouped(own.grouping, articles)
    return found


def relatings() -> dict[str, Relating]:
    """Those that tell what is related, fresh for one run."""
    found: dict[str, Relating] = {
        "newest of the section": baselines.NewestOfSection(),
        "TF-IDF cosine": baselines.NearestByCosine(),
    }
    own = ours()
    return found | {OURS: own.relating} if own else found
