"""How things read in Chatwoot."""

from bot.helpdesk.chatwoot.place import PACKAGE
from bot.helpdesk.chatwoot.telling import Telling
from bot.words import Words
from storage.tickets.port import Entry, Line


def test_an_unknown_name_is_said_as_somebody() -> None:
    """Given an agent of whom only an id is known, no id is shown."""
    telling = Telling(Words(PACKAGE, "en"), send_files=False)
    line = Line(1, 0, None, "waiting", "kpj")
    assert telling.entry(Entry(1, 1, 0, "claimed", "oidc:4711"), line, []) == "✋ another agent took this ticket."
