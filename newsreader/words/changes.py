"""The texts about articles that changed after they had been read."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class ChangesWords(NamedTuple):
    """One field a text; what depends on a number or a key is a callable."""

    title: Callable[[int, int], str]  # the step and how many there are
    when: Callable[[str, str], str]  # the date and the age
    legend: str
    hint: str
    altered: Callable[[str], str]  # the key that shows what changed
    since_read: Callable[[str], str]
    none: str
    first: str
    last: str
    same_text: str
    setting: str
    yes: str
    no: str


NL = ChangesWords(
    title=lambda step, steps: "Wat er veranderde" + (f" · {step} van {steps}" if steps > 1 else ""),
    when=lambda date, age: f"Gewijzigd gezien op {date} · {age}",
    legend="[-geschrapt] [+toegevoegd] … ongewijzigd",
    hint="[ en ]: eerdere en latere wijziging · j/k: schuiven · d, q of Esc: terug",
    altered=lambda key: f"Dit bericht is gewijzigd ({key}: wat)",
    since_read=lambda key: f"Gewijzigd sinds je het las ({key}: wat)",
    none="Van dit bericht is geen eerdere versie bewaard.",
    first="Dit is de eerste wijziging.",
    last="Dit is de laatste wijziging.",
    same_text="De tekst zelf is niet te vergelijken: de ene versie is een samenvatting.",
    setting="Gewijzigd weer ongelezen",
    yes="ja",
    no="nee",
)

EN = ChangesWords(
    title=lambda step, steps: "What changed" + (f" · {step} of {steps}" if steps > 1 else ""),
    when=lambda date, age: f"Seen to have changed on {date} · {age}",
    legend="[-removed] [+added] … the same",
    hint="[ and ]: earlier and later change · j/k: scroll · d, q or Esc: back",
    altered=lambda key: f"This article has changed ({key}: what)",
    since_read=lambda key: f"Changed since you read it ({key}: what)",
    none="No earlier version of this article has been kept.",
    first="This is the first change.",
    last="This is the latest change.",
    same_text="The text itself cannot be compared: one of the versions is a summary.",
    setting="Unread again when changed",
    yes="yes",
    no="no",
)
