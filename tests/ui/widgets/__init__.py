"""The widgets, each on a stage of its own."""
