"""`python -m tests.stories [tune|held|all] [--json FILE]`: measure and print."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from tests.stories import baselines, contest, figures, mistakes, report
from tests.stories.load import HALVES, Article, load


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        "python -m tests.stories", description="How well stories are told apart."
    )
    parser.add_argument(
        "half", nargs="?", choices=(*HALVES, "all"), default="all", help="which half to measure"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there as well")
    return parser.parse_args()


def measure(half: str, threshold: float) -> dict[str, Any]:
    """Print the tables of one half, and return their figures; mistakes are shown of `tune` alone."""
    articles = load(half)
    print(*report.head(half, articles), "", sep="\n")
    groups = contest.groupings(articles, threshold)
    told = {name: figures.of_stories(found, articles) for name, found in groups.items()}
    print(*report.stories(told), "", sep="\n")
    answers = {name: figures.of_related(it, articles) for name, it in contest.relatings().items()}
    print(*report.related(answers), "", sep="\n")
    print(*report.targets(told.get(contest.OURS), answers.get(contest.OURS)), "", sep="\n")
    if half == "tune":
        _show_mistakes(articles, groups)
    return report.as_json(told, answers, articles)


def _show_mistakes(articles: list[Article], groups: dict[str, Any]) -> None:
    name = list(groups)[-1]
    print(f"  the stories told worst by {name}:", *mistakes.lines(groups[name], articles), "", sep="\n")


def main() -> None:
    """Choose the threshold of the baseline on `tune`, then measure the halves asked for."""
    options = _arguments()
    scores = baselines.search_threshold(load("tune"))
    print(report.searched(scores), f"  best: {scores[0][1]:.2f}", "", sep="\n")
    halves = HALVES if options.half == "all" else (options.half,)
    measured = {half: measure(half, scores[0][1]) for half in halves}
    if options.json:
        options.json.write_text(json.dumps(measured, indent=1, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()
