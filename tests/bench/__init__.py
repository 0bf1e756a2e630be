"""Measurements: `python -m tests.bench` prints a table of how fast the reader is on this machine.

Every figure comes from one command; `--json FILE` writes the table with the machine in it. `--keep FOLDER`
keeps the stores for a next time: one of a million articles takes half an hour to make.

Opening, against an empty Textual application, and the sample edition:
    python -m tests.bench opening --articles 0,3000,30000,100000,1000000 --keep FOLDER
Keys at rest, while a thousand feeds come in, while articles are joined; what is written when idle:
    python -m tests.bench keys busy joining idle --articles 1000000 --keep FOLDER
Refreshes of 100 and 1,000 feeds: all new, 304, a tenth new; at once and 50 ms away; peers where installed:
    python -m tests.bench refresh peers
Search, stories, and the size of the database:
    python -m tests.bench search stories size --articles 1000000 --keep FOLDER
A day's use: processor, bytes received, disk grown:
    python -m tests.bench day
The parts by themselves: the reading pane, parsing, what else could parse, differences between wordings:
    python -m tests.bench pane parse parsers changes
"""
