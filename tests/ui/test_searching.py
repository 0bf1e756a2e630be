"""Search: as you type, without accents, with what was found marked, and back to where you were."""

from __future__ import annotations

from textual.events import Key
from textual.widgets import Input

from newsreader.engine import Engine
from newsreader.model import Scope, ScopeKind
from newsreader.settings import Settings
from tests.ui.conftest import Open
from tests.ui.paper import CHOSEN, Paper


async def search(paper: Paper, words: str) -> None:
    """Search in everything; in the pane the first slash is for the article."""
    await paper.press(*["/", "/"] if paper.main.here == "view" else ["/"])
    await paper.type(words)


async def test_it_finds_as_you_type(paper: Paper) -> None:
    everything = len(paper.titles)
    found = []
    await paper.press("/")
    for letter in "bultr":
        await paper.type(letter)
        found.append(len(paper.main.rows.everything))
    assert everything > found[0] >= found[-1] > 0
    assert found == sorted(found, reverse=True)
    assert "Bultrug" in paper.titles[0]
    assert paper.shows(f"{found[-1]} treffers")


async def test_letters_typed_before_the_line_is_there_are_no_commands(paper: Paper) -> None:
    paper.app.post_message(Key("slash", "/"))
    paper.app.post_message(Key("z", "z"))  # undo, elsewhere
    await paper.settle()
    await paper.type("qM")
    assert paper.app.query_one("#search", Input).value == "zqM"


async def test_it_looks_in_texts_and_takes_no_notice_of_accents_and_case(paper: Paper) -> None:
    await search(paper, "CAFÉ")
    with_accent = paper.titles
    await paper.press("escape")
    await search(paper, "cafe")
    assert paper.titles == with_accent
    assert with_accent


async def test_what_was_found_is_marked(paper: Paper) -> None:
    await search(paper, "bultrug")
    matcher = paper.main.articles._matcher
    assert matcher is not None
    assert [
        slice_of(title, span) for title in ["Bultrug Janus", "Eén bultrúg"] for span in matcher(title)
    ] == [
        "Bultrug",
        "bultrúg",
    ]


def slice_of(text: str, span: tuple[int, int]) -> str:
    return text[span[0] : span[1]]


async def test_nothing_found_says_so(paper: Paper) -> None:
    await search(paper, "xyzzy")
    assert paper.titles == []
    assert paper.shows("xyzzy")
    assert paper.shows("0 treffers")


async def test_signs_and_brackets_are_only_letters_to_look_for(paper: Paper) -> None:
    await paper.press("/")
    for words in ('"', "[", "a*b", "OR", "NEAR(", "-", "[/b]", "(((", "\\"):
        await paper.type(words)
    assert paper.main.query_words is not None


async def test_escape_returns_to_the_article_the_region_and_the_scroll(paper: Paper) -> None:
    await paper.press("G", "k", "k", "pageup")
    here = (paper.current.title, paper.main.articles.scroll_offset.y, paper.main.here)
    await search(paper, "bultrug")
    await paper.press("down", "escape")
    assert (paper.current.title, paper.main.articles.scroll_offset.y, paper.main.here) == here
    assert not paper.main.query("#search")


async def test_escape_from_a_hit_returns_to_the_pane_where_it_began(paper: Paper) -> None:
    paper.main.open_scope(Scope(ScopeKind.SECTION, "Sport"))
    await paper.press("j", "enter")
    listed = paper.titles
    await search(paper, "bultrug")
    await paper.press("enter")
    assert "ultrug" in paper.open
    await paper.press("escape")
    assert paper.main.here == "articles"
    await paper.press("escape")
    assert (paper.titles, paper.main.here) == (listed, "view")


async def test_escape_at_once_leaves_no_hits_behind(paper: Paper) -> None:
    listed = paper.titles
    await paper.press("/")
    await paper.pilot.press("b", "u", "escape")
    await paper.settle()
    assert paper.titles == listed
    assert paper.main.query_words is None


async def test_arrows_move_through_the_hits_and_enter_reads(paper: Paper) -> None:
    await search(paper, "de")
    await paper.press("down", "down", "up")
    second = paper.titles[1]
    await paper.press("enter")
    assert (paper.open, paper.main.here) == (second, "view")
    await paper.press("n")
    assert paper.open == paper.titles[2]


