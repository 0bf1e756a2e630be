"""What each command is called: a short label for the key bar, and a sentence for help and palette."""

from typing import NamedTuple


class CommandWords(NamedTuple):
    """A (label, sentence) a command; the field's name is the command's id."""

    down: tuple[str, str]
    up: tuple[str, str]
    page_down: tuple[str, str]
    page_up: tuple[str, str]
    top: tuple[str, str]
    bottom: tuple[str, str]
    read: tuple[str, str]
    back: tuple[str, str]
    read_on: tuple[str, str]
    next: tuple[str, str]
    previous: tuple[str, str]
    find: tuple[str, str]
    find_next: tuple[str, str]
    find_previous: tuple[str, str]
    links: tuple[str, str]
    select: tuple[str, str]
    aloud: tuple[str, str]
    density: tuple[str, str]
    region_next: tuple[str, str]
    region_previous: tuple[str, str]
    fold: tuple[str, str]
    unread_only: tuple[str, str]
    save: tuple[str, str]
    mark: tuple[str, str]
    mark_all: tuple[str, str]
    undo: tuple[str, str]
    refresh: tuple[str, str]
    problems: tuple[str, str]
    search: tuple[str, str]
    changes: tuple[str, str]
    going_on: tuple[str, str]
    unfold: tuple[str, str]
    follow: tuple[str, str]
    split: tuple[str, str]
    join: tuple[str, str]
    browser: tuple[str, str]
    copy: tuple[str, str]
    copy_markdown: tuple[str, str]
    export: tuple[str, str]
    pipe: tuple[str, str]
    mail: tuple[str, str]
    enclosures: tuple[str, str]
    full_text: tuple[str, str]
    picture: tuple[str, str]
    trail_back: tuple[str, str]
    trail_forward: tuple[str, str]
    related: tuple[str, str]
    sources: tuple[str, str]
    webmail: tuple[str, str]
    settings: tuple[str, str]
    theme: tuple[str, str]
    suspend: tuple[str, str]
    help: tuple[str, str]
    palette: tuple[str, str]
    quit: tuple[str, str]

    def of(self, command_id: str) -> tuple[str, str]:
        """The label and the sentence of a command; the nine `related_N` share one."""
        if command_id.startswith("related_"):
            return self.related
        words: tuple[str, str] = getattr(self, command_id)
        return words


NL = CommandWords(
    down=("omlaag", "Een regel of bericht omlaag"),
    up=("omhoog", "Een regel of bericht omhoog"),
    page_down=("pagina omlaag", "Een bladzijde omlaag"),
    page_up=("pagina omhoog", "Een bladzijde omhoog"),
    top=("begin", "Naar het begin"),
    bottom=("einde", "Naar het einde"),
    read=("lees", "Het bericht lezen; een rubriek of bron openen"),
    back=("terug", "Een stap terug: naar de lijst, naar de rubrieken"),
    read_on=("verder", "Verder lezen; aan het eind naar het volgende ongelezen bericht"),
    next=("volgende", "Het volgende bericht lezen"),
    previous=("vorige", "Het vorige bericht lezen"),
    find=("vind", "Vinden in het bericht (in het leesvenster)"),
    find_next=("volgende treffer", "Naar de volgende treffer in het bericht; anders het volgende bericht"),
    find_previous=("vorige treffer", "Naar de vorige treffer in het bericht"),
    links=("koppeling", "Een koppeling in het bericht openen, kopiëren of hier lezen, met haar nummer"),
    select=("selecteer", "Regels van het bericht selecteren en kopiëren"),
    aloud=("voorlezen", "Het bericht voorlezen vanaf de bovenste regel; elke toets stopt het"),
    density=("wit", "Minder of meer wit in de tekst"),
    region_next=("volgend deel", "Naar het volgende deel van het scherm"),
    region_previous=("vorig deel", "Naar het vorige deel van het scherm"),
    fold=("vouw", "Een groep in- of uitklappen"),
    unread_only=("ongelezen", "Alleen ongelezen berichten tonen, of weer alles"),
    save=("bewaar", "Het bericht bewaren voor later, of niet meer"),
    mark=("gelezen", "Het bericht als gelezen of ongelezen markeren"),
    mark_all=("alles gelezen", "Alle berichten in deze lijst als gelezen markeren"),
    undo=("ongedaan", "De laatste markering ongedaan maken"),
    refresh=("ververs", "Nieuws ophalen bij alle bronnen"),
    problems=("mislukt", "Tonen welke bronnen niet lukten, en waarom"),
    search=("zoek", "Zoeken in alles wat is opgeslagen"),
    changes=("gewijzigd", "Tonen wat er in het bericht is veranderd"),
    going_on=("wat speelt er", "Tonen wat er speelt: de verhalen van de dag"),
    unfold=("berichten", "Alle berichten over hetzelfde verhaal onder elkaar tonen, of weer één regel"),
    follow=("volg", "Het verhaal van dit bericht volgen, of niet meer"),
    split=("los", "Het bericht losmaken van zijn verhaal"),
    join=("samen", "Twee berichten tot één verhaal maken: op elk van beide drukken"),
    browser=("browser", "Het bericht openen in de browser"),
    copy=("kopieer", "Het adres van het bericht kopiëren"),
    copy_markdown=("als Markdown", "Het bericht kopiëren als Markdown"),
    export=("opslaan", "Opslaan als Markdown, HTML, tekst of EPUB: dit bericht, wat bewaard is, of de krant"),
    pipe=("naar opdracht", "De tekst van het bericht aan een opdracht geven"),
    mail=("mail", "Het adres van het bericht mailen"),
    enclosures=("bijlagen", "De bijlagen van het bericht: openen of ophalen"),
    full_text=("hele tekst", "De volledige tekst nu ophalen van de eigen pagina"),
    picture=("foto", "De foto in beeld buiten de krant openen"),
    trail_back=("spoor terug", "Terug over het spoor van gelezen berichten"),
    trail_forward=("spoor vooruit", "Vooruit over het spoor van gelezen berichten"),
    related=("verwant", "Een bericht uit de lijst onder het bericht lezen"),
    sources=("bronnen", "Bronnen toevoegen, hernoemen, verplaatsen, aan- en uitzetten"),
    webmail=("webmail", "Je webmail openen in de browser"),
    settings=("instellingen", "De instellingen bekijken en veranderen"),
    theme=("thema", "Een ander kleurenthema kiezen"),
    suspend=("pauzeer", "Het programma op de achtergrond zetten (fg haalt het terug)"),
    help=("hulp", "Alle toetsen tonen"),
    palette=("opdrachten", "Een opdracht zoeken op naam"),
    quit=("stop", "De krant dichtslaan"),
)

