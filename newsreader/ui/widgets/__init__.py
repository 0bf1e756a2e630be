"""What stands on a screen: widgets are given data and words, draw them, and post what the reader did."""
