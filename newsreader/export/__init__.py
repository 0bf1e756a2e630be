"""Articles and editions as documents: Markdown, HTML, plain text and EPUB; pure, in the words it is given."""
