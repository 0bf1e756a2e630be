"""Whether a refresh failed by the reader's own line: off, or with a portal that answers for all; pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from urllib.parse import urlsplit

from newsreader.model import Problem, ProblemKind, Source, SourceChecked, Visit

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
    ]
)
"""What a portal's own page is taken for, or where it leads (RFC 8952)."""
_HOSTS = 2
"""Hosts that worked until now and all fail at once, from which on it is not them."""


def blamed(checked: Iterable[SourceChecked], visits: Mapping[str, Visit]) -> list[tuple[Source, Problem]]:
    """The failures of a whole refresh that are no fault of the sources; `visits` are those from before it.

    Nothing came from anywhere, and sources of several hosts had worked the last time. What somebody
    answered in their place becomes a PORTAL problem.
    """
    failed: list[tuple[Source, Problem]] = []
    worked: set[str] = set()
    for one in checked:
        if one.problem is None or one.problem.kind not in _OFF | _ANSWERED:
            return []
        failed.append((one.source, _portal(one.problem)))
        visit = visits.get(one.source.id, Visit())
        if visit.last_changed is not None and not visit.failures:
            worked.add(urlsplit(one.source.url).netloc)
    return failed if len(worked) >= _HOSTS else []


def _portal(problem: Problem) -> Problem:
    return replace(problem, kind=ProblemKind.PORTAL) if problem.kind in _ANSWERED else problem
