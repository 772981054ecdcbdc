"""From Twilio's form fields to `(Sender, Event)`. Pure; never raises anything but `NotAMessage`.

Fields: https://www.twilio.com/docs/messaging/guides/webhook-request, which also says that fields are added without
notice. What is not known is ignored, what cannot be read is treated as the nearest thing that can.
"""

import re

from bot.channels.fetching import CLAIMED_TYPE, claimed
from bot.channels.twilio.form import Form
from flows.event import Attachment, Event, Media, MediaKind, Picked, PlaceShared, Sender, Text

CHANNEL = "whatsapp"
PREFIX = "whatsapp:"

_ADDRESS = re.compile(r"whatsapp:[A-Za-z0-9+][A-Za-z0-9._+-]{0,159}")
_NUMBER = re.compile(r"\+[1-9][0-9]{7,14}")
_SID = re.compile(r"[A-Za-z0-9]{1,64}")
_CHOICE = re.compile(r"[a-z]+(?:\.[a-z0-9_-]+)+")
_LONGEST_CHOICE = 64
_LONGEST_URL = 500
_MOST_FILES = 10

_KINDS: dict[str, MediaKind] = {
    "image": "photo",
    "audio": "voice",
    "voice": "voice",
    "video": "video",
    "sticker": "sticker",
    "document": "document",
    "contacts": "other",
    "poll": "poll",
    "reaction": "reaction",
    "call": "call",
}
_FETCHED = frozenset[MediaKind]({"photo", "document"})
_VCARDS = frozenset({"text/vcard", "text/x-vcard", "text/directory"})


class NotAMessage(Exception):
    """Genuine, but not a WhatsApp message that we can take; says which field is wrong."""


def sid_of(form: Form) -> str:
    """Twilio's id of the message; raise `NotAMessage`."""
    sid = form.get("MessageSid")
    if not _SID.fullmatch(sid):
        raise NotAMessage("MessageSid is missing or malformed")
    return sid


def address_of(form: Form, field: str) -> str:
    """A user's WhatsApp address, as given; raise `NotAMessage`.

    An SMS that reaches this webhook by a wrong set-up is refused here: the sender's number of an SMS can be forged,
    that of a WhatsApp message cannot.
    """
    address = form.get(field)
    if not _ADDRESS.fullmatch(address):
        raise NotAMessage(f"{field} is missing or no WhatsApp address")
    return address


def sender_of(form: Form) -> Sender:
    """Who wrote. `phone` only if the address is a number; raise `NotAMessage`.

    A user who hides the number behind a user name is known by a business-scoped id (``whatsapp:ID.4566…``), which
    proves no number. `WaId` repeats the number; where it does not, something is not as we believe, and the number
    counts as unproven: the user is then asked what everybody is asked.
    """
    address = address_of(form, "From")
    number = address.removeprefix(PREFIX)
    wa_id = form.get("WaId").lstrip("+")
    proven = _NUMBER.fullmatch(number) is not None and wa_id in ("", number[1:])
    return Sender(CHANNEL, address, number if proven else None)


def read_message(form: Form, at: int) -> tuple[Sender, Event]:
    """Turn an incoming message into what happened; `at` in ms since 1970, as Twilio tells no time.

    No event has a `ref` of the user's own message: on WhatsApp it cannot be deleted. `Picked.ref` is the message that
    carried the button. Raises `NotAMessage`.
    """
    event_id = f"tw:{sid_of(form)}"
    sender = sender_of(form)
    event = _picked(form, event_id, at) or _place(form, event_id, at) or _media(form, event_id, at)
    return sender, event or Text(event_id, at, form.get("Body"), forwarded=_forwarded(form))


def _forwarded(form: Form) -> bool:
    return "true" in (form.get("Forwarded").lower(), form.get("FrequentlyForwarded").lower())


def _picked(form: Form, event_id: str, at: int) -> Event | None:
    """A button or list row. One that is not ours (an operator's own template) counts as its words."""
    for payload, label in (("ButtonPayload", "ButtonText"), ("ListId", "ListTitle")):
        choice = form.get(payload).strip()
        if len(choice) <= _LONGEST_CHOICE and _CHOICE.fullmatch(choice):
            return Picked(event_id, at, choice, form.get("OriginalRepliedMessageSid") or None)
        words = form.get(label) or form.get("Body")
        if choice and words:
            return Text(event_id, at, words)
    return None


def _place(form: Form, event_id: str, at: int) -> Event | None:
    try:
        latitude, longitude = float(form.get("Latitude")), float(form.get("Longitude"))
    except ValueError:
        return None
    if abs(latitude) <= 90 and abs(longitude) <= 180:  # false for nan, too
        return PlaceShared(event_id, at, latitude, longitude)
    return None


def _media(form: Form, event_id: str, at: int) -> Event | None:
    """Anything that is neither words, a choice nor a place. A shared contact is "other": here it proves nothing."""
    kind = _KINDS.get(form.get("MessageType").lower())
    mime = form.get("MediaContentType0").lower().split(";")[0].strip()
    reaction = form.get("ReactionEmoji")
    if reaction or kind == "reaction":
        return Media(event_id, at, "reaction", reaction or form.get("Body"))
    if form.get("NumMedia") not in ("", "0") or mime:
        kind = kind or _kind_of(mime)
        return Media(event_id, at, kind, form.get("Body"), files=_files(form) if kind in _FETCHED else ())
    if kind is not None or (form.get("MessageType").lower() not in ("", "text") and not form.get("Body")):
        return Media(event_id, at, kind or "other", form.get("Body"))
    return None


def _files(form: Form) -> tuple[Attachment, ...]:
    """Where Twilio keeps the message's files. The addresses are judged when one is fetched, not here."""
    told = form.get("NumMedia")
    count = min(int(told), _MOST_FILES) if told.isascii() and told.isdecimal() and len(told) < 4 else 1
    found = []
    for number in range(count):
        url = form.get(f"MediaUrl{number}")
        if 0 < len(url) <= _LONGEST_URL:
            media_type = claimed(form.get(f"MediaContentType{number}"), CLAIMED_TYPE)
            found.append(Attachment(url, media_type))
    return tuple(found)


def _kind_of(mime: str) -> MediaKind:
    if mime in _VCARDS or not mime:
        return "other"
    if mime == "image/webp":  # what WhatsApp makes of stickers; its photos are JPEG
        return "sticker"
    return _KINDS.get(mime.split("/", maxsplit=1)[0], "document")
