"""What each kind of Telegram update becomes."""

import json
from typing import Any

import pytest

from bot.channels.telegram.inbound import Inbound, NotAnUpdate, Reader
from flows.event import (
    ContactShared,
    Event,
    Media,
    Picked,
    PlaceShared,
    Sender,
    Started,
    Text,
    Unreachable,
    WroteInGroup,
)
from tests.servers.telegram_chats import BOT, BOT_ID, BOT_NAME, CHAT

NOW = 1_767_250_801_000
DATE = 1_767_250_800
AT = DATE * 1000
WATI = {"id": CHAT, "is_bot": False, "first_name": "Wati"}
PRIVATE = {"id": CHAT, "type": "private"}
GROUP = {"id": -100200, "type": "supergroup", "title": "Buruh Contoh"}
FORWARDED = {"type": "hidden_user", "sender_user_name": "Siti", "date": 1}


def read(kind: str, inner: dict[str, Any]) -> Inbound:
    """Read one update, number 7."""
    reader = Reader(BOT_ID, lambda: NOW)
    reader.username = BOT_NAME
    return reader.read(json.dumps({"update_id": 7, kind: inner}).encode())


def message(kind: str = "message", chat: dict[str, Any] = PRIVATE, **content: object) -> Event | None:
    """The event of a message with this content."""
    common = {"message_id": 42, "date": DATE, "chat": chat, "from": WATI}
    return read(kind, common | content).event


@pytest.mark.parametrize(
    ("content", "event"),
    [
        ({"text": "halo"}, Text("tg:7", AT, "halo", "42")),
        ({"text": " 990 1\n"}, Text("tg:7", AT, " 990 1\n", "42")),
        ({"text": "halo", "forward_origin": FORWARDED}, Text("tg:7", AT, "halo", "42", forwarded=True)),
        ({"text": "/start", "forward_origin": FORWARDED}, Text("tg:7", AT, "/start", "42", forwarded=True)),
        ({"text": "/start"}, Started("tg:7", AT)),
        ({"text": "/start poster_3"}, Started("tg:7", AT, "poster_3")),
        ({"text": "/start@TemanKpjUjiBot hrd"}, Started("tg:7", AT, "hrd")),
        ({"text": "/start saya lupa"}, Started("tg:7", AT)),
        ({"text": "/START"}, Started("tg:7", AT)),
        ({"text": "/menu"}, Text("tg:7", AT, "menu", "42")),
        ({"text": "/hapus_data_saya"}, Text("tg:7", AT, "hapus data saya", "42")),
        ({"text": "/bahasa inggris"}, Text("tg:7", AT, "bahasa inggris", "42")),
        ({"text": "/"}, Text("tg:7", AT, "/", "42")),
        ({"text": "/17/8/1990"}, Text("tg:7", AT, "/17/8/1990", "42")),
        ({"location": {"latitude": -6.2, "longitude": 106.8}}, PlaceShared("tg:7", AT, -6.2, 106.8, "42")),
        (
            {"venue": {"location": {"latitude": 1.5, "longitude": 2.5}, "title": "a", "address": "b"}},
            PlaceShared("tg:7", AT, 1.5, 2.5, "42"),
        ),
        ({"photo": [], "caption": "KTP saya"}, Media("tg:7", AT, "photo", "KTP saya", "42")),
        ({"animation": {}, "document": {}}, Media("tg:7", AT, "video", "", "42")),
        ({"audio": {}}, Media("tg:7", AT, "voice", "", "42")),
        ({"video_note": {}}, Media("tg:7", AT, "video", "", "42")),
        ({"dice": {}}, Media("tg:7", AT, "other", "", "42")),
        ({"something_new": {}}, Media("tg:7", AT, "other", "", "42")),
        ({}, Media("tg:7", AT, "other", "", "42")),
        ({"pinned_message": {}}, None),
        ({"message_auto_delete_timer_changed": {}}, None),
        ({"write_access_allowed": {}}, None),
        ({"text": "halo", "from": {"id": 5, "is_bot": True}}, None),
        ({"text": "halo", "chat": {"id": -1, "type": "channel"}}, None),
    ],
)
def test_private_messages(content: dict[str, Any], event: Event | None) -> None:
    """Given a private message, it is the event that its content says."""
    assert message(**content) == event


@pytest.mark.parametrize(
    ("content", "event"),
    [
        ({"text": "maaf, 9901"}, Text("tg:7", AT + 5000, "maaf, 9901", "42", edited=True)),
        ({"photo": [], "caption": "baru"}, Media("tg:7", AT + 5000, "photo", "baru", "42")),
        ({"location": {"latitude": 1, "longitude": 2}}, None),
        ({"poll": {}}, None),
    ],
)
def test_edited_messages(content: dict[str, Any], event: Event | None) -> None:
    """Given an edit, it is an event if something was said anew; a moving live location is not."""
    assert message("edited_message", edit_date=DATE + 5, **content) == event


@pytest.mark.parametrize(
    ("contact", "around", "phone", "own"),
    [
        ({"user_id": CHAT}, {}, "+6281299990001", True),
        ({"user_id": CHAT + 1}, {}, "+6281299990001", False),
        ({}, {}, "6281299990001", False),
        ({"user_id": CHAT}, {"forward_origin": FORWARDED}, "+6281299990001", False),
        ({"user_id": CHAT}, {"via_bot": BOT}, "+6281299990001", False),
        ({"user_id": CHAT}, {"from": None}, "+6281299990001", False),
        ({"user_id": CHAT, "phone_number": "+6281299990001"}, {}, "+6281299990001", True),
        ({"phone_number": "0812-9999-0001"}, {}, "0812-9999-0001", False),
    ],
)
def test_a_contact_is_own_only_if_telegram_says_so(
    contact: dict[str, Any], around: dict[str, Any], phone: str, *, own: bool
) -> None:
    """Given a contact, it is the sender's own only with the sender's account, written by the sender, here and now."""
    shared = {"phone_number": "6281299990001", "first_name": "Wati"} | contact
    assert message(contact=shared, **around) == ContactShared("tg:7", AT, phone, own, "42")


