"""Other programs that the reader hands something to; none of them is ever started through a shell."""
