"""The texts around stories: why one article stands under another, and what the commands say of stories."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from newsreader.words.counting import Counted, en_count, nl_count


class StoryWords(NamedTuple):
    """One field a text; what depends on a number or a name is a callable."""

    telling: str
    angle: str
    earlier: str
    about: str
    in_section: Callable[[str], str]
    new: Callable[[int], str]  # how much of the article an earlier one did not tell, in percent
    sources: Counted
    tellings: Counted
    copy: str
    followed: str
    nothing: str
    off: str
    joining: Callable[[int, int], str]
    rebuilt: Counted
    waiting: Counted  # articles that are not in stories yet
    going_on: str
    going_on_hint: str
    quiet: str
    over: str
    setting: str
    switched: Mapping[bool, str]
    reading: str
    reads: Mapping[str, str]
    follows: Mapping[bool, str]
    news: Callable[[str, int], str]  # a story's title, how many more stories
    none_here: str
    alone: str
    split: str
    choose_other: str
    joined: str
    one_already: str
    put_back: str
    switched_off: str

    def why(self, reason: str, section: str, source: str) -> str:
        """The heading above what stands under an article for that reason."""
        own = {"telling": self.telling, "angle": self.angle, "earlier": self.earlier, "about": self.about}
        return own.get(reason) or self.in_section(section if reason == "section" else source)


NL = StoryWords(
    telling="Dezelfde tekst bij anderen",
    angle="Ook bij anderen",
    earlier="Eerder in dit verhaal",
    about="Over hetzelfde",
    in_section=lambda name: f"Meer uit {name}",
    new=lambda share: f"{share}% nieuw sindsdien",
    sources=lambda n: nl_count(n, "bron", "bronnen"),
    tellings=lambda n: nl_count(n, "bericht", "berichten"),
    copy="zelfde tekst",
    followed="gevolgd",
    nothing="Er zijn nog geen verhalen met meer dan één bericht.",
    off="Verhalen staan uit (stories = false in de instellingen).",
    joining=lambda done, total: f"{done}/{total} berichten bekeken",
    rebuilt=lambda n: f"{nl_count(n, 'bericht', 'berichten')} opnieuw in verhalen ondergebracht.",
    waiting=lambda n: (
        f"{nl_count(n, 'bericht is', 'berichten zijn')} nog niet in verhalen ondergebracht;"
        " dat gebeurt terwijl de lezer openstaat"
    ),
    going_on="Wat speelt er",
    going_on_hint="Enter: lezen · a: wie het vertellen · F: volgen · q of Esc: terug",
    quiet="Er speelt nu niets waar meer dan één bericht over gaat.",
    over="afgelopen",
    setting="Ieder verhaal één keer",
    switched={True: "aan", False: "uit"},
    reading="Een verhaal lezen",
    reads={"one": "alleen dit bericht is dan gelezen", "all": "alle berichten erover zijn dan gelezen"},
    follows={True: "Je volgt dit verhaal.", False: "Je volgt dit verhaal niet meer."},
    news=lambda title, more: f"Nieuw in wat je volgt: {title}" + (f" (en nog {more})" if more else ""),
    none_here="Van dit bericht is (nog) geen verhaal bekend.",
    alone="Geen andere bron vertelt dit verhaal.",
    split="Losgemaakt van zijn verhaal; met z maak je dat ongedaan.",
    choose_other="Kies het andere bericht en druk weer op J.",
    joined="Samengevoegd tot één verhaal; met z maak je dat ongedaan.",
    one_already="Deze berichten horen al bij één verhaal.",
    put_back="De verhalen zijn weer zoals ze waren.",
    switched_off="Verhalen staan uit; zet ze aan in de instellingen (,).",
)

EN = StoryWords(
    telling="The same text elsewhere",
    angle="Also told by",
    earlier="Earlier in this story",
    about="About the same",
    in_section=lambda name: f"More from {name}",
    new=lambda share: f"{share}% new since",
    sources=lambda n: en_count(n, "source", "sources"),
    tellings=lambda n: en_count(n, "article", "articles"),
    copy="same text",
    followed="followed",
    nothing="There are no stories with more than one article yet.",
    off="Stories are switched off (stories = false in the settings).",
    joining=lambda done, total: f"{done}/{total} articles looked at",
    rebuilt=lambda n: f"{en_count(n, 'article', 'articles')} put in stories anew.",
    waiting=lambda n: (
        f"{en_count(n, 'article is', 'articles are')} not in stories yet;"
        " that is done while the reader is open"
    ),
    going_on="What is going on",
    going_on_hint="Enter: read · a: who tell it · F: follow · q or Esc: back",
    quiet="Nothing is going on that more than one article tells.",
    over="over",
    setting="Each story once",
    switched={True: "on", False: "off"},
    reading="Reading a story",
    reads={"one": "marks only that article as read", "all": "marks every article about it as read"},
    follows={True: "You follow this story.", False: "You no longer follow this story."},
    news=lambda title, more: f"New in what you follow: {title}" + (f" (and {more} more)" if more else ""),
    none_here="This article is not known to be part of a story (yet).",
    alone="No other source tells this story.",
    split="Split off its story; z takes that back.",
    choose_other="Choose the other article and press J again.",
    joined="Joined into one story; z takes that back.",
    one_already="These articles are in one story already.",
    put_back="The stories are as they were.",
    switched_off="Stories are switched off; switch them on in the settings (,).",
)
