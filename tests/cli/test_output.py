"""What is printed: exact in JSON, harmless in both."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsreader.cli import output

HOSTILE = "\x00\x1b[2J\x7f\x9b31m\u202e\u2028\ufeff\ud800\U000e0041 é"
SAME_CAPTURE = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@SAME_CAPTURE
@given(st.recursive(st.none() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
@pytest.mark.parametrize("lines", [False, True])
def test_json_stays_exact_and_cannot_disturb_a_terminal(
    capsys: pytest.CaptureFixture[str], lines: bool, value: object
) -> None:
    output.say_json([value, HOSTILE], lines=lines)
    out = capsys.readouterr().out
    assert json.loads(out) == [value, HOSTILE]
    assert all(character.isprintable() or character == "\n" for character in out)
    assert not lines or out.count("\n") == 1


def test_text_is_gated_and_errors_are_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    output.say(f"a{HOSTILE}\n\tb")
    output.complain("a\nb\x1b[2J")
    captured = capsys.readouterr()
    assert captured.out == "a[2J31m\n é\n\tb\n"
    assert captured.err == "newsreader: a b[2J\n"


@pytest.mark.parametrize("values", [[], [{"a": ["één", {"b": []}]}], [1, "x\ny", [], {}, None]])
def test_a_long_array_is_printed_as_a_short_one(
    values: list[object], capsys: pytest.CaptureFixture[str]
) -> None:
    output.say_json(values)
    whole = capsys.readouterr().out
    output.say_json_list(iter(values))
    assert capsys.readouterr().out == whole
