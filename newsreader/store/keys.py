"""Which entry an article is when its publisher uses one id for several pages, now or at another time."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

import apsw

if TYPE_CHECKING:
    from newsreader.model import Draft

_KNOWN = """
SELECT entry.key, ifnull(article.url, '') FROM json_each(?2) AS wanted
CROSS JOIN entry ON entry.source = ?1 AND entry.key = wanted.value
LEFT JOIN article ON article.id = entry.id"""


def settled(connection: apsw.Connection, source: int, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with the keys that their entries already have.

    A draft that shares its id has the id alone as its `other` key: that entry is meant when its address is
    the same. A draft that does not has the id with its address: that entry is meant whenever it is there.
    """
    wanted = [key for draft in drafts if draft.other for key in (draft.key, draft.other)]
    there = dict(connection.execute(_KNOWN, (source, json.dumps(wanted)))) if wanted else {}
    return [draft._replace(key=draft.other) if _is_other(draft, there) else draft for draft in drafts]


def _is_other(draft: Draft, there: dict[str, str]) -> bool:
    if draft.other not in there:
        return False
    alone = len(draft.other) > len(draft.key)
    return alone or (draft.key not in there and there[draft.other] == draft.url)
