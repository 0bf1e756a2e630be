"""Everything that takes foreign bytes, each as a function that fails when something gets through."""
