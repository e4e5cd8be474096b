"""The mailbox over IMAP. `ImapMailbox` is all that others need of it."""
