"""What belongs together, and where a story comes from: pure functions over the model."""
