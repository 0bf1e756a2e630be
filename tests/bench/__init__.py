"""Measurements: `python -m tests.bench` prints a table of how fast the reader is on this machine."""
