"""Addresses in markup that are not for reading: to share the article elsewhere, or to count readers."""

from __future__ import annotations

import re

_SHARE = re.compile(
    r"mailto:\?"
    r"|whatsapp://send|(?:https?:)?//(?:"
    r"(?:[a-z-]+\.)?facebook\.com/(?:sharer|share\.php|dialog/(?:share|feed|send))"
    r"|(?:www\.)?(?:twitter|x)\.com/(?:intent/|share|home\?status=)"
    r"|(?:www\.)?linkedin\.com/(?:sharearticle|sharing/|cws/share)"
    r"|(?:api|web)\.whatsapp\.com/send|wa\.me/\?"
    r"|(?:www\.)?pinterest\.[a-z.]+/pin/create"
    r"|(?:www\.)?reddit\.com/submit|t\.me/share|telegram\.me/share"
    r"|bsky\.app/intent/|(?:www\.)?threads\.net/intent/"
    r"|(?:www\.)?tumblr\.com/(?:share|widgets/share)|news\.ycombinator\.com/submitlink"
    r"|plus\.google\.com/share|getpocket\.com/(?:save|edit)|(?:www\.)?addtoany\.com/|(?:www\.)?addthis\.com/)",
    re.IGNORECASE,
)
_TRACKER = re.compile(
    r"//(?:feeds\.feedburner\.com/~|rss\.feedsportal\.com/|[a-z0-9.-]*\.?doubleclick\.net/|pixel\.(?:wp|quantserve)\.com/"
    r"|stats\.wordpress\.com/|feeds\.wordpress\.com/1\.0/|www\.google-analytics\.com/|b\.scorecardresearch\.com/"
    r"|www\.facebook\.com/tr\b|sb\.scorecardresearch\.com/|[a-z0-9.-]+/~r/)"
    r"|/(?:pixel|spacer|blank|1x1|transparent)\.(?:gif|png)(?:\?|$)",
    re.IGNORECASE,
)


def is_share_link(href: str) -> bool:
    """Whether the link only offers to pass the article on (a mail without addressee, say)."""
    return bool(_SHARE.match(href.lstrip()))


def is_tracker(url: str) -> bool:
    """Whether the picture is there to count readers, or only to fill space."""
    return bool(_TRACKER.search(url))
