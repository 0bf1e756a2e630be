"""From an address to safe articles: fetching, understanding and cleaning what publishers serve."""
