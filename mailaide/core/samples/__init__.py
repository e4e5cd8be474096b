"""A made-up practice with its letters: for previews, the documentation, and to see whether all can be written."""
