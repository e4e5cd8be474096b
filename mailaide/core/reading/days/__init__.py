"""Days and hours as people name them, seen from the day of the mail."""
