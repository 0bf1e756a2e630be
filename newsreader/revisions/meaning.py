"""Whether an article that comes again says something else than it did.

The title and the text are compared as words in one spelling (`spelling`), without counters, ads and ways
to elsewhere (`noise`). The order of paragraphs, how they are marked up, and pictures do not count. Nor does
it when one of two texts is only a part of the other because it was cut short or summed up:

* a text that is a beginning of the old one, or sentences of it making up no more than half;
* a text in the place of its own beginning that was cut off (`…`, no end of a sentence) or of a short
  announcement.

A paragraph that is added to a finished text, and a sentence taken from the middle of it, are changes.
"""

from __future__ import annotations

import re
from collections import Counter

from newsreader.model import Wording
from newsreader.revisions.noise import paragraphs, said
from newsreader.revisions.spelling import Words, flow, words

_ANNOUNCEMENT = 60  # words: a summary is seldom longer
_MOST_SENTENCES = 200  # of a summary
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|\n")
_FINISHED = re.compile(r"[.!?:][\"'”’»)\]]*$")
_CUT = re.compile(r"(?:…|\.\.\.)[\"'”’»)\]]*$")
_LABELS = re.compile(
    r"^\W*(?:update|live|liveblog|video|breaking|net binnen)\s*[:|–—-]\s*|\s*[(\[]update[^)\]]*[)\]]\s*$",
    re.IGNORECASE,
)


def changed_in_meaning(old: Wording, new: Wording) -> bool:
    """Whether a reader who read the old wording would learn something else from the new one."""
    return _other_line(_LABELS.sub("", old.title), _LABELS.sub("", new.title)) or _other_text(old, new)


def _other_line(old: str, new: str) -> bool:
    """Whether two lines differ in more than where one of them was cut off."""
    before, after = words(said(old)), words(said(new))
    if before == after or not before or not after:
        return False
    return not (
        (_CUT.search(old) and _begins(before, after)) or (_CUT.search(new) and _begins(after, before))
    )


def _other_text(old: Wording, new: Wording) -> bool:
    if old.whole is not new.whole:
        return False  # a summary and a full text: neither tells whether the other has changed
    before, after = list(paragraphs(old.blocks)), list(paragraphs(new.blocks))
    if not before or not after:
        return _other_line(old.summary, new.summary)
    first, second = list(map(words, before)), list(map(words, after))
    if flow(first) == flow(second) or Counter(first) == Counter(second):
        return _other_line(old.summary, new.summary)
    return not (_is_shortened(before, after) or _is_completed(before, after))


def _is_shortened(old: list[str], new: list[str]) -> bool:
    """Whether the new text is a beginning of the old, or sums it up in sentences of its own."""
    before, after = flow(map(words, old)), flow(map(words, new))
    if len(after) > len(before):
        return False
    half = 2 * len(after) <= len(before)
    return _begins(after, before, cut=bool(_CUT.search(new[-1]))) or (half and _in_sentences(new, before))


def _is_completed(old: list[str], new: list[str]) -> bool:
    """Whether the old text was a cut off beginning or a short announcement of the new."""
    before, after = flow(map(words, old)), flow(map(words, new))
    is_cut = not _FINISHED.search(old[-1]) or bool(_CUT.search(old[-1]))
    is_short = len(before) <= _ANNOUNCEMENT and 2 * len(before) <= len(after)
    if is_cut:
        return _begins(before, after, cut=True) or (is_short and _in_sentences(old, after))
    return is_short and (_begins(before, after) or _in_sentences(old, after))


def _begins(short: Words, long: Words, *, cut: bool = True) -> bool:
    """Whether the one text is a beginning of the other; the last word of a `cut` one may be half."""
    whole = short[:-1] if cut and len(short) > 1 else short
    if long[: len(whole)] != whole or len(long) < len(short):
        return False
    return whole == short or long[len(whole)].startswith(short[-1])


def _in_sentences(short: list[str], long: Words) -> bool:
    """Whether every sentence of the one text stands in the other."""
    haystack = f" {' '.join(long)} "
    sentences = [words(sentence) for text in short for sentence in _SENTENCE_END.split(text)]
    return len(sentences) <= _MOST_SENTENCES and all(
        f" {' '.join(sentence)} " in haystack for sentence in sentences if sentence
    )
