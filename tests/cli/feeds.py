"""A small feed, made up here."""

from __future__ import annotations


def rss(title: str, *items: str) -> bytes:
    """An RSS 2.0 feed with these headlines."""
    entries = "".join(
        f"<item><title>{item}</title><link>https://molen.example/{number}</link>"
        f"<pubDate>Mon, 05 Jan 2026 12:0{number}:00 +0100</pubDate>"
        f"<description>Over {item}.</description></item>"
        for number, item in enumerate(items)
    )
    return f'<rss version="2.0"><channel><title>{title}</title>{entries}</channel></rss>'.encode()
