"""Letters in words: Jinja templates in a sandbox, and a check of the person's own ones."""
