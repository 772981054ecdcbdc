"""What Twilio's fields mean to the dialogue."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.twilio.form import MOST_FIELDS, Form, Malformed, parse_form
from bot.channels.twilio.inbound import NotAMessage, read_message
from bot.channels.twilio.status import read_report
from flows.event import Event, Media, Picked, PlaceShared, Sender, Text
from tests.channels.twilio.world import NOW, incoming

ID = "tw:SM" + "0" * 31 + "1"


def read(**fields: str) -> tuple[Sender, Event]:
    """Read a usual message with these fields changed."""
    return read_message(Form(list(incoming(1, **fields).items())), NOW)


def test_a_text_comes_with_its_sender_and_time() -> None:
    """Given a text, the sender's number is proven, the time is ours, and nothing can be deleted."""
    sender, event = read(Body="Halo\n👋")
    assert sender == Sender("whatsapp", "whatsapp:+6281299990002", "+6281299990002")
    assert event == Text(ID, NOW, "Halo\n👋")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"Body": ""}, Text(ID, NOW, "")),
        ({"Forwarded": "true"}, Text(ID, NOW, "halo", forwarded=True)),
        ({"FrequentlyForwarded": "true"}, Text(ID, NOW, "halo", forwarded=True)),
        ({"MessageType": "order"}, Text(ID, NOW, "halo")),
        ({"ButtonText": "Setuju", "ButtonPayload": "consent.yes"}, Picked(ID, NOW, "consent.yes")),
        (
            {"ButtonText": "Ya", "ButtonPayload": "consent.yes", "OriginalRepliedMessageSid": "MM7"},
            Picked(ID, NOW, "consent.yes", "MM7"),
        ),
        ({"ListId": "menu.recover", "ListTitle": "Cari KPJ"}, Picked(ID, NOW, "menu.recover")),
        ({"ButtonText": "Beli", "ButtonPayload": "BUY NOW"}, Text(ID, NOW, "Beli")),
        ({"ButtonText": "Beli", "ButtonPayload": "{verify:a@b}"}, Text(ID, NOW, "Beli")),
        ({"ButtonText": "Ya", "ButtonPayload": "a." + "b" * 70}, Text(ID, NOW, "Ya")),
        ({"ListId": "17", "ListTitle": "Tujuh belas"}, Text(ID, NOW, "Tujuh belas")),
        ({"ButtonText": "Setuju", "ButtonPayload": ""}, Text(ID, NOW, "halo")),
        ({"Latitude": "-6.2", "Longitude": "106.8", "Body": ""}, PlaceShared(ID, NOW, -6.2, 106.8)),
        ({"Latitude": "nan", "Longitude": "106.8"}, Text(ID, NOW, "halo")),
        ({"Latitude": "91", "Longitude": "0"}, Text(ID, NOW, "halo")),
        ({"Latitude": "x", "Longitude": "0", "MessageType": "location", "Body": ""}, Media(ID, NOW, "other")),
        ({"NumMedia": "1", "MediaContentType0": "image/jpeg", "Body": "KTP"}, Media(ID, NOW, "photo", "KTP")),
        ({"NumMedia": "1", "MediaContentType0": "image/webp", "Body": ""}, Media(ID, NOW, "sticker")),
        ({"NumMedia": "1", "MediaContentType0": "audio/ogg; codecs=opus", "Body": ""}, Media(ID, NOW, "voice")),
        ({"NumMedia": "1", "MediaContentType0": "video/mp4", "Body": ""}, Media(ID, NOW, "video")),
        ({"NumMedia": "1", "MediaContentType0": "application/pdf", "Body": ""}, Media(ID, NOW, "document")),
        ({"NumMedia": "1", "MediaContentType0": "text/vcard", "Body": ""}, Media(ID, NOW, "other")),
        ({"NumMedia": "x", "MessageType": "contacts", "Body": ""}, Media(ID, NOW, "other")),
        ({"NumMedia": "1", "MessageType": "image", "Body": ""}, Media(ID, NOW, "photo")),
        ({"MessageType": "reaction", "Body": "👍"}, Media(ID, NOW, "reaction", "👍")),
        ({"ReactionEmoji": "👍", "Body": ""}, Media(ID, NOW, "reaction", "👍")),
        ({"MessageType": "unsupported", "Body": ""}, Media(ID, NOW, "other")),
    ],
)
def test_fields_become_what_happened(fields: dict[str, str], expected: Event) -> None:
    """Given these fields, this is what happened."""
    assert read(**fields)[1] == expected


