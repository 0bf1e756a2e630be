"""What is remembered of a visit to a source, and when the next one is due: pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from newsreader.engine.ingest import Understood
from newsreader.model import Fetched, Problem, ProblemKind, Visit
from newsreader.sources.schedule import next_due


def failed(visit: Visit, problem: Problem, interval: int, now: datetime, *, counts: bool = True) -> Visit:
    """After a visit that brought nothing; `interval` is the reader's wish in minutes.

    What the reader's own network is to blame for does not count against a source.
    """
    failures = visit.failures + (counts and problem.kind is not ProblemKind.PORTAL)
    due = next_due(now, interval, failures=failures, retry_at=problem.retry_at)
    return replace(visit, last_checked=now, failures=failures, problem=problem, next_due=due)


def unchanged(visit: Visit, max_age: int, interval: int, now: datetime) -> Visit:
    """After a visit that found nothing new: what the publisher wished before still holds."""
    due = next_due(
        now,
        interval,
        max_age=max_age,
        ttl=visit.ttl,
        skip_hours=visit.skip_hours,
        skip_days=visit.skip_days,
    )
    return replace(visit, last_checked=now, failures=0, problem=None, next_due=due)


def changed(
    visit: Visit, found: Understood, response: Fetched, digest: bytes, interval: int, now: datetime
) -> Visit:
    """After a visit that brought a feed; `digest` is of its body."""
    feed = found.feed
    after = replace(
        visit,
        etag=response.etag,
        last_modified=response.last_modified,
        body_hash=digest,
        last_changed=now,
        site=feed.url,
        warnings=found.warnings,
        ttl=feed.ttl,
        skip_hours=feed.skip_hours,
        skip_days=feed.skip_days,
    )
    return unchanged(after, response.max_age, interval, now)
