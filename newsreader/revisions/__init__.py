"""Whether an article that comes again says something else, and what has changed in it: pure."""
