"""What can go wrong and is expected to: a kind, never a sentence."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple


class ProblemKind(StrEnum):
    """Everything that can go wrong and is expected to; `Words` has a sentence for each."""

    ADDRESS = "address"  # not an address this program can open
    DNS = "dns"  # the host's name is unknown
    NETWORK = "network"  # no connection, or it broke
    TIMEOUT = "timeout"  # the total deadline passed
    TLS = "tls"  # the connection cannot be trusted
    HTTP = "http"  # a status of 4xx or 5xx; the detail is the status
    GONE = "gone"  # 410: the source has been retired
    WAIT = "wait"  # 429 or 503: asked to come back later
    PORTAL = "portal"  # a login page of the network itself answers for every host
    REDIRECTS = "redirects"  # too many, in a ring, or to a place not allowed
    INSIDE = "inside"  # a name that was public leads to the reader's own network; the detail is the name
    TOO_LARGE = "too_large"  # more bytes than the cap, before or after decompression
    ENCODING = "encoding"  # a compressed body that cannot be unpacked
    EMPTY = "empty"  # nothing came
    NOT_A_FEED = "not_a_feed"  # HTML or something else where a feed was promised
    MALFORMED = "malformed"  # could not be understood at all
    HOSTILE = "hostile"  # refused: too deep, too many elements, entity tricks
    NO_ARTICLES = "no_articles"  # a page on which no news was found
    CONSENT = "consent"  # a consent gate stands before the page
    LOGIN = "login"  # a login or pay wall
    SCRIPT = "script"  # an empty page that needs JavaScript, or a captcha
    ROBOTS = "robots"  # the site's robots.txt asks not to
    OFFLINE = "offline"  # the demo edition touches no network
    NOT_FOUND = "not_found"  # no such article, source, section or file
    DUPLICATE = "duplicate"  # that source is already there
    NOT_A_PICTURE = "not_a_picture"  # something else, whatever it is called; the detail is what
    PICTURE_BOMB = (
        "picture_bomb"  # refused: more pixels or frames than any picture has; the detail is its size
    )
    PICTURE_DAMAGED = "picture_damaged"  # cut off, or not as its format says
    PICTURES_MISSING = "pictures_missing"  # the extra that decodes them is not installed
    FILE = "file"  # a file that cannot be read or written; the detail says why
    NO_ROOM = "no_room"  # a folder whose disk has no room for a file; the detail is how much it takes
    COMMAND = "command"  # a line that is no command: empty, or with a quote that is never closed
    PROGRAM = "program"  # another program that cannot be started or fails; the detail says why
    STORE_DAMAGED = "store_damaged"
    STORE_FUTURE = "store_future"  # made by a newer version of this program
    STORE_LOCKED = "store_locked"  # another program holds it
    STORE_READ_ONLY = "store_read_only"
    STORE_FULL = "store_full"
    STORE_NO_LOCKS = "store_no_locks"  # its disk, of a network perhaps, cannot keep two programs apart
    STORE_FOREIGN = "store_foreign"  # a database, but not one of ours


PASSING = frozenset(
    [
        ProblemKind.DNS,
        ProblemKind.INSIDE,
        ProblemKind.NETWORK,
        ProblemKind.PORTAL,
        ProblemKind.TIMEOUT,
        ProblemKind.TLS,
        ProblemKind.WAIT,
    ]
)
"""Trouble on the way to a site, or that the site has with us: another answer may come soon."""


class Problem(NamedTuple):
    """An expected failure: a kind, what it is about, and a detail. The screen chooses the words."""

    kind: ProblemKind
    url: str = ""
    detail: str = ""
    retry_at: datetime | None = None
