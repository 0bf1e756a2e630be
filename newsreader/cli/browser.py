"""Opening an address in the reader's browser."""

from __future__ import annotations

from urllib.parse import urlsplit


def opens(address: str, browser: str = "") -> bool:
    """Open the address in the browser of that name, or the system's; only `http(s)` and `mailto`."""
    import webbrowser

    if urlsplit(address).scheme not in ("http", "https", "mailto"):
        return False
    try:
        return webbrowser.get(browser or None).open(address)
    except webbrowser.Error:
        return False