EN = CommandWords(
    down=("down", "Down a line or an article"),
    up=("up", "Up a line or an article"),
    page_down=("page down", "Down a page"),
    page_up=("page up", "Up a page"),
    top=("top", "To the beginning"),
    bottom=("bottom", "To the end"),
    read=("read", "Read the article; open a section or source"),
    back=("back", "A step back: to the list, to the sections"),
    read_on=("read on", "Read on; at the end, to the next unread article"),
    next=("next", "Read the next article"),
    previous=("previous", "Read the previous article"),
    find=("find", "Find in the article (in the reading pane)"),
    find_next=("next match", "To the next match in the article; else the next article"),
    find_previous=("previous match", "To the previous match in the article"),
    links=("link", "Open, copy or read here a link in the article, by its number"),
    select=("select", "Select and copy lines of the article"),
    aloud=("aloud", "Read the article aloud from the line on top; any key stops it"),
    density=("white", "Less or more white in the text"),
    region_next=("next region", "To the next region of the screen"),
    region_previous=("previous region", "To the previous region of the screen"),
    fold=("fold", "Fold or unfold a group"),
    unread_only=("unread", "Show only unread articles, or all again"),
    save=("save", "Save the article for later, or no longer"),
    mark=("mark", "Mark the article as read or unread"),
    mark_all=("all read", "Mark all articles in this list as read"),
    undo=("undo", "Undo the last marking"),
    refresh=("refresh", "Fetch the news from all sources"),
    problems=("failures", "Show which sources failed, and why"),
    search=("search", "Search everything that is stored"),
    changes=("changes", "Show what changed in the article"),
    going_on=("going on", "Show what is going on: the stories of the day"),
    unfold=("tellings", "Show all articles of the same story, or one row again"),
    follow=("follow", "Follow the story of this article, or no longer"),
    split=("split", "Split the article off its story"),
    join=("join", "Make one story of two articles: press it on each"),
    browser=("browser", "Open the article in the browser"),
    copy=("copy", "Copy the article's address"),
    copy_markdown=("as Markdown", "Copy the article as Markdown"),
    export=("export", "Save as Markdown, HTML, text or EPUB: this article, what is saved, or the paper"),
    pipe=("pipe", "Give the article's text to a command"),
    mail=("mail", "Mail the article's address"),
    enclosures=("enclosures", "The article's enclosures: open or download"),
    full_text=("full text", "Fetch the full text from its own page now"),
    picture=("picture", "Open the picture in sight outside"),
    trail_back=("trail back", "Back over the trail of articles read"),
    trail_forward=("trail forward", "Forward over the trail of articles read"),
    related=("related", "Read an article from the list under the text"),
    sources=("sources", "Add, rename, move and switch sources"),
    webmail=("webmail", "Open your webmail in the browser"),
    settings=("settings", "See and change the settings"),
    theme=("theme", "Choose another colour theme"),
    suspend=("suspend", "Put the program in the background (fg brings it back)"),
    help=("help", "Show all keys"),
    palette=("commands", "Find a command by its name"),
    quit=("quit", "Close the newspaper"),
)