@pytest.mark.parametrize(
    ("fields", "phone"),
    [
        ({"From": "whatsapp:+6281299990002", "WaId": "6281299990002"}, "+6281299990002"),
        ({"From": "whatsapp:+6281299990002", "WaId": ""}, "+6281299990002"),
        ({"From": "whatsapp:+6281299990002", "WaId": "6281299990003"}, None),
        ({"From": "whatsapp:ID.4566546130240823", "WaId": "6281299990002"}, None),
        ({"From": "whatsapp:ID.4566546130240823", "WaId": ""}, None),
        ({"From": "whatsapp:ID.ENT.11815799212886844830", "WaId": ""}, None),
        ({"From": "whatsapp:+0812", "WaId": ""}, None),
        ({"From": "whatsapp:+62812999900021234", "WaId": ""}, None),
    ],
)
def test_only_a_number_that_nothing_speaks_against_is_proven(fields: dict[str, str], phone: str | None) -> None:
    """Given a hidden number, or one that Twilio's fields disagree about, nothing is proven; we can still answer."""
    sender = read(**fields)[0]
    assert (sender.address, sender.phone) == (fields["From"], phone)


@pytest.mark.parametrize(
    "fields",
    [
        {"MessageSid": ""},
        {"MessageSid": "SM1:2"},
        {"MessageSid": "S" * 65},
        {"From": ""},
        {"From": "+6281299990002"},
        {"From": "sms:+6281299990002"},
        {"From": "whatsapp:"},
        {"From": "whatsapp:+62 812"},
        {"From": "whatsapp:+62812\n"},
        {"From": "whatsapp:" + "9" * 500},
    ],
)
def test_what_is_no_whatsapp_message_is_refused(fields: dict[str, str]) -> None:
    """Given no id or no WhatsApp address (an SMS, whose sender can be forged), it is refused by name of the field."""
    with pytest.raises(NotAMessage, match=next(iter(fields))):
        read(**fields)


NAMES = st.sampled_from([*incoming(), "ButtonPayload", "ListId", "ListTitle", "Latitude", "Longitude", "ErrorCode",
                         "MediaContentType0", "ReactionEmoji", "MessageStatus"]) | st.text(max_size=10)  # fmt: skip
VALUES = st.text(max_size=60) | st.sampled_from(["", "true", "1", "-1", "nan", "inf", "1e999", "image/", "text/vcard"])


@given(st.dictionaries(NAMES, VALUES, max_size=12), st.booleans())
def test_no_fields_at_all_raise_anything_else(fields: dict[str, str], usual: bool) -> None:  # drawn
    """Given any fields, there is an event with our id and time, or the refusal, and a report likewise."""
    form = Form(list(((incoming(1) if usual else {}) | fields).items()))
    try:
        sender, event = read_message(form, NOW)
    except NotAMessage:
        pass
    else:
        assert sender.address == form.get("From")
        assert (event.id, event.at) == ("tw:" + form.get("MessageSid"), NOW)
    try:
        report = read_report(form)
    except NotAMessage:
        return
    assert report is None or report.rank >= 0


@given(st.binary(max_size=300))
def test_any_bytes_are_a_form_or_malformed(body: bytes) -> None:
    """Given any bytes, they are a form or not; nothing else happens."""
    try:
        form = parse_form(body)
    except Malformed:
        return
    assert len(form) <= MOST_FIELDS


def test_a_form_bomb_is_malformed() -> None:
    """Given thousands of fields, none is read."""
    with pytest.raises(Malformed):
        parse_form(b"&".join(b"a%d=1" % number for number in range(5000)))
