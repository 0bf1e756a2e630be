"""Everything Textual: the application, its screens and widgets."""
