"""A Dutch-first newspaper for the terminal. Only the version lives here, so that every import stays cheap."""

__version__ = "0.1.0"
