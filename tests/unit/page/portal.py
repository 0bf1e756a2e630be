"""The portal's news (fiction) in many markups: what the parser must read the same from each."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

HOST = "https://portaal.example.nl"
NEWS: dict[str, Any] = json.loads(
    (Path(__file__).parents[2] / "data" / "pages" / "portal.json").read_text(encoding="utf-8")
)
ARTICLE_URL = f"{HOST}/nieuws/{NEWS['article']['slug']}"
LIST_URL = f"{HOST}/nieuws/buitenland"


@dataclass(frozen=True)
class Markup:
    """One way to mark the portal up: `{...}` fields filled with escaped text."""

    page: str  # {title} {dialog} {content}
    headline: str  # {title}
    paragraph: str  # {text}
    heading: str  # {text}
    list_heading: str  # {text}
    list_begin: str
    list_end: str
    teaser: str  # {title} {url} {summary} {age}
    latest: str  # {place} {time} {title} {url}
    extra_head: Callable[[], str] = str


def article_page(markup: Markup) -> str:
    """An article's page, with `Meer uit` and `Net binnen` under it."""
    article = NEWS["article"]
    forms = {"p": markup.paragraph, "h": markup.heading}
    parts = [markup.headline.format(title=escape(article["title"]))]
    parts += [forms[kind].format(text=escape(text)) for kind, text in article["parts"]]
    parts += [_teasers(markup, f"Meer uit {NEWS['section']}"), _latest(markup)]
    return _page(markup, article["title"], "".join(parts))


def list_page(markup: Markup, *, latest: bool = True) -> str:
    """The section's list page; without `Net binnen` its order does not depend on the time of day."""
    head = [
        markup.paragraph.format(text=text)
        for text in ("maandag 5 januari 2026", "Editie: NL & Wereld | Zeeland")
    ]
    parts = [*head, _teasers(markup, NEWS["section"]), _latest(markup) if latest else ""]
    return _page(markup, NEWS["section"], "".join(parts))


def _page(markup: Markup, title: str, content: str) -> str:
    fields = {"title": escape(f"{title} - Portaal"), "content": content, "extra": markup.extra_head()}
    text = markup.page
    for name, value in fields.items():
        text = text.replace("{" + name + "}", value)
    return text


def _teasers(markup: Markup, heading: str) -> str:
    rows = [
        markup.teaser.format(
            title=escape(item["title"]),
            url=f"/nieuws/{item['slug']}",
            summary=escape(item["summary"]),
            age=item["age"],
        )
        for item in NEWS["teasers"]
    ]
    return markup.list_heading.format(text=heading) + markup.list_begin + "".join(rows) + markup.list_end


def _latest(markup: Markup) -> str:
    rows = [
        markup.latest.format(
            place=item["place"], time=item["time"], title=escape(item["title"]), url=f"/nieuws/{item['slug']}"
        )
        for item in NEWS["latest"]
    ]
    return markup.list_heading.format(text="Net binnen") + "".join(rows)
