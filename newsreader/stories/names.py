"""Proper names in a text: runs of words with a capital, where the capital is not only that of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import dropwhile

from newsreader.stories.stopwords import DUTCH, ENGLISH, listed
from newsreader.stories.tokens import fold

_WORD = re.compile(r"[^\W_]+(?:[-'’.&][^\W_]+)*")
_PARTICLES = listed("aan al bin d da de del den der di du el het la le of op s t te ten ter the van von")
_END = frozenset('.!?:;\n“”"‘«»•|')
_TITLES = listed(
    "dr dhr drs heer ing mevrouw mevr mr mrs ms prof sir minister president premier koning koningin prins"
    " prinses burgemeester king queen prince princess senator judge mayor"
)
_WORDY = 0.6
"""The share of capitals from which on a headline Has Them In Every Word, and they tell nothing."""
_LONGEST = 6  # words
BEGINNING = 1_500
"""Characters of a text in which names are looked for."""

_PAIRS = (
    "algerije=algeria american=us amerikaanse=us antwerpen=antwerp argentijnse=argentina"
    " argentinian=argentina argentinie=argentina athene=athens australian=australia australie=australia"
    " australische=australia austrian=austria belgian=belgium belgie=belgium belgische=belgium"
    " berlijn=berlin boedapest=budapest braziliaanse=brazil brazilian=brazil brazilie=brazil british=uk"
    " britse=uk brugge=bruges brussel=brussels bulgarije=bulgaria canada=canada canadese=canada"
    " canadian=canada chilean=chile chileense=chile chinese=china danish=denmark deense=denmark"
    " denemarken=denmark duitse=germany duitsland=germany dutch=netherlands egypte=egypt egyptian=egypt"
    " egyptische=egypt engeland=england ethiopie=ethiopia europa=europe european=europe europese=europe"
    " filipijnen=philippines finland=finland flemish=flanders frankrijk=france franse=france french=france"
    " geneve=geneva gent=ghent german=germany greek=greece griekenland=greece griekse=greece"
    " hongaarse=hungary hongarije=hungary hungarian=hungary ierland=ireland ierse=ireland ijsland=iceland"
    " indian=india indiase=india indonesie=indonesia iraanse=iran irak=iraq iranian=iran irish=ireland"
    " israel=israel israeli=israel israelische=israel italiaanse=italy italian=italy italie=italy"
    " japan=japan japanese=japan japanse=japan jemen=yemen kaapstad=cape-town keulen=cologne kiev=kyiv"
    " kopenhagen=copenhagen kroatie=croatia kyjiv=kyiv lebanese=lebanon libanese=lebanon libanon=lebanon"
    " lissabon=lisbon londen=london marokkaanse=morocco marokko=morocco mexicaanse=mexico mexican=mexico"
    " mexico=mexico milaan=milan moroccan=morocco moskou=moscow munchen=munich napels=naples navo=nato"
    " nederland=netherlands nederlandse=netherlands noord-korea=north-korea noorse=norway noorwegen=norway"
    " norwegian=norway oekraiense=ukraine oekraine=ukraine oostenrijk=austria oostenrijkse=austria"
    " parijs=paris peking=beijing poetin=putin polen=poland polish=poland poolse=poland portugal=portugal"
    " portugese=portugal portuguese=portugal praag=prague rijsel=lille roemenie=romania rome=rome"
    " rusland=russia russian=russia russische=russia schotland=scotland schotse=scotland scottish=scotland"
    " servie=serbia soedan=sudan spaanse=spain spanish=spain spanje=spain straatsburg=strasbourg"
    " swedish=sweden swiss=switzerland syrian=syria syrie=syria syrische=syria tokio=tokyo"
    " tsjechie=czechia tunesie=tunisia turkije=turkey turkish=turkey turks=turkey turkse=turkey"
    " ukrainian=ukraine usa=us venetie=venice vk=uk vlaamse=flanders vlaanderen=flanders vn=un vs=us"
    " warschau=warsaw wenen=vienna zelenski=zelenskyy zelensky=zelenskyy zuid-afrika=south-africa"
    " zuid-korea=south-korea zweden=sweden zweedse=sweden zwitserland=switzerland zwitserse=switzerland"
)
SAME: dict[str, str] = dict(pair.split("=") for pair in sorted(listed(_PAIRS)))
"""Names that Dutch writes otherwise than English, and what belongs to a country, folded."""


def names(text: str, elsewhere: str = "") -> tuple[str, ...]:
    """The names in a text in order, each once, as it is written first; `elsewhere` is text that may confirm.

    A word that begins a sentence is a name when it stands with a capital inside one, here or elsewhere, when
    another word with a capital follows it, or when it is an abbreviation.
    """
    runs = list(_runs(text))
    inside = {word for begins, run in (*runs, *_runs(elsewhere)) if not begins for word in run}
    found: dict[str, str] = {}
    for begins, run in runs:
        kept = run if not begins else _confirmed(run, inside)
        if kept and not all(fold(word) in DUTCH or fold(word) in ENGLISH for word in kept):
            name = " ".join(kept)
            found.setdefault(fold(name), name)
    return tuple(found.values())


def headline_names(title: str, text: str) -> tuple[str, ...]:
    """The names in a headline; where every word has a capital, those that the text confirms."""
    bare = [word for word in _WORD.findall(title) if len(word) > 3]
    capitals = sum(word[0].isupper() for word in bare)
    if len(bare) > 3 and capitals >= _WORDY * len(bare) and (capitals > len(bare) - 2 or capitals > 4):
        return tuple(name for name in names(text) if fold(name) in fold(title))
    return names(title, text)


def all_names(title: str, text: str) -> tuple[str, ...]:
    """The names in an article: those of its headline, then those at the beginning of its text."""
    beginning = text[:BEGINNING]
    return (*headline_names(title, beginning), *names(beginning, title))


def key(name: str) -> str:
    """What two writings of a name have in common: its last word, folded, as English has it."""
    words = [fold(word).strip(".'’") for word in name.split()]
    last = re.sub(r"['’]?s?['’]$|['’]s$", "", words[-1])
    return SAME.get(last, last)


def _runs(text: str) -> Iterator[tuple[bool, list[str]]]:
    """Runs of words with capitals, and whether each begins a sentence."""
    run: list[str] = []
    begins = True
    end = 0
    for found in _WORD.finditer(text):
        between, word = text[end : found.start()], found.group()
        stopped = end == 0 or not _END.isdisjoint(between)
        broken = stopped or "," in between or "(" in between or ")" in between or "–" in between
        if run and (broken or not (_is_capital(word) or fold(word) in _PARTICLES) or len(run) >= _LONGEST):
            yield from _closed(begins, run)
            run = []
        if _is_capital(word):
            if not run:
                begins = stopped
            run.append(word)
        elif run and fold(word) in _PARTICLES:
            run.append(word)
        end = found.end()
    yield from _closed(begins, run)


def _closed(begins: bool, run: list[str]) -> Iterator[tuple[bool, list[str]]]:
    """The run without the particles at its end and the titles before it."""
    while run and not _is_capital(run[-1]):
        run = run[:-1]
    while len(run) > 1 and fold(run[0]) in _TITLES:
        run, begins = run[1:], False
    if run:
        yield begins, run


def _confirmed(run: list[str], inside: set[str]) -> list[str]:
    first = run[0]
    if first in inside or (len(first) > 1 and first.isupper()):
        return run
    if fold(first) in DUTCH or fold(first) in ENGLISH:
        return run[1:]
    if len(run) > 1 and not _is_capital(run[1]):  # `Storing aan Sloebrug`, as well as `Max van Dam`
        return list(dropwhile(lambda word: not _is_capital(word), run[1:]))
    return run if len(run) > 1 else []


def _is_capital(word: str) -> bool:
    return word[0].isupper() and (len(word) > 1 or word.isupper()) and not word.isdigit()
