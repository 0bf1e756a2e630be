"""Every command a key can give, in one table that bindings, key bar, help and palette read."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

from textual.binding import Binding
from textual.keys import KEY_NAME_REPLACEMENTS, Keys


class Command(NamedTuple):
    """A command: `id` names it in settings and words, `keys` are Textual key names, `action` runs it.

    `bar` puts it in the key bar (in table order); `palette` offers it in the palette. `where` is the region
    in which alone its keys work (`view`, the reading pane); there they may mean more than they do elsewhere.
    """

    id: str
    keys: tuple[str, ...]
    action: str
    bar: bool = False
    palette: bool = True
    where: str = ""


COMMANDS: tuple[Command, ...] = (
    Command("down", ("j", "down"), "down", palette=False),
    Command("up", ("k", "up"), "up", palette=False),
    Command("page_down", ("pagedown", "ctrl+d"), "page_down", palette=False),
    Command("page_up", ("pageup", "ctrl+u"), "page_up", palette=False),
    Command("top", ("g", "home"), "top", palette=False),
    Command("bottom", ("G", "end"), "bottom", palette=False),
    Command("read", ("enter", "l", "right"), "read", bar=True, palette=False),
    Command("back", ("h", "q", "left", "escape"), "back", bar=True, palette=False),
    Command("read_on", ("space",), "read_on", bar=True, palette=False),
    Command("next", ("n",), "next", palette=False),
    Command("previous", ("p",), "previous", palette=False),
    Command("find", ("/",), "find", where="view"),
    Command("find_next", ("n",), "find_next(1)", palette=False, where="view"),
    Command("find_previous", ("N",), "find_next(-1)", palette=False, where="view"),
    Command("links", ("f",), "links", where="view"),
    Command("select", ("x",), "select", where="view"),
    Command("aloud", ("V",), "aloud"),
    Command("density", ("=",), "density"),
    Command("region_next", ("tab",), "region(1)", palette=False),
    Command("region_previous", ("shift+tab",), "region(-1)", palette=False),
    Command("fold", ("f",), "fold"),
    Command("unread_only", ("u",), "unread_only", bar=True),
    Command("save", ("s",), "save", bar=True),
    Command("mark", ("M",), "mark"),
    Command("mark_all", ("A",), "mark_all"),
    Command("undo", ("z",), "undo"),
    Command("refresh", ("r",), "refresh", bar=True),
    Command("problems", ("e",), "problems"),
    Command("search", ("/",), "search", bar=True),
    Command("changes", ("d",), "changes"),
    Command("going_on", ("W",), "going_on"),
    Command("unfold", ("a",), "unfold"),
    Command("follow", ("F",), "follow"),
    Command("split", ("X",), "split"),
    Command("join", ("J",), "join"),
    Command("browser", ("o",), "browser"),
    Command("copy", ("y",), "copy"),
    Command("copy_markdown", ("Y",), "copy_markdown"),
    Command("export", ("w",), "export"),
    Command("pipe", ("|",), "pipe"),
    Command("mail", ("@",), "mail"),
    Command("enclosures", ("b",), "enclosures"),
    Command("full_text", ("T",), "full_text"),
    Command("picture", ("i",), "picture"),
    Command("trail_back", ("[",), "trail(-1)"),
    Command("trail_forward", ("]",), "trail(1)"),
    *(Command(f"related_{n}", (str(n),), f"related({n})", palette=False) for n in range(1, 10)),
    Command("sources", ("S",), "sources"),
    Command("webmail", ("m",), "webmail"),
    Command("settings", (",",), "settings"),
    Command("theme", ("t",), "theme"),
    Command("suspend", ("ctrl+z",), "suspend", palette=False),
    Command("help", ("?",), "help", bar=True),
    Command("palette", ("ctrl+p",), "palette", palette=False),
    Command("quit", ("ctrl+q",), "quit", bar=True),
)

DEFAULTS: Mapping[str, tuple[str, ...]] = {command.id: command.keys for command in COMMANDS}
"""The keys that the commands have unless the reader wants others."""

FIXED = ("quit",)
"""Commands whose default key keeps working whatever the keymap says: a way out must stay."""

_MODIFIERS = frozenset(("ctrl", "shift", "alt"))
_NAMED = frozenset(key.value for key in Keys if "+" not in key.value and not key.value.startswith("<"))


def bindings(where: str = "") -> list[Binding]:
    """The bindings of the commands of one region, or of those that work in all of them; the screen acts."""
    return [
        Binding(
            ",".join(textual_key(key) or key for key in command.keys),
            f"screen.{command.action}" if where else command.action,
            id=command.id,
            show=False,
        )
        for command in COMMANDS
        if command.where == where
    ]


class KeymapFault(NamedTuple):
    """What is wrong with one line of the keymap: `kind` is `unknown`, `key`, `empty` or `clash`."""

    kind: str
    command: str
    key: str = ""
    other: str = ""  # the nearest command, or the one that has the key already


class Keymap(NamedTuple):
    """The keys of every command, after the reader's own, and what was refused."""

    keys: Mapping[str, tuple[str, ...]]
    faults: tuple[KeymapFault, ...] = ()


