"""What things of ours are called in Chatwoot, and things of Chatwoot's here."""

from collections.abc import Sequence
from typing import Final

from bot.helpdesk.chatwoot.wire import Person
from bot.helpdesk.port import Actor
from storage.tickets.port import Entry

PLACE: Final = "chatwoot"
AGENT: Final = "chatwoot:"
SYSTEM: Final = Actor(PLACE, "Chatwoot", "supervisor")
"""Who does what nobody in particular did in Chatwoot."""
_OURS: Final = "tkpj:"


def source_of(*parts: object) -> str:
    """The name of a message that we post."""
    return _OURS + ":".join(map(str, parts))


def is_ours(source: str | None) -> bool:
    """Whether we posted the message with this name."""
    return (source or "").startswith(_OURS)


def ref_of(account: int, conversation: int) -> str:
    """What a ticket is called by this place."""
    return f"{account}/{conversation}"


def conversation_of(account: int, ref: str | None) -> int | None:
    """The conversation in this account; None for one in another, or none."""
    found, _, number = (ref or "").partition("/")
    return int(number) if found == str(account) and number.isdecimal() else None


def actor_of(person: Person) -> Actor:
    """An agent of Chatwoot."""
    return Actor(f"{AGENT}{person.id}", person.called or f"Chatwoot {person.id}")


def agent_of(actor: str | None) -> int | None:
    """Chatwoot's number of an agent; None for those who work elsewhere."""
    number = (actor or "").removeprefix(AGENT)
    return int(number) if number != actor and number.isdecimal() else None


def written_here(entry: Entry) -> bool:
    """Whether an agent wrote it in Chatwoot, where all have seen it."""
    return entry.author.startswith(AGENT) and entry.kind in {"agent", "note"}


def called(agent: str | None, entries: Sequence[Entry]) -> str | None:
    """An agent's name, as far as it stands in a ticket's entries."""
    for entry in reversed(entries):
        if entry.name and (entry.text if entry.kind == "transferred" else entry.author) == agent:
            return entry.name
    return None
