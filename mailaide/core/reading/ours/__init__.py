"""What we write: promised, handed over, put off, answered, and worded so that it may be regretted."""
