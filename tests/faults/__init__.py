"""The reader broken in every way we could think of, and what was lost by it."""
