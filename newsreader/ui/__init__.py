"""Everything Textual: the application, its screens and widgets."""

from newsreader.ui import lean

lean.load()
