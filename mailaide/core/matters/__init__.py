"""What runs between us and the client, each matter followed from its opening to its end, across messages.

A matter is read from the dossier alone, so a rebuilt store gives the same one; each view costs time that grows with the
dossier's length, and no text is read again: that was done when the message came. Duties tell what is owed from them.
"""
