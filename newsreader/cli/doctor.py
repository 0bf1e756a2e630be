"""`newsreader doctor`: how everything is, line by line, and putting right what can be."""

from __future__ import annotations

import asyncio
import sys

from newsreader.cli import output
from newsreader.cli.compose import FAILURE, Context
from newsreader.engine import doctor
from newsreader.model.finding import Finding, State
from newsreader.store.mend import is_repairable


def run(context: Context) -> int:
    """Examine (after a repair, if that is wanted) and print; the status is 1 when there is a fault."""
    try:
        found = _found(context)
    finally:
        output.end_progress()
    if context.json:
        output.say_json([_shape(context, finding) for finding in found])
    else:
        output.say_lines(_line(context, finding) for finding in found)
        if any(map(is_repairable, found)):
            output.complain(context.words.doctor.repairable)
    return FAILURE if any(finding.state is State.FAULT for finding in found) else 0


def _found(context: Context) -> list[Finding]:
    """Everything that is found; what takes long is told meanwhile."""

    def told(name: str) -> None:
        output.progress(context.words.doctor.checking[name])

    found = doctor.repair(context.paths, context.now, told) if context.options.repair else []
    encoding = getattr(sys.stdout, "encoding", "") or ""
    found += doctor.examine(context.paths, context.loaded, context.environ, encoding, context.now, told)
    if context.options.network:
        told("network")
        found += asyncio.run(doctor.network(context.paths, context.loaded))
    return found


def _line(context: Context, finding: Finding) -> str:
    words = context.words.doctor
    return f"{words.states[finding.state]:<8}{words.sentence(finding, context.words.problems)}"


def _shape(context: Context, finding: Finding) -> dict[str, str]:
    text = context.words.doctor.sentence(finding, context.words.problems)
    return {"told": finding.told, "state": finding.state, "detail": finding.detail, "text": text}
