"""What an examination of the reader's own house found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from newsreader.model.notice import Notice
from newsreader.model.problem import Problem


class State(StrEnum):
    """How a thing is."""

    OK = "ok"
    WARNING = "warning"
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Finding:
    """How one thing is: `told` names the sentence, which `about` has when a problem or a notice is meant."""

    told: str
    state: State = State.OK
    detail: str = ""
    about: Problem | Notice | None = None
