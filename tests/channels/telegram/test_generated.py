"""Whatever Telegram may send by its own description is read without an error, and as something sensible."""

import json
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.channels.telegram.inbound import MEDIA, SERVICE, Inbound, NotAnUpdate, Reader
from bot.channels.telegram.updates import ALLOWED
from flows.event import ContactShared, Media, Picked, PlaceShared, Started, Text, Unreachable, WroteInGroup
from tests.channels.telegram.generated import update
from tests.servers.telegram_chats import BOT_ID, BOT_NAME
from tests.servers.telegram_spec import Description, description

NOW = 1_767_250_801_000
METADATA = frozenset(
    """
    message_id message_thread_id direct_messages_topic from sender_chat sender_boost_count sender_business_bot
    sender_tag date guest_query_id business_connection_id chat forward_origin is_topic_message is_automatic_forward
    reply_to_message external_reply quote reply_to_story reply_to_checklist_task_id reply_to_poll_option_id via_bot
    guest_bot_caller_user guest_bot_caller_chat edit_date has_protected_content is_from_offline is_paid_post
    media_group_id author_signature paid_star_count entities link_preview_options suggested_post_info effect_id caption
    caption_entities show_caption_above_media has_media_spoiler reply_markup
    """.split()
)
OTHER = {"checklist", "dice", "game", "giveaway", "invoice", "paid_media", "rich_message", "story"}
NAMED = {"text", "contact", "location", "venue"}
FEW = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@pytest.fixture(scope="module")
def spec() -> Description:
    """Telegram's description."""
    return description()


def read(made: object) -> Inbound:
    """As it comes from the network."""
    reader = Reader(BOT_ID, lambda: NOW)
    reader.username = BOT_NAME
    return reader.read(json.dumps(made).encode())


def test_every_field_of_a_message_has_its_place(spec: Description) -> None:
    """Given the description, each field of a message is content, service or about the message: none is forgotten."""
    fields = {field["name"] for field in spec.fields_of("Message")}
    assert fields - METADATA - OTHER - NAMED - MEDIA.keys() - SERVICE == set()
    assert (OTHER | NAMED | MEDIA.keys() | SERVICE) - fields == set()


def test_only_known_kinds_are_asked_for(spec: Description) -> None:
    """Given the description, the kinds of update that we ask for exist."""
    assert set(ALLOWED) <= {field["name"] for field in spec.fields_of("Update")}


@pytest.mark.parametrize("content", sorted(NAMED | OTHER | SERVICE | MEDIA.keys()))
@given(data=st.data())
@FEW
def test_any_message_is_read(spec: Description, content: str, data: st.DataObject) -> None:
    """Given a random message with a field, it is read as that field says, or as nothing."""
    kind = data.draw(st.sampled_from(["message", "edited_message"]))
    made = data.draw(update(spec, kind, content))
    message = made[kind]
    inbound = read(made)
    assert inbound.update_id == made["update_id"]
    if inbound.event is None:
        group = message["chat"]["type"] != "private"
        bot = message.get("from", {}).get("is_bot")
        assert group or bot or kind == "edited_message" or not SERVICE.isdisjoint(message)
        return
    assert inbound.sender is not None
    assert inbound.sender.address == str(message["chat"]["id"])
    assert inbound.event.id == f"tg:{made['update_id']}"
    if message["chat"]["type"] != "private":
        assert isinstance(inbound.event, WroteInGroup)
    elif kind == "message" and "text" in message:
        assert isinstance(inbound.event, Text | Started)
    elif kind == "message" and "contact" in message:
        assert isinstance(inbound.event, ContactShared)
    elif kind == "message" and NAMED & message.keys():
        assert isinstance(inbound.event, PlaceShared)
    elif "text" not in message:
        assert isinstance(inbound.event, Media)
        assert inbound.event.kind == next((MEDIA[name] for name in MEDIA if name in message), "other")


@given(data=st.data())
@settings(FEW, max_examples=400)
def test_any_update_is_read(spec: Description, data: st.DataObject) -> None:
    """Given a random update of any kind, it is at most one event, and only of kinds that concern us."""
    kind = data.draw(st.sampled_from([field["name"] for field in spec.fields_of("Update")][1:]))
    inbound = read(data.draw(update(spec, kind)))
    assert kind in ALLOWED or inbound.event is None
    assert (inbound.callback is not None) == (kind == "callback_query")
    expected = {"callback_query": Picked, "message_reaction": Media, "my_chat_member": Unreachable | WroteInGroup}
    assert inbound.event is None or isinstance(inbound.event, expected.get(kind, object))


@given(data=st.data())
@settings(FEW, max_examples=300)
def test_a_damaged_update_is_read_or_refused(spec: Description, data: st.DataObject) -> None:
    """Given an update with bytes changed or cut off, it is read or refused, nothing else."""
    raw = bytearray(json.dumps(data.draw(update(spec, data.draw(st.sampled_from(ALLOWED))))).encode())
    for _ in range(data.draw(st.integers(1, 4))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    reader = Reader(BOT_ID, lambda: NOW)
    with suppress(NotAnUpdate):
        reader.read(bytes(raw[: data.draw(st.integers(0, len(raw)))]))
