"""Web addresses: made whole, resolved against a base, freed of tracking, and compared."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urljoin, urlsplit

from newsreader import gate
from newsreader.model import Problem, ProblemKind

MAX_LENGTH = 4096
"""Characters; a longer address is taken for rubbish."""

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:(?!\d)", re.IGNORECASE)
_LOCAL = re.compile(r"(?:localhost|\d+(?:\.\d+){3}|\[[0-9a-f:.]+\])(?:[:/?#]|$)", re.IGNORECASE)
_HOST = re.compile(r"[\w.-]+|[0-9a-f:.]+", re.IGNORECASE)
_UNSAFE = {
    ord(" "): "%20",
    ord('"'): "%22",
    ord("<"): "%3C",
    ord(">"): "%3E",
    ord("\t"): None,
    ord("\n"): None,
}
_PLAIN = re.compile(r"https?://[\w.-]+(:\d{1,5})?(?:[/?#][!#-;=?-~]*)?", re.ASCII)
"""What most addresses look like: whole, and nothing to mend."""
_DEFAULT_PORTS = {"http": ":80", "https": ":443"}
_TRACKING = re.compile(
    r"(?:utm|mtm|matomo|pk|piwik|hsa|ns|vero|oly|trk|guce)_.*|at_(?:medium|campaign|link|format|bbc|custom).*"
    r"|(?:fb|g|dc|tw|tt|y)clid|msclkid|gclsrc|gbraid|wbraid|igshid?|mc_[ce]id"
    r"|mkt_tok|_?_hs(?:enc|mi|tc|sc|fp)|hss_channel|wt_?mc|wt\.mc.*|xtor|ocid|s_?cid|cmpid|ito|spm|guccounter"
    r"|__twitter_impression|_openstat|rb_clickid|ml_subscriber.*|ck_subscriber_id",
    re.IGNORECASE,
)


def normal(pasted: str) -> str | Problem:
    """An http(s) address from what was pasted: a `feed:` scheme undone, a missing scheme filled in."""
    text = gate.line(pasted).strip("<>\"'").strip()
    if text.lower().startswith("feed:"):
        text = text[len("feed:") :].removeprefix("//")
    if _SCHEME.match(text) is None:
        text = f"{'http' if _LOCAL.match(text) else 'https'}://{text.removeprefix('//')}"
    return text if is_web(text) else Problem(ProblemKind.ADDRESS, pasted)


@lru_cache(maxsize=256)
def is_web(url: str) -> bool:
    """Whether it is an absolute http or https address with a host."""
    if (plain := _PLAIN.fullmatch(url)) and not plain[1]:
        return True
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return False
    return parts.scheme in _DEFAULT_PORTS and _HOST.fullmatch(host) is not None


def resolve(base: str, href: str) -> str:
    """The absolute address of `href` seen from `base`, as tolerant as a browser; '' when it is not a link.

    Only http, https and mailto are links here (RFC 3986 section 5; white space as WHATWG URL has it);
    none keeps a login.
    """
    if len(href) <= MAX_LENGTH and _PLAIN.fullmatch(href):
        return href
    href = gate.safe(href).strip().translate(_UNSAFE)
    try:
        absolute = href if href.lower().startswith(("http://", "https://")) else urljoin(base, href)
    except ValueError:
        return ""
    if absolute.startswith("//"):
        absolute = "https:" + absolute
    absolute = without_login(absolute)
    linkable = is_web(absolute) or absolute[:7].lower() == "mailto:"
    return absolute if linkable and len(absolute) <= MAX_LENGTH else ""


def without_login(url: str) -> str:
    """The address without a name and password in it: those would go to a host that only looks like theirs."""
    try:
        parts = urlsplit(url) if "@" in url else None
    except ValueError:
        return url
    if parts is None or "@" not in parts.netloc:
        return url
    return url.replace(parts.netloc, parts.netloc.rpartition("@")[2], 1)


def strip_tracking(url: str) -> str:
    """The address without the query parameters that only follow the reader about (`utm_*`, `fbclid`, ...)."""
    head, mark, tail = url.partition("?")
    if not mark:
        return url
    query, hash_mark, fragment = tail.partition("#")
    parts = query.split("&")
    kept = [part for part in parts if not _TRACKING.fullmatch(part.partition("=")[0])]
    if len(kept) == len(parts):
        return url
    return head + ("?" + "&".join(kept) if kept else "") + hash_mark + fragment


def identity(url: str) -> str:
    """What two addresses of one page have in common, for comparison only; '' for no address.

    Tracking and the fragment go, host and scheme are lower-case, default ports go, http counts as https,
    and a slash at the end of the path does not count.
    """
    url = url.strip()
    try:
        parts = urlsplit(strip_tracking(url))
    except ValueError:
        return url
    if parts.scheme not in _DEFAULT_PORTS:
        return url
    host = parts.netloc.lower().removesuffix(_DEFAULT_PORTS[parts.scheme]).removesuffix(".")
    query = "?" + parts.query if parts.query else ""
    return f"https://{host}{parts.path.rstrip('/')}{query}"