@pytest.mark.parametrize(
    ("content", "addressed"),
    [
        ({"text": "/start"}, True),
        ({"text": "/kpj@TemanKpjUjiBot"}, True),
        ({"text": "/kpj@bot_lain"}, False),
        ({"text": "tolong @temankpjujibot ya"}, True),
        ({"text": "@TemanKpjUjiBotLain"}, False),
        ({"photo": [], "caption": "@TemanKpjUjiBot ini KTP saya"}, True),
        ({"text": "ya", "reply_to_message": {"message_id": 1, "from": BOT}}, True),
        ({"text": "ya", "reply_to_message": {"message_id": 1, "from": WATI}}, False),
        ({"text": "selamat pagi semua"}, False),
        ({"contact": {"phone_number": "1", "first_name": "a"}}, False),
        ({"new_chat_members": [BOT]}, False),
    ],
)
def test_groups_are_answered_only_when_we_are_meant(content: dict[str, Any], *, addressed: bool) -> None:
    """Given a group, only a command, a mention or an answer to the bot counts, and it is about the group."""
    inbound = read("message", {"message_id": 42, "date": DATE, "chat": GROUP, "from": WATI} | content)
    assert inbound.event == (WroteInGroup("tg:7", AT) if addressed else None)
    assert inbound.sender == (Sender("telegram", "-100200") if addressed else None)


@pytest.mark.parametrize(
    ("chat", "old", "new", "event"),
    [
        (PRIVATE, "member", "kicked", Unreachable("tg:7", AT)),
        (PRIVATE, "kicked", "member", None),
        (GROUP, "left", "member", WroteInGroup("tg:7", AT)),
        (GROUP, "kicked", "administrator", WroteInGroup("tg:7", AT)),
        (GROUP, "member", "administrator", None),
        (GROUP, "member", "left", None),
        ({"id": -5, "type": "channel"}, "left", "administrator", None),
    ],
)
def test_being_blocked_and_added(chat: dict[str, Any], old: str, new: str, event: Event | None) -> None:
    """Given a change of our own membership, blocking is unreachable, being added to a group speaks to us."""
    change = {"chat": chat, "date": DATE, "from": WATI, "old_chat_member": {"status": old}}
    assert read("my_chat_member", change | {"new_chat_member": {"status": new}}).event == event


def test_a_press_is_a_choice_now() -> None:
    """Given a pressed button, its data is the choice; the time is the clock's, since Telegram sends none."""
    press = {"id": "q1", "from": WATI, "chat_instance": "1", "data": "menu.recover"}
    carrier = {"message_id": 9, "chat": PRIVATE, "date": 0}
    pressed = read("callback_query", press | {"message": carrier})
    assert pressed == Inbound(7, Sender("telegram", str(CHAT)), Picked("tg:7", NOW, "menu.recover", "9"), "q1")
    assert read("callback_query", press).event == Picked("tg:7", NOW, "menu.recover", None)


def test_a_press_without_data_or_in_a_group_is_only_answered() -> None:
    """Given a press that is no choice, nothing happens but that it stops turning."""
    press = {"id": "q1", "from": WATI, "chat_instance": "1"}
    assert read("callback_query", press | {"game_short_name": "x"}) == Inbound(7, callback="q1")
    carrier = {"message_id": 9, "chat": GROUP, "date": 0}
    assert read("callback_query", press | {"data": "nav.menu", "message": carrier}) == Inbound(7, callback="q1")


def test_a_reaction_is_a_medium_and_its_end_is_nothing() -> None:
    """Given a reaction, it is told; one taken back, or in a group, is not."""
    base = {"chat": PRIVATE, "message_id": 9, "date": DATE, "old_reaction": [], "user": WATI}
    heart = [{"type": "emoji", "emoji": "❤"}]
    assert read("message_reaction", base | {"new_reaction": heart}).event == Media("tg:7", AT, "reaction")
    assert read("message_reaction", base | {"new_reaction": []}).event is None
    assert read("message_reaction", base | {"new_reaction": heart, "chat": GROUP}).event is None


@pytest.mark.parametrize(
    ("raw", "number"),
    [
        (b'{"update_id": 7, "message": {"message_id": 1, "chat": {"id": 1}, "text": 5}}', 7),
        (b'{"update_id": 7, "message": {"message_id": 1, "chat": {"id": 99999999999999999}}}', 7),
        (b'{"update_id": 7, "message": {"message_id": 1, "chat": {"id": 1}, "date": -1}}', 7),
        (b'{"update_id": 7, "message": {}}', 7),
        (b'{"update_id": "7"}', None),
        (b'{"update_id": 7, "x": ' + b"[" * 50_000, None),
        (b"\xff", None),
    ],
)
def test_what_cannot_be_read_says_its_number_if_it_has_one(raw: bytes, number: int | None) -> None:
    """Given bytes that are no update, the error tells the number, for passing it over, and nothing of the content."""
    with pytest.raises(NotAnUpdate) as caught:
        Reader(BOT_ID, lambda: NOW).read(raw)
    assert caught.value.update_id == number
    assert caught.value.__suppress_context__
