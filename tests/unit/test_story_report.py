"""The program that prints the figures: what it shows of which half, and what it writes."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from tests.stories import __main__ as program
from tests.stories import baselines, contest, figures, report
from tests.stories.load import load
from tests.stories.metrics import Score


def test_mistakes_are_shown_of_tune_and_never_of_held(capsys: pytest.CaptureFixture[str]) -> None:
    shown = {}
    for half in ("tune", "held"):
        program.measure(half, 0.24)
        shown[half] = capsys.readouterr().out
    assert "told worst" in shown["tune"]
    assert "told worst" not in shown["held"]
    assert not [article.title for article in load("held") if article.title in shown["held"]]


def test_the_figures_are_written_as_json(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "figures.json"
    monkeypatch.setattr(sys, "argv", ["tests.stories", "held", "--json", str(file)])
    program.main()
    written = json.loads(file.read_text(encoding="utf-8"))
    assert set(written) == {"held"}
    assert written["held"]["articles"] == len(load("held"))
    assert written["held"]["stories"]["same title"]["b_cubed"]["precision"] == 1
    assert "TF-IDF cosine, B-cubed F1 on tune by threshold" in capsys.readouterr().out


def test_the_threshold_is_the_best_of_those_tried() -> None:
    scores = baselines.search_threshold(load("tune"))
    assert [threshold for _, threshold in sorted(scores, key=lambda one: one[1])] == list(
        baselines.THRESHOLDS
    )
    assert scores[0][0] == max(f1 for f1, _ in scores)
    assert baselines.THRESHOLDS[0] < scores[0][1] < baselines.THRESHOLDS[-1]


def test_without_an_adapter_ours_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contest, "ADAPTER", "tests.stories.nobody")
    assert contest.ours() is None
    assert contest.OURS not in contest.groupings(load("tune")[:20], 0.24)
    assert list(report.targets(None, None)) == ["  ours: not there"]


def test_targets_are_met_or_not() -> None:
    told = figures.StoryFigures(Score(0.96, 0.80), Score(1, 1), Score(1, 1), {})
    f1, precision, related = report.targets(told, figures.RelatedFigures(0.85, 0.9, 10))
    assert "F1 0.873, asked 0.90: NOT met" in f1
    assert "precision 0.960, asked 0.95: met" in precision
    assert "P@5 0.850, asked 0.85: met" in related
