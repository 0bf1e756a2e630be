"""News pages without a feed: an article's page, and a page that lists articles, understood by structure.

What a class or id is called never matters: elements, links, words (`Meer uit`, `Net binnen`) and ages decide.
"""

from __future__ import annotations

from newsreader.sources.page.read import other_patterns, parse_article, parse_list
from newsreader.sources.page.selectors import parse_selectors

__all__ = ["other_patterns", "parse_article", "parse_list", "parse_selectors"]
