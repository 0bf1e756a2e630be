"""What went wrong, in a sentence: what, where, and the way out."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple
from urllib.parse import urlsplit

from newsreader import gate
from newsreader.model import Problem
from newsreader.model.notice import Notice


class ProblemWords(NamedTuple):
    """A template for every `ProblemKind` and `NoticeKind`, in a field of its name.

    In problems `{where}` is the address or file, `{host}` its host, `{detail}` the problem's detail (else the
    address), `{why}` the same in brackets if there is one, `{until}` the moment to come back. In notices
    `{path}` is the file, `{key}` the setting, `{detail}` and `{hint}` what the kind says they are, and
    `{meant}` asks whether the hint was meant, if there is one.
    """

    nowhere: str
    meant: str
    because: str
    later: str
    until: str
    # problems
    address: str
    dns: str
    network: str
    timeout: str
    tls: str
    http: str
    gone: str
    wait: str
    portal: str
    redirects: str
    inside: str
    too_large: str
    encoding: str
    empty: str
    not_a_feed: str
    malformed: str
    hostile: str
    no_articles: str
    consent: str
    login: str
    script: str
    robots: str
    offline: str
    not_found: str
    duplicate: str
    not_a_picture: str
    picture_bomb: str
    picture_damaged: str
    pictures_missing: str
    file: str
    no_room: str
    command: str
    program: str
    store_damaged: str
    store_future: str
    store_locked: str
    store_read_only: str
    store_full: str
    store_no_locks: str
    store_foreign: str
    # notices
    settings_damaged: str
    settings_stuck: str
    settings_unreadable: str
    settings_not_a_file: str
    settings_not_text: str
    settings_future: str
    settings_read_only: str
    settings_no_room: str
    settings_not_saved: str
    settings_value: str
    settings_unknown: str

    def sentence(self, problem: Problem) -> str:
        """The problem on one line of clean text."""
        detail = gate.line(problem.detail, 200)
        where = gate.address(problem.url, 300) or self.nowhere
        return self._template(problem.kind).format(
            where=where,
            host=_host(problem.url) or where,
            detail=detail or where,
            why=self.because.format(detail=detail) if detail else "",
            until=self._until(problem.retry_at),
        )

    def notice(self, notice: Notice) -> str:
        """The notice on one line of clean text."""
        return self._template(notice.kind).format(
            path=gate.line(notice.path),
            key=gate.line(notice.key, 80),
            detail=gate.line(notice.detail, 200),
            hint=gate.line(notice.hint),
            meant=self.meant.format(hint=gate.line(notice.hint)) if notice.hint else ".",
        )

    def _template(self, kind: str) -> str:
        template: str = getattr(self, kind)
        return template

    def _until(self, moment: datetime | None) -> str:
        return self.until.format(time=f"{moment.astimezone():%H:%M}") if moment else self.later


def _host(url: str) -> str:
    try:
        return gate.line(urlsplit(gate.address(url, 300)).hostname or "", 100)
    except ValueError:
        return ""


NL = ProblemWords(
    nowhere="dit adres",
    meant="; bedoelde je “{hint}”?",
    because=" ({detail})",
    later="later",
    until="na {time}",
    address="{where} is geen adres dat te openen is; geef een adres dat met http:// of https:// begint.",
    dns="De naam {host} is niet te vinden; controleer het adres en de verbinding.",
    network="Geen verbinding met {host}{why}; controleer het netwerk en probeer het opnieuw.",
    timeout="{host} antwoordt niet op tijd; probeer het later opnieuw.",
    tls="De beveiligde verbinding met {host} is niet te vertrouwen{why}; er is niets opgehaald.",
    http="{host} antwoordt met status {detail}; controleer het adres {where} of probeer het later.",
    gone="{where} bestaat niet meer; de bron is buiten gebruik gesteld en kan weg.",
    wait="{host} vraagt om {until} terug te komen; dat gebeurt vanzelf.",
    portal="Het netwerk laat {host} nog niet door; meld je in de browser bij het netwerk aan.",
    redirects="{where} verwijst te vaak door, of naar een plek die niet mag; zoek het nieuwe adres.",
    inside="{detail} ligt ineens op je eigen netwerk; hoort dat zo, voeg de bron dan opnieuw toe.",
    too_large="Groter dan toegestaan{why}, dus er is niets bewaard van {where}.",
    encoding="{where} is niet uit te pakken{why}; probeer het later opnieuw.",
    empty="{where} is leeg; probeer het later opnieuw.",
    not_a_feed="{where} is geen feed; open het adres in de browser en zoek daar de feed.",
    malformed="{where} is zo beschadigd dat er niets van te lezen is{why}.",
    hostile="{where} is geweigerd: de inhoud is gevaarlijk opgebouwd{why}.",
    no_articles="Op {where} is geen nieuws gevonden; is de pagina veranderd, geef dan een ander adres.",
    consent="{host} vraagt eerst om toestemming; open het adres in de browser.",
    login="{host} vraagt om een inlog of abonnement; open het adres in de browser.",
    script="{host} vraagt om JavaScript of een captcha; open het adres in de browser.",
    robots="{host} vraagt programma's om {where} niet op te halen; open het adres in de browser.",
    offline="De proefeditie haalt niets op van het net; start zonder --demo.",
    not_found="{detail} is niet te vinden; controleer de naam of het nummer.",
    duplicate="{where} is al een bron{why}.",
    not_a_picture="{where} is geen foto{why}; er is niets van getoond.",
    picture_bomb="De foto {where} is geweigerd: te veel beeldpunten{why}.",
    picture_damaged="De foto {where} is beschadigd of niet af; probeer het later nog eens.",
    pictures_missing="Foto's kunnen nog niet getoond worden; installeer: pip install 'newsreader[images]'.",
    file="Het bestand {where} is niet te lezen of te schrijven{why}.",
    no_room="Er is te weinig ruimte in {where}{why}; maak ruimte of kies een andere map.",
    command="“{where}” is geen opdracht; kijk of elk aanhalingsteken gesloten is.",
    program="{where} is niet te starten of werkte niet{why}; controleer de opdracht.",
    store_damaged="De krant in {where} is beschadigd{why}; “newsreader doctor --repair” redt wat het kan.",
    store_future="De krant in {where} is van een nieuwere versie van dit programma; werk het programma bij.",
    store_locked="De krant in {where} is in gebruik door een ander programma; sluit dat en probeer opnieuw.",
    store_read_only="De krant in {where} mag alleen gelezen worden{why}; controleer de rechten.",
    store_full="Er is geen ruimte meer om {where} te bewaren; maak ruimte op de schijf.",
    store_no_locks=(
        "De schijf van {where} kan programma's niet uit elkaar houden{why}: lezen gaat, bewaren niet; "
        "zet de krant met --data-dir op een gewone schijf."
    ),
    store_foreign="{where} is van een ander programma en blijft onaangeroerd; kies een andere map.",
    settings_damaged=(
        "Het instellingenbestand {path} is beschadigd; het staat nu apart als {hint}, de standaard geldt."
    ),
    settings_stuck=(
        "Het instellingenbestand {path} is beschadigd en niet te verplaatsen; "
        "wat je kiest geldt alleen deze keer."
    ),
    settings_unreadable=(
        "Het instellingenbestand {path} is niet te lezen ({detail}); wat je kiest geldt alleen deze keer."
    ),
    settings_not_a_file="{path} is geen gewoon bestand; wat je kiest geldt alleen deze keer.",
    settings_not_text=(
        "Het instellingenbestand {path} is geen UTF-8-tekst en blijft zoals het is; "
        "wat je kiest geldt alleen deze keer."
    ),
    settings_future=(
        "Het instellingenbestand {path} is van een nieuwere versie ({detail}) en blijft zoals het is; "
        "wat je kiest geldt alleen deze keer."
    ),
    settings_read_only=(
        "Het instellingenbestand {path} mag alleen gelezen worden; wat je kiest geldt alleen deze keer."
    ),
    settings_no_room=(
        "Er is geen ruimte om het instellingenbestand {path} op te slaan; "
        "maak ruimte op de schijf; wat je kiest geldt alleen deze keer."
    ),
    settings_not_saved=(
        "Het instellingenbestand {path} is niet op te slaan ({detail}); wat je kiest geldt alleen deze keer."
    ),
    settings_value=(
        "In {path} kan “{key}” niet {detail} zijn, maar wel: {hint}; de standaard geldt, het bestand blijft."
    ),
    settings_unknown="In {path} is “{key}” geen instelling{meant}",
)

EN = ProblemWords(
    nowhere="this address",
    meant="; did you mean “{hint}”?",
    because=" ({detail})",
    later="later",
    until="after {time}",
    address="{where} is not an address that can be opened; give one that begins with http:// or https://.",
    dns="The name {host} cannot be found; check the address and the connection.",
    network="No connection with {host}{why}; check the network and try again.",
    timeout="{host} does not answer in time; try again later.",
    tls="The secure connection with {host} cannot be trusted{why}; nothing was fetched.",
    http="{host} answers with status {detail}; check the address {where} or try later.",
    gone="{where} no longer exists; the source has been retired and can be removed.",
    wait="{host} asks to come back {until}; that happens by itself.",
    portal="The network does not let {host} through yet; sign in to the network in the browser.",
    redirects="{where} redirects too often, or to a place not allowed; look for the new address.",
    inside="{detail} is suddenly on your own network; if it should be, remove the source and add it again.",
    too_large="Larger than allowed{why}, so nothing was kept of {where}.",
    encoding="{where} cannot be unpacked{why}; try again later.",
    empty="{where} is empty; try again later.",
    not_a_feed="{where} is not a feed; open the address in the browser and look for the feed there.",
    malformed="{where} is so damaged that nothing of it can be read{why}.",
    hostile="{where} was refused: its content is built dangerously{why}.",
    no_articles="No news was found on {where}; if the page has changed, give another address.",
    consent="{host} asks for consent first; open the address in the browser.",
    login="{host} asks for a login or a subscription; open the address in the browser.",
    script="{host} asks for JavaScript or a captcha; open the address in the browser.",
    robots="{host} asks programs not to fetch {where}; open the address in the browser.",
    offline="The sample edition fetches nothing from the network; start without --demo.",
    not_found="{detail} cannot be found; check the name or the number.",
    duplicate="{where} is a source already{why}.",
    not_a_picture="{where} is not a picture{why}; nothing of it was shown.",
    picture_bomb="The picture {where} was refused: too many pixels{why}.",
    picture_damaged="The picture {where} is damaged or incomplete; try again later.",
    pictures_missing="Pictures cannot be shown; install what they need: pip install 'newsreader[images]'.",
    file="The file {where} cannot be read or written{why}.",
    no_room="There is too little room in {where}{why}; free some space or choose another folder.",
    command="“{where}” is not a command; see whether every quote is closed.",
    program="{where} cannot be started or did not work{why}; check the command.",
    store_damaged="The news in {where} is damaged{why}; “newsreader doctor --repair” saves what it can.",
    store_future="The news in {where} is of a newer version of this program; update the program.",
    store_locked="The news in {where} is in use by another program; close that and try again.",
    store_read_only="The news in {where} may only be read{why}; check the permissions.",
    store_full="There is no room left to keep {where}; free some space on the disk.",
    store_no_locks=(
        "The disk of {where} cannot keep programs apart{why}: the news can be read but nothing kept; "
        "use --data-dir with an ordinary disk."
    ),
    store_foreign="{where} is a file of another program; it is left alone, choose another folder.",
    settings_damaged="The settings file {path} is damaged; it is now set aside as {hint}, the defaults hold.",
    settings_stuck=(
        "The settings file {path} is damaged and cannot be moved; what you choose holds for this time only."
    ),
    settings_unreadable=(
        "The settings file {path} cannot be read ({detail}); what you choose holds for this time only."
    ),
    settings_not_a_file="{path} is not an ordinary file; what you choose holds for this time only.",
    settings_not_text=(
        "The settings file {path} is not UTF-8 text and stays as it is; "
        "what you choose holds for this time only."
    ),
    settings_future=(
        "The settings file {path} is of a newer version ({detail}) and stays as it is; "
        "what you choose holds for this time only."
    ),
    settings_read_only=(
        "The settings file {path} may only be read; what you choose holds for this time only."
    ),
    settings_no_room=(
        "There is no room to save the settings file {path}; "
        "free some space on the disk; what you choose holds for this time only."
    ),
    settings_not_saved=(
        "The settings file {path} cannot be saved ({detail}); what you choose holds for this time only."
    ),
    settings_value=(
        "In {path} “{key}” cannot be {detail}, but may be: {hint}; the default holds, the file is unchanged."
    ),
    settings_unknown="In {path} “{key}” is not a setting{meant}",
)
