"""The buttons below a ticket's card, and what a press says: ``hd:<ticket>:<what>[:<argument>]``, at most 64 bytes."""

from collections.abc import Sequence
from typing import Final, Literal, cast, get_args

from msgspec import Struct
from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.words import Words
from flows.journeys.jmo_places import STEPS
from storage.tickets.port import Line

What = Literal[
    "take",  # claim it
    "identity",  # ask for the number in a document
    "steps",  # show the bot's steps
    "step",  # let the bot run one
    "guide",  # show the guide's steps
    "release",  # back to the queue
    "done",  # show the reasons
    "close",  # close it for a reason
    "back",  # show the card's own buttons
    "same",  # the card shows the person of the documents
    "other",  # it does not
]
REASONS: Final = ("solved", "no-answer-possible", "quiet", "abuse")
"""Why an agent can close a ticket; the other reasons are the user's or the program's."""
_MARK: Final = "hd"
_KNOWN: Final = frozenset(get_args(What))


class Pressed(Struct, frozen=True):
    """What a press says."""

    ticket: int
    what: What
    argument: str = ""


def read(data: str) -> Pressed | None:
    """Read a button's data; None if it is none of ours."""
    mark, _, rest = data.partition(":")
    number, _, rest = rest.partition(":")
    what, _, argument = rest.partition(":")
    if mark != _MARK or not number.isdecimal() or what not in _KNOWN:
        return None
    return Pressed(int(number), cast("What", what), argument)


def below_card(line: Line, words: Words) -> InlineKeyboardMarkup | None:
    """What can be done with a ticket as it is now."""
    if line.state == "closed":
        return None
    if line.owner is None:
        return waiting(line.number, words)
    return with_agent(line.number, words)


def waiting(ticket: int, words: Words) -> InlineKeyboardMarkup:
    """What can be done with a ticket that nobody has."""
    return _keyboard(ticket, [[("take", words.say("button-take"))]])


def with_agent(ticket: int, words: Words) -> InlineKeyboardMarkup:
    """What can be done with a ticket that somebody has."""
    rows = [
        [("identity", words.say("button-identity")), ("steps", words.say("button-steps"))],
        [("release", words.say("button-release")), ("done", words.say("button-done"))],
    ]
    return _keyboard(ticket, rows)


def steps(ticket: int, words: Words) -> InlineKeyboardMarkup:
    """What the bot can be asked to do."""
    own = [[(f"step:{step}", words.say(f"button-step-{step}"))] for step in ("identity", "kpj")]
    rest = [[("guide", words.say("button-step-guide"))], [("back", words.say("button-back"))]]
    return _keyboard(ticket, [*own, *rest])


def guide(ticket: int, words: Words) -> InlineKeyboardMarkup:
    """Where the guide can be begun."""
    labelled = [(f"step:guide.{step}", words.say(f"guide-{step}")) for step in STEPS]
    pairs = [labelled[place : place + 2] for place in range(0, len(labelled), 2)]
    return _keyboard(ticket, [*pairs, [("back", words.say("button-back"))]])


def reasons(ticket: int, words: Words) -> InlineKeyboardMarkup:
    """Why the ticket can be closed."""
    rows = [[(f"close:{reason}", words.say(f"reason-{reason}"))] for reason in REASONS]
    return _keyboard(ticket, [*rows, [("back", words.say("button-back"))]])


def comparing(ticket: int, token: str, words: Words) -> InlineKeyboardMarkup:
    """Whether the card shows the person of the documents."""
    row = [(f"same:{token}", words.say("button-same")), (f"other:{token}", words.say("button-other"))]
    return _keyboard(ticket, [row])


def _keyboard(ticket: int, rows: Sequence[Sequence[tuple[str, str]]]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(label, callback_data=f"{_MARK}:{ticket}:{what}") for what, label in row] for row in rows]
    )
