"""Numbers with the noun they count, as each language writes them."""

from collections.abc import Callable

Counted = Callable[[int], str]


def nl_count(n: int, one: str, many: str) -> str:
    """`1.234 berichten`."""
    return f"{n:,} {one if n == 1 else many}".replace(",", ".")


def en_count(n: int, one: str, many: str) -> str:
    """`1,234 articles`."""
    return f"{n:,} {one if n == 1 else many}"
