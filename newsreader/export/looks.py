"""The looks of the documents, as CSS: one column of text, in the reader's own fonts and colours."""

BOOK = """
body { line-height: 1.5; }
h1, h2, h3 { line-height: 1.2; }
figure { margin: 1em 0; }
img { max-width: 100%; height: auto; }
figcaption, .origin, .dateline, .rights, .picture { font-size: 0.85em; }
blockquote { margin: 1em; font-style: italic; }
pre { white-space: pre-wrap; }
table { border-collapse: collapse; }
td, th { border: 1px solid; padding: 0.2em 0.5em; text-align: left; vertical-align: top; }
"""
"""For e-readers, which have their own margins and fonts."""

SCREEN = f"""
:root {{ color-scheme: light dark; }}
body {{ max-width: 38em; margin: 2em auto; padding: 0 1em; font-family: Georgia, serif; }}
article {{ margin-bottom: 3em; overflow-wrap: anywhere; }}
{BOOK}"""
"""For a browser."""
