"""Every problem and notice has a sentence in both languages, complete and clean."""

from __future__ import annotations

from datetime import datetime
from string import Formatter

import pytest

from newsreader.model import Problem, ProblemKind
from newsreader.model.notice import Notice, NoticeKind
from newsreader.words.problems import EN, NL, ProblemWords

BOTH = pytest.mark.parametrize("words", [NL, EN], ids=["nl", "en"])
AROUND = {"nowhere", "meant", "because", "later", "until"}


def placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def test_there_is_a_field_for_every_kind_and_none_besides() -> None:
    names = set(ProblemWords._fields)
    assert names == AROUND | set(ProblemKind) | set(NoticeKind)


@pytest.mark.parametrize("name", sorted(ProblemWords._fields))
def test_both_languages_name_the_same_things_in_different_words(name: str) -> None:
    dutch, english = getattr(NL, name), getattr(EN, name)
    assert placeholders(dutch) == placeholders(english)
    assert name == "because" or dutch != english or name == "later"


@BOTH
@pytest.mark.parametrize("kind", list(ProblemKind))
@pytest.mark.parametrize("url", ["", "https://nieuws.example/feed", "https://[", "/tmp/news.db"])
@pytest.mark.parametrize("detail", ["", "503"])
def test_a_problem_is_one_sentence(words: ProblemWords, kind: ProblemKind, url: str, detail: str) -> None:
    sentence = words.sentence(Problem(kind, url, detail))
    assert sentence.endswith((".", "?"))
    assert "{" not in sentence
    assert "()" not in sentence
    assert "  " not in sentence


@BOTH
@pytest.mark.parametrize("kind", list(NoticeKind))
def test_a_notice_names_the_file_and_what_it_is_about(words: ProblemWords, kind: NoticeKind) -> None:
    notice = Notice(kind, "/home/x/settings.toml", key="keep_day", detail="'y'", hint="keep_days")
    sentence = words.notice(notice)
    assert "/home/x/settings.toml" in sentence
    assert sentence.endswith((".", "?"))
    named = {
        NoticeKind.SETTINGS_VALUE: ["keep_day", "'y'"],
        NoticeKind.SETTINGS_UNKNOWN: ["keep_day", "keep_days"],
    }
    assert all(part in sentence for part in named.get(kind, []))


def test_the_host_is_named_where_the_whole_address_would_be_noise() -> None:
    sentence = NL.sentence(Problem(ProblemKind.DNS, "https://nieuws.example/rss/lang?pad=1"))
    assert "nieuws.example" in sentence
    assert "lang" not in sentence


def test_a_moment_to_come_back_is_told_in_local_time() -> None:
    local = datetime(2026, 1, 5, 14, 5).astimezone()
    assert "14:05" in NL.sentence(Problem(ProblemKind.WAIT, "https://x.example/", retry_at=local))
    assert "later" in EN.sentence(Problem(ProblemKind.WAIT, "https://x.example/"))


@BOTH
def test_foreign_text_in_a_problem_is_cleaned_and_never_a_template(words: ProblemWords) -> None:
    sentence = words.sentence(Problem(ProblemKind.FILE, "/tmp/{detail}\x1b[2J", "a\nb\u202e{0}"))
    assert "/tmp/{detail}[2J" in sentence
    assert "a b{0}" in sentence


@BOTH
def test_an_unknown_setting_like_no_other_is_told_without_a_guess(words: ProblemWords) -> None:
    told = words.notice(Notice(NoticeKind.SETTINGS_UNKNOWN, "/x/settings.toml", key="qqqq"))
    assert told.endswith(("geen instelling.", "not a setting."))


@BOTH
def test_a_page_that_needs_a_script_may_want_a_captcha_too(words: ProblemWords) -> None:
    sentence = words.sentence(Problem(ProblemKind.SCRIPT, "https://krant.example/"))
    assert "JavaScript" in sentence
    assert "captcha" in sentence
