"""What Telegram is asked to send for a `Say`."""

import pytest
from telegram import InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove

from bot.channels.port import Refused
from bot.channels.rendering import utf16_length
from bot.channels.telegram.outbound import render
from flows.effect import Choice, Say

YES, NO = Choice("consent.yes", "Setuju"), Choice("consent.no", "Tidak")
AGENT = Choice("nav.agent", "Bicara dengan petugas")


def test_choices_are_inline_buttons_in_rows() -> None:
    """Given choices, short ones stand side by side and long ones alone, with their ids as data."""
    [part] = render(Say("Setuju?", (YES, NO, AGENT)))
    assert isinstance(part.keyboard, InlineKeyboardMarkup)
    rows = [[(button.text, button.callback_data) for button in row] for row in part.keyboard.inline_keyboard]
    assert rows == [
        [("Setuju", "consent.yes"), ("Tidak", "consent.no")],
        [("Bicara dengan petugas", "nav.agent")],
    ]


def test_a_question_for_the_contact_keeps_the_choices_in_reach() -> None:
    """Given a question for the contact, the choices are keys below its key; the keyboard folds after use."""
    [part] = render(Say("Bagikan?", (YES, AGENT), ask_contact="Bagikan kontak"))
    keyboard = part.keyboard
    assert isinstance(keyboard, ReplyKeyboardMarkup)
    keys = [[(key.text, bool(key.request_contact)) for key in row] for row in keyboard.keyboard]
    assert keys == [[("Bagikan kontak", True)], [("Setuju", False)], [("Bicara dengan petugas", False)]]
    assert (keyboard.one_time_keyboard, keyboard.resize_keyboard) == (True, True)


def test_a_plain_message_takes_the_keyboard_away() -> None:
    """Given a message without choices, an open contact keyboard goes."""
    [part] = render(Say("Terima kasih."))
    assert isinstance(part.keyboard, ReplyKeyboardRemove)


def test_an_open_keyboard_goes_with_the_first_paragraph_of_a_question() -> None:
    """Given an open contact keyboard and a question with choices, one message removes and the other offers."""
    say = Say("Terima kasih.\n\nData ditemukan.\n\nLanjut?", (YES, NO))
    first, second = render(say, keyboard_open=True)
    assert (first.text, second.text) == ("Terima kasih.\n\nData ditemukan.", "Lanjut?")
    assert isinstance(first.keyboard, ReplyKeyboardRemove)
    assert isinstance(second.keyboard, InlineKeyboardMarkup)
    assert [part.text for part in render(Say("Lanjut?", (YES, NO)), keyboard_open=True)] == ["Lanjut?"]
    assert [part.text for part in render(say)] == [say.text]


def test_length_is_counted_as_telegram_counts() -> None:
    """Given a text of emojis, its parts have at most 4096 UTF-16 units, and only the last has the buttons."""
    parts = render(Say("😀" * 5000, (YES,)))
    assert [utf16_length(part.text) for part in parts] == [4096, 4096, 1808]
    assert [isinstance(part.keyboard, InlineKeyboardMarkup) for part in parts] == [False, False, True]


@pytest.mark.parametrize("choice", ["", "x" * 65, "é" * 33])
def test_an_impossible_choice_id_is_our_own_mistake(choice: str) -> None:
    """Given a choice id beyond 64 bytes, it is refused, not cut: cut it would come back as another choice."""
    with pytest.raises(Refused):
        render(Say("?", (Choice(choice, "Ya"),)))
