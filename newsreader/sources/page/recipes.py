"""What is known of sites beyond what their pages show, from `recipes.toml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Recipe:
    """Where a site's lists and sections are, and how the pages of a list are numbered."""

    name: str
    lists: re.Pattern[str]
    sections: re.Pattern[str]
    page: str


def recipe_of(url: str) -> Recipe | None:
    """The recipe whose lists have addresses like this one, on any host."""
    try:
        path = urlsplit(url).path.rstrip("/")
    except ValueError:
        return None
    return next((recipe for recipe in _recipes() if recipe.lists.fullmatch(path)), None)


@cache
def _recipes() -> tuple[Recipe, ...]:
    import tomllib

    text = files("newsreader.sources").joinpath("recipes.toml").read_text("utf-8")
    return tuple(
        Recipe(each["name"], _path(each["lists"]), _path(each["sections"]), each["page"])
        for each in tomllib.loads(text)["recipe"]
    )


def _path(pattern: str) -> re.Pattern[str]:
    """The path behind any folder: a copy may be served from one."""
    return re.compile(rf"(?:/[\w.-]+)*?{pattern}")
