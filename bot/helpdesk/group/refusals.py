"""Why something that an agent did in the group was refused, in words for them."""

from typing import Final, Literal

from bot.helpdesk.group.room import Room
from bot.helpdesk.port import NotAllowed, TooLong, WindowOver
from bot.words import Words
from storage.looks import TooManyLooks
from storage.tickets.port import NoSuchTicket, NotYours, TicketIsClosed, TicketUnreadable

REFUSED: Final = (
    NotYours,
    TicketIsClosed,
    NoSuchTicket,
    TicketUnreadable,
    TooLong,
    WindowOver,
    NotAllowed,
    TooManyLooks,
)

Occasion = Literal["unsent", "press"]


class Refusals:
    """Finds the words, with the name of whoever has the ticket."""

    def __init__(self, room: Room, words: Words) -> None:
        self._room = room
        self._words = words

    async def why(self, error: Exception, occasion: Occasion) -> str:
        """One sentence: about words that were not sent, or about a press that did nothing."""
        match error:
            case NotYours() if error.owner is not None:
                name = await self._room.name(error.owner) or self._words.say("somebody")
                return self._words.say(f"{occasion}-theirs", name=name)
            case NotYours() | NotAllowed():
                return self._words.say(f"{occasion}-nobody")
            case TicketIsClosed():
                return self._words.say(f"{occasion}-closed")
            case TooLong():
                return self._words.say("unsent-long")
            case TooManyLooks():
                return self._words.say("press-too-many")
            case WindowOver():
                return self._words.say("unsent-window")
            case _:
                return self._words.say(f"{occasion}-gone")