async def test_a_section_chosen_during_a_search_ends_it(paper: Paper) -> None:
    await search(paper, "bultrug")
    labels = [shelf.label for shelf in paper.main.sidebar._shelves]
    await paper.pilot.click("#sidebar", offset=(8, labels.index("Sport")))
    await paper.settle()
    assert paper.main.query_words is None
    assert paper.main.scope == Scope(ScopeKind.SECTION, "Sport")
    assert {row.section for row in map(paper.main.rows.row, range(len(paper.main.rows))) if row} == {"Sport"}
    assert paper.main.here == "articles"


async def test_the_line_can_be_gone_back_to(paper: Paper) -> None:
    await search(paper, "bult")
    await paper.press("tab", "/", "/", "end")
    await paper.type("rug")
    assert paper.main.query_words == "bultrug"
    assert len(paper.main.query("#search")) == 1


async def test_it_works_on_one_region_at_a_time(open_paper: Open) -> None:
    async with open_paper(size=(60, 20)) as paper:
        await paper.press("enter")
        await search(paper, "bultrug")
        assert paper.shows("Bultrug")
        await paper.press("enter")
        assert (paper.main.here, "ultrug" in paper.open) == ("view", True)


async def test_a_second_search_shows_its_own_hit_where_one_region_fits(open_paper: Open) -> None:
    async with open_paper(size=(80, 24)) as paper:
        await search(paper, "bultrug")
        await paper.press("enter")
        await paper.press("escape", "escape")
        await search(paper, "cafe")
        await paper.press("enter")
        article = paper.main.view.article
        assert article is not None
        assert "ultrug" not in article.row.title
        assert article.row.title in " ".join(line.text.strip() for line in paper.main.view.page.lines)


async def test_a_story_is_found_once_and_a_key_shows_who_else_tells_it(paper: Paper, engine: Engine) -> None:
    row = next(each for each in paper.rows_shown() if each.others)
    told = {each.row.id for each in engine.stories.tellings(row.id)}
    words = row.title.split()[0]
    await search(paper, words)
    paper.main.go("articles")
    found = {hit.row.id for hit in engine.search(words)}
    shown = [each for each in paper.rows_shown() if each.id in told]
    assert len(shown) == 1
    assert (len(paper.titles), shown[0].others) == (len(found - told) + 1, row.others)
    assert paper.shows(f"{len(found)} treffers")
    paper.main.articles.move_to(next(iter(told)))
    assert paper.current.id == shown[0].id
    await paper.press("a")
    assert {each.id for each in paper.rows_shown()} == found | told
    assert {each.telling for each in paper.rows_shown() if each.id in told - {shown[0].id}} <= {
        "copy",
        "angle",
    }
    await paper.press("j", "a")
    assert [each for each in paper.rows_shown() if each.id in told] == shown
    assert paper.current.id == shown[0].id


async def test_what_is_decided_about_a_story_is_seen_in_the_search(paper: Paper, engine: Engine) -> None:
    row = next(each for each in paper.rows_shown() if each.others)
    told = {each.row.id for each in engine.stories.tellings(row.id)}
    await search(paper, row.title.split()[0])
    paper.main.go("articles")
    before = paper.titles
    paper.main.articles.move_to(row.id)
    found = paper.current.id
    await paper.press("X")
    assert found not in {each.row.id for each in engine.stories.tellings(next(iter(told - {found})))}
    assert paper.current.others == 0
    await paper.press("z")
    assert (paper.titles, paper.current.others) == (before, row.others)


async def test_all_that_was_found_is_marked_read_also_what_another_stands_for(
    paper: Paper, engine: Engine
) -> None:
    row = next(each for each in paper.rows_shown() if each.others)
    words = row.title.split()[0]
    await search(paper, words)
    await paper.press("tab", "A")
    assert all(hit.row.read for hit in engine.search(words))


async def test_without_stories_every_hit_has_its_row(open_paper: Open, engine: Engine) -> None:
    async with open_paper(Settings(webmail=CHOSEN.webmail, stories=False)) as paper:
        await search(paper, "bultrug")
        assert len(paper.titles) == len(engine.search("bultrug"))


async def test_that_everything_is_searched_is_told_before_the_first_letter(paper: Paper) -> None:
    await paper.press("slash")
    assert paper.main.masthead.left == "Zoek in alles"
