"""Whether a refresh failed by the reader's own line: off, or with a portal that answers for all; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from urllib.parse import urlsplit

from newsreader.model import Fetched, Problem, ProblemKind, Source, SourceChecked, Visit

_OFF = frozenset([ProblemKind.DNS, ProblemKind.NETWORK, ProblemKind.TIMEOUT, ProblemKind.TLS])
_ANSWERED = frozenset(
    [
        ProblemKind.PORTAL,
        ProblemKind.NOT_A_FEED,
        ProblemKind.NO_ARTICLES,
        ProblemKind.LOGIN,
        ProblemKind.CONSENT,
        ProblemKind.SCRIPT,
        ProblemKind.REDIRECTS,
        ProblemKind.EMPTY,
        ProblemKind.INSIDE,
    ]
)
"""What a portal's own page is taken for, or where it leads (RFC 8952)."""
_HOSTS = 2
"""Hosts that all fail at once, from which on it is not them."""
_ALIKE = 3
"""The same of hosts that have never worked, where something answers: it must be the same for all."""
_TITLE = re.compile(rb"<title[^>]*>\s*([^<]+)", re.IGNORECASE)


def blamed(
    checked: Iterable[SourceChecked], visits: Mapping[str, Visit], signs: Mapping[str, str]
) -> list[tuple[Source, Problem]]:
    """The failures of a whole refresh that are no fault of the sources; `visits` are those from before it.

    Nothing came from anywhere, and sources of several hosts had worked the last time, or none ever has and
    all are silent or answer alike by their `signs`. What somebody answered in their place becomes a PORTAL
    problem.
    """
    failed: list[tuple[Source, Problem]] = []
    worked: set[str] = set()
    found: set[str] = set()
    for one in checked:
        if one.problem is None or one.problem.kind not in _OFF | _ANSWERED:
            return []
        failed.append((one.source, _portal(one.problem)))
        visit = visits.get(one.source.id, Visit())
        if visit.last_changed is not None and not visit.failures:
            worked.add(_host(one.source.url))
        if one.problem.kind in _ANSWERED:
            found.add(signs.get(one.source.id) or _led_to(one.problem))
    if any(visit.last_changed for visit in visits.values()):
        return failed if len(worked) >= _HOSTS else []
    hosts = {_host(source.url) for source, _ in failed}
    alike = not found or (len(found) == 1 and "" not in found and len(hosts) >= _ALIKE)
    return failed if alike and len(hosts) >= _HOSTS else []


def sign(asked: str, answer: Fetched) -> str:
    """By what an answer that is no news can be known again: where it led, its title, else all of it."""
    if _host(answer.url) != _host(asked):
        return _host(answer.url)
    title = _TITLE.search(answer.body)
    return title[1].decode(errors="replace") if title else blake2b(answer.body, digest_size=16).hexdigest()


def _led_to(problem: Problem) -> str:
    return problem.kind if problem.kind is ProblemKind.PORTAL else _host(problem.detail)


def _host(url: str) -> str:
    try:
        return urlsplit(url).netloc
    except ValueError:
        return ""


def _portal(problem: Problem) -> Problem:
    return problem._replace(kind=ProblemKind.PORTAL) if problem.kind in _ANSWERED else problem
