"""How well articles are read from pages: words by a public benchmark's measure, and the structure kept."""
