"""Reading an article aloud, from the line on top, until a key is pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader import gate
from newsreader.outside import speech
from newsreader.ui.widgets.copying import spoken_text

if TYPE_CHECKING:
    from newsreader.ui.screens.reading.pane import Pane

GROUP = "aloud"


def begin(screen: Pane) -> None:
    """Read the article in the pane aloud; say so when there is no voice, or no text."""
    texts, own = screen.words.pane, screen.engine.settings.voice
    view = screen.view
    text = spoken_text(view.page.lines[view.scroll_offset.y : view.page.foot])
    language = (view.article.language if view.article else "") or screen.words.language
    voice = speech.voice(own, language)
    if voice is None:
        screen.say(texts.no_such_voice(gate.line(own, 60)) if own else texts.no_voice)
    elif not text:
        screen.say(texts.nothing_to_say)
    else:
        screen.say(texts.aloud(gate.line(voice.program, 40)), lasting=True)
        screen.paper.takes_key = lambda: stop(screen)
        screen.begin(_speak(screen, voice, text), GROUP, exclusive=True)


def stop(screen: Pane) -> None:
    """Hush: a key was pressed, or another article opened."""
    if screen.paper.takes_key is not None:
        screen.paper.takes_key = None
        screen.workers.cancel_group(screen, GROUP)
        screen.say("")


async def _speak(screen: Pane, voice: speech.Voice, text: str) -> None:
    texts = screen.words.pane
    spoken = await speech.speak(voice, text)
    screen.paper.takes_key = None
    screen.say(texts.said if spoken else texts.voice_failed(gate.line(voice.program, 40)))