def textual_key(key: str) -> str | None:
    """Textual's name of a key as a person writes it (`/`, `ctrl+d`, `G`); None when there is no such key."""
    if len(key) == 1 and not key.isalnum():
        name = unicodedata.name(key, "").lower().replace("-", "_").replace(" ", "_")
        return KEY_NAME_REPLACEMENTS.get(name, name) or None
    if len(key) == 1:
        return key
    *modifiers, last = key.lower().split("+")
    known = last in _NAMED or (len(last) == 1 and last.isalnum())
    return key.lower() if known and _MODIFIERS.issuperset(modifiers) else None


def keymap(own: Mapping[str, tuple[str, ...]]) -> Keymap:
    """The defaults overridden by the reader's own keys; faulty lines are left out and reported."""
    by_id = {command.id: command for command in COMMANDS}
    accepted: dict[str, tuple[str, ...]] = {}
    faults: list[KeymapFault] = []
    for name, keys in own.items():
        fault = _fault(name, keys, by_id)
        if fault:
            faults.append(fault)
        else:
            accepted[name] = keys
    resolved, clashes = _without_clashes(by_id, accepted)
    return Keymap(resolved, (*faults, *clashes))


def _fault(name: str, keys: tuple[str, ...], by_id: Mapping[str, Command]) -> KeymapFault | None:
    if name not in by_id:
        from difflib import get_close_matches

        nearest = get_close_matches(name, by_id, n=1, cutoff=0.6)
        return KeymapFault("unknown", name, other=nearest[0] if nearest else "")
    if not keys:
        return KeymapFault("empty", name)
    bad = next((key for key in keys if textual_key(key) is None), None)
    return KeymapFault("key", name, key=bad) if bad is not None else None


def _without_clashes(
    by_id: Mapping[str, Command], own: Mapping[str, tuple[str, ...]]
) -> tuple[dict[str, tuple[str, ...]], list[KeymapFault]]:
    """Own keys win over no other command: a line that takes a key in use is refused with both names."""
    faults: list[KeymapFault] = []
    wanted = dict(own)
    while True:
        keys = {name: wanted.get(name, command.keys) for name, command in by_id.items()}
        clash = _first_clash(keys, wanted)
        if clash is None:
            return keys, faults
        faults.append(clash)
        del wanted[clash.command]


def _first_clash(
    keys: Mapping[str, tuple[str, ...]], own: Mapping[str, tuple[str, ...]]
) -> KeymapFault | None:
    """Where a key has two commands; a region's own key may stand over the screen's by default."""
    places = {command.id: command.where for command in COMMANDS}
    holders = {(textual_key(key) or key): [name] for name in FIXED for key in DEFAULTS[name]}
    for name in sorted(keys, key=lambda name: name in own):
        for key in keys[name]:
            others = holders.setdefault(textual_key(key) or key, [])
            for other in others:
                meets = places[name] == places[other] or (name in own and "" in (places[name], places[other]))
                if other != name and meets:
                    return KeymapFault("clash", name, key=key, other=other)
            others.append(name)
    return None


def shown(key: str) -> str:
    """A key as the key bar and the help write it."""
    signs = {"enter": "⏎", "space": "␣", "up": "↑", "down": "↓", "left": "←", "right": "→", "tab": "⇥"}
    signs |= {"pagedown": "PgDn", "pageup": "PgUp", "escape": "Esc", "home": "Home", "end": "End"}
    signs |= {"shift+tab": "⇧⇥"}
    if key.startswith("ctrl+"):
        return "^" + key.removeprefix("ctrl+")
    return signs.get(key, key)
