"""`newsreader webmail`: which webmail, choosing another, opening it."""

from __future__ import annotations

from newsreader import settings
from newsreader.cli import output
from newsreader.cli.compose import FAILURE, Context, failure
from newsreader.outside.browser import opens


def run(context: Context) -> int:
    """Print, change or open the webmail."""
    match context.options.choice:
        case None:
            return _print(context)
        case "open":
            return _open(context)
        case name:
            return _choose(context, name)


def _print(context: Context) -> int:
    chosen = context.loaded.settings.webmail
    if not chosen:
        return _unset(context)
    output.say(chosen)
    return 0


def _open(context: Context) -> int:
    chosen = context.loaded.settings
    if not chosen.webmail:
        return _unset(context)
    address = chosen.webmail_addresses[chosen.webmail]
    if not opens(address, chosen.browser):
        return failure(context.words.cli.no_browser(address))
    output.say(context.words.cli.opened(address))
    return 0


def _choose(context: Context, name: str) -> int:
    notice = settings.save(context.paths.settings, {"webmail": name})
    if notice:
        if notice not in context.loaded.notices:  # those have been told
            output.complain(context.words.problems.notice(notice))
        return FAILURE
    output.say(context.words.cli.webmail_chosen(name))
    return 0


def _unset(context: Context) -> int:
    return failure(context.words.cli.webmail_unset)
