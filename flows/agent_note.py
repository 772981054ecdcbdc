"""What a person who helps should know: the words on the user's screen, as the user copied them.

Kept in the session until they have been passed on, and no longer than anything else that was half told. Long numbers
and addresses are taken out first: nobody needs them to help.
"""

import re

from flows.turn import Turn

NOTE = "for-agent"
"""The note in the session, and the timer that ends it."""
LONGEST = 120
"""Bytes that are kept."""

_NUMBER = re.compile(r"\d(?:[ .-]?\d){3,}")
_ADDRESS = re.compile(r"\S+@\S+")


def keep_note(turn: Turn, words: str) -> None:
    """Keep these words for a person; what looks like somebody's number or address is left out."""
    said = _NUMBER.sub("…", _ADDRESS.sub("…", " ".join(words.split())))
    turn.wake(NOTE, turn.settings.forget_after)
    turn.notes[NOTE] = said.encode()[:LONGEST].decode(errors="ignore")


def kept_note(turn: Turn) -> str:
    """The words that were kept, empty if there are none."""
    return str(turn.notes.get(NOTE) or "")


def drop_note(turn: Turn) -> None:
    """They have been passed on, or are to be forgotten."""
    if turn.notes.pop(NOTE, None) is not None:
        turn.let_sleep(NOTE)
