"""Pictures: what their bytes say they are, where they are kept, and how a terminal is made to show them."""
