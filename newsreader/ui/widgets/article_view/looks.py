"""How the reading pane looks: its own styles, and the roles that are made of them."""

from __future__ import annotations

LOOKS = {
    "bar": ("accent", ""),
    "caption": ("meta", "i"),
    "code": ("second", ""),
    "dateline": ("second", "b"),
    "headline": ("primary", "b"),
    "heading": ("accent", "b"),
    "label": ("accent", ""),
    "lead": ("text", "b"),
    "link": ("primary", "u"),
    "marker": ("accent", ""),
    "missing": ("meta", "i"),
    "number": ("accent", ""),
    "quote": ("text", "i"),
    "read": ("text", ""),
    "sentence": ("text", ""),
    "term": ("text", "b"),
    "unread": ("text", "b"),
}
"""Roles made of another one with marks."""

CSS = """
    ArticleView {
        overflow: hidden scroll;
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
        & > .article-view--blurred {
            color: $block-cursor-blurred-foreground;
            background: $block-cursor-blurred-background;
            text-style: $block-cursor-blurred-text-style;
        }
        & > .article-view--cursor {
            color: $block-cursor-foreground;
            background: $block-cursor-background;
            text-style: $block-cursor-text-style;
        }
        & > .article-view--primary { color: $text-primary; }
        & > .article-view--second { color: $text-secondary; }
        & > .article-view--accent { color: $text-accent; }
        & > .article-view--meta { color: $text-muted; }
        & > .article-view--sample { color: $text-warning; text-style: bold italic; }
        & > .article-view--rule { color: $text-disabled; }
    }
"""
