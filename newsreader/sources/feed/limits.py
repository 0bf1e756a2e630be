"""How much of a feed is read at most: beyond these figures a feed is an attack or an accident."""

MAX_BYTES = 20_000_000
"""Of the body, after decompression."""
MAX_TAGS = 300_000
"""Tags and other markup outside CDATA; what follows is not read."""
MAX_VALUES = 1_000_000
"""Values of a JSON text, roughly: commas and braces."""
MAX_DECLARED = 1_000
"""Entities a document type may declare."""
MAX_CHILDREN = 200
"""Children of one name in one element; further ones are not looked at."""
MAX_DEPTH = 200
"""Open elements; what lies deeper is taken as text of the last that fits."""
MAX_ATTRIBUTES = 64
"""Of one element of a document that had to be repaired."""
MAX_ENTRIES = 10_000
"""Of one feed; the rest is not read."""
MAX_LIST = 50
"""Links, people, categories, enclosures or pictures of one entry."""

TITLE_LENGTH = 1_000
NAME_LENGTH = 200
ID_LENGTH = 2_000
