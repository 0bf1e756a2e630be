"""Measurements: `python -m tests.stories` prints how well stories are told apart, and what is related."""
