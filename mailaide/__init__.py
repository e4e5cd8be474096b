"""mailaide: the message a client should get next, waiting in your Drafts folder."""

__version__ = "0.1.0"
