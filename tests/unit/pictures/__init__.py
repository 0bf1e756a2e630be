"""Pictures without a screen and without a network."""
