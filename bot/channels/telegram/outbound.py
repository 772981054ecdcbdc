"""From `Say` to what Telegram sends: parts within its length, and the keyboard below the last of them."""

from typing import Final

from msgspec import Struct
from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from bot.channels.port import Capabilities, Refused
from bot.channels.rendering import cut, rows, shorten, utf16_length
from flows.effect import Choice, Say
from flows.settings import Abilities

CAPABILITIES: Final = Capabilities(
    max_text=4096,
    max_buttons=100,
    max_label=40,
    contact_request=True,
    delete_user_messages=True,
    delete_own_messages=True,
    protects=True,
)
ABILITIES: Final = Abilities(contact_request=True, delete_user_messages=True, delete_own_messages=True)

MAX_DATA: Final = 64  # bytes of `callback_data`
SHORT: Final = 16  # two labels up to this length are read side by side on a small phone

Keyboard = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove


class Part(Struct, frozen=True):
    """One message to send."""

    text: str
    keyboard: Keyboard | None = None


def render(say: Say, *, keyboard_open: bool = False) -> list[Part]:
    """The messages that show `say`; raise `Refused` for choice ids that Telegram cannot carry.

    A message has one keyboard: inline buttons for choices; or, asking for the contact, a reply keyboard with the
    choices beside it, which come back as their labels. A reply keyboard stays until a message removes it, so every
    message without buttons does (it costs nothing where there is none). If one is known to be open (`keyboard_open`)
    and choices come next, the text is sent in two messages where it has paragraphs: one removes, one offers.
    """
    texts = cut(say.text, CAPABILITIES.max_text, utf16_length)
    if keyboard_open and say.choices and say.ask_contact is None and len(texts) == 1:
        texts = _before_the_question(texts[0])
    parts = [Part(text, ReplyKeyboardRemove()) for text in texts[:-1]]
    return [*parts, Part(texts[-1], _keyboard(say))]


def _keyboard(say: Say) -> Keyboard:
    if say.ask_contact is not None:
        return _contact_keyboard(say.ask_contact, say.choices)
    if say.choices:
        return _buttons(say.choices)
    return ReplyKeyboardRemove()


def _buttons(choices: tuple[Choice, ...]) -> InlineKeyboardMarkup:
    for choice in choices:
        if not 0 < len(choice.id.encode()) <= MAX_DATA:
            raise Refused(f"the choice id {choice.id!r} has not 1 to {MAX_DATA} bytes")
    labels = [shorten(choice.label, CAPABILITIES.max_label) for choice in choices]
    buttons = [
        InlineKeyboardButton(label, callback_data=choice.id) for label, choice in zip(labels, choices, strict=True)
    ]
    return InlineKeyboardMarkup([[buttons[place] for place in row] for row in rows(labels, SHORT)])


def _contact_keyboard(label: str, choices: tuple[Choice, ...]) -> ReplyKeyboardMarkup:
    """The contact's button alone on top, the choices below; it folds away once one is pressed."""
    labels = [shorten(choice.label, CAPABILITIES.max_label) for choice in choices]
    below = [[KeyboardButton(labels[place]) for place in row] for row in rows(labels, SHORT)]
    contact = KeyboardButton(shorten(label, CAPABILITIES.max_label), request_contact=True)
    return ReplyKeyboardMarkup([[contact], *below], resize_keyboard=True, one_time_keyboard=True)


def _before_the_question(text: str) -> list[str]:
    """The last paragraph apart from those before it; one piece if there is only one."""
    before, border, question = text.strip().rpartition("\n\n")
    return [before.rstrip(), question.lstrip()] if border and before.strip() else [text]
