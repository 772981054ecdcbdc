"""From the bytes of a Telegram update to at most one event.

Pure but for the clock that is passed in; a typed decode of the bytes costs about a microsecond where building the
library's object tree costs a hundred.
"""

import re
from collections.abc import Callable
from typing import Final

import msgspec
from msgspec import Struct

from bot.channels.fetching import CLAIMED_NAME, CLAIMED_TYPE, claimed
from bot.channels.telegram.updates import (
    CallbackQuery,
    Contact,
    Document,
    Kinds,
    Location,
    Membership,
    Message,
    Numbered,
    PhotoSize,
    Reaction,
    Update,
    User,
)
from flows.event import (
    Attachment,
    ContactShared,
    Event,
    Media,
    MediaKind,
    Picked,
    PlaceShared,
    Sender,
    Started,
    Text,
    Unreachable,
    WroteInGroup,
)

NAME: Final = "telegram"

# The first that a message has decides; an animation also has a `document`, for old clients.
MEDIA: Final[dict[str, MediaKind]] = {
    "photo": "photo",
    "live_photo": "photo",
    "voice": "voice",
    "audio": "voice",
    "animation": "video",
    "video": "video",
    "video_note": "video",
    "sticker": "sticker",
    "document": "document",
    "poll": "poll",
}

# What Telegram itself writes into a chat, or what follows from buttons that we do not have: nobody waits for an answer.
SERVICE: Final = frozenset(
    {
        "boost_added", "channel_chat_created", "chat_background_set", "chat_owner_changed", "chat_owner_left",
        "chat_shared", "checklist_tasks_added", "checklist_tasks_done", "connected_website", "delete_chat_photo",
        "direct_message_price_changed", "forum_topic_closed", "forum_topic_created", "forum_topic_edited",
        "forum_topic_reopened", "general_forum_topic_hidden", "general_forum_topic_unhidden", "gift",
        "gift_upgrade_sent", "giveaway_completed", "giveaway_created", "giveaway_winners", "group_chat_created",
        "left_chat_member", "managed_bot_created", "message_auto_delete_timer_changed", "migrate_from_chat_id",
        "migrate_to_chat_id", "new_chat_members", "new_chat_photo", "new_chat_title", "paid_message_price_changed",
        "passport_data", "pinned_message", "poll_option_added", "poll_option_deleted", "proximity_alert_triggered",
        "refunded_payment", "successful_payment", "suggested_post_approval_failed", "suggested_post_approved",
        "suggested_post_declined", "suggested_post_paid", "suggested_post_refunded", "supergroup_chat_created",
        "unique_gift", "users_shared", "video_chat_ended", "video_chat_participants_invited", "video_chat_scheduled",
        "video_chat_started", "web_app_data", "write_access_allowed",
    }
)  # fmt: skip

_COMMAND = re.compile(r"/([A-Za-z]\w{0,63})(?:@(\w+))?(?:\s+(.*))?", re.DOTALL | re.ASCII)
_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")
_IN_GROUP = {"group", "supergroup"}
_PRESENT = {"member", "administrator", "restricted"}
_ABSENT = {"left", "kicked"}


class NotAnUpdate(ValueError):
    """The bytes are not an update that can be read; `update_id` if at least its number could be."""

    def __init__(self, update_id: int | None) -> None:
        super().__init__("not a readable update")
        self.update_id = update_id


class Inbound(Struct, frozen=True):
    """An update read: what happened to whom, if it concerns us; `callback` is the press that waits for an answer.

    `group`: the update as it came, where it happened in the agents' group.
    """

    update_id: int
    sender: Sender | None = None
    event: Event | None = None
    callback: str | None = None
    group: bytes | None = None

    @property
    def concerns_us(self) -> bool:
        """Whether anything has to become durable before Telegram may forget it."""
        return self.event is not None or self.group is not None


class Reader:
    """Reads updates for one bot. `username` is set once Telegram has told it; `now` gives milliseconds, UTC.

    `group`: the chat in which agents work, if any.
    """

    def __init__(self, bot_id: int, now: Callable[[], int]) -> None:
        self.username: str | None = None
        self.group: int | None = None
        self._bot_id = bot_id
        self._now = now
        self._decode = msgspec.json.Decoder(Update).decode
        self._decode_kinds = msgspec.json.Decoder(Kinds).decode
        self._decode_number = msgspec.json.Decoder(Numbered).decode

    def read(self, raw: bytes | msgspec.Raw) -> Inbound:
        """Read one update; raise `NotAnUpdate`. Kinds that do not concern us come without an event."""
        try:
            update = self._decode(raw)
            if self.group is not None and update.chat == self.group:
                return Inbound(update.update_id, group=bytes(raw))
            if (message := update.message or update.edited_message) is not None:
                return self._message(update, message, raw)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            raise NotAnUpdate(self._number(raw)) from None
        if update.callback_query is not None:
            return self._callback(update.update_id, update.callback_query)
        if update.message_reaction is not None:
            return _reaction(update.update_id, update.message_reaction)
        if update.my_chat_member is not None:
            return _membership(update.update_id, update.my_chat_member)
        return Inbound(update.update_id)

    def _number(self, raw: bytes | msgspec.Raw) -> int | None:
        try:
            return self._decode_number(raw).update_id
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            return None

    def _message(self, update: Update, message: Message, raw: bytes | msgspec.Raw) -> Inbound:
        number = update.update_id
        if message.chat.type in _IN_GROUP:
            if update.message is None or not self._addressed(message):
                return Inbound(number)
            return Inbound(number, _sender(message.chat.id), WroteInGroup(_event_id(number), message.date * 1000))
        if message.chat.type != "private" or (message.sender is not None and message.sender.is_bot):
            return Inbound(number)
        event = _written(number, message) if update.message else _edited(number, message)
        if event is None:
            event = self._other(update, message, raw)
        return Inbound(number, _sender(message.chat.id), event) if event else Inbound(number)

    def _other(self, update: Update, message: Message, raw: bytes | msgspec.Raw) -> Event | None:
        """What is neither text, contact nor place: read the names of its fields, which is seldom needed."""
        if update.message is None and not message.caption:
            return None  # a live location that moves, a poll that counts: nothing that was said anew
        kinds = self._decode_kinds(raw)
        names = kinds.message or kinds.edited_message or {}
        kind = next((kind for name, kind in MEDIA.items() if name in names), None)
        if kind is None and not SERVICE.isdisjoint(names):
            return None
        at = (message.edit_date or message.date) * 1000
        files = _files(kind, names) if update.message is not None else ()  # an edit brings no file a second time
        ref = str(message.message_id)
        return Media(_event_id(update.update_id), at, kind or "other", message.caption or "", ref, files)

    def _addressed(self, message: Message) -> bool:
        """Whether a group's message speaks to the bot: a command, a mention, or an answer to it."""
        answered = message.reply_to_message
        if answered is not None and answered.sender is not None and answered.sender.id == self._bot_id:
            return True
        words = message.text or message.caption or ""
        if (command := _COMMAND.fullmatch(words)) is not None:
            name = command[2]
            return name is None or name.lower() == (self.username or "").lower()
        mention = rf"(?<!\w)@{re.escape(self.username)}(?!\w)" if self.username else None
        return mention is not None and re.search(mention, words, re.IGNORECASE) is not None

    def _callback(self, number: int, query: CallbackQuery) -> Inbound:
        chat = query.message.chat if query.message else None
        if query.data is None or (chat is not None and chat.type != "private"):
            return Inbound(number, callback=query.id)
        ref = str(query.message.message_id) if query.message else None
        event = Picked(_event_id(number), self._now(), query.data, ref)
        return Inbound(number, _sender(chat.id if chat else query.sender.id), event, query.id)


_photos = msgspec.json.Decoder(list[PhotoSize]).decode
_document = msgspec.json.Decoder(Document).decode


def _files(kind: MediaKind | None, fields: dict[str, msgspec.Raw]) -> tuple[Attachment, ...]:
    """What can be fetched of a photo (its largest size) or a document; nothing where that cannot be read."""
    try:
        if kind == "photo" and "photo" in fields:
            sizes = _photos(fields["photo"])
            best = max(sizes, key=lambda size: size.width * size.height, default=None)
            return (Attachment(best.file_id, "image/jpeg", "", _size(best.file_size)),) if best else ()
        if kind == "document" and "document" in fields:
            found = _document(fields["document"])
            media_type, name = claimed(found.mime_type, CLAIMED_TYPE), claimed(found.file_name, CLAIMED_NAME)
            return (Attachment(found.file_id, media_type, name, _size(found.file_size)),)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return ()
    return ()


def _size(told: int | None) -> int:
    return max(0, told or 0)


def _event_id(number: int) -> str:
    return f"tg:{number}"


def _sender(chat_id: int) -> Sender:
    return Sender(NAME, str(chat_id))


def _written(number: int, message: Message) -> Event | None:
    """A new private message with text, contact or place; None for anything else."""
    at = message.date * 1000
    ref = str(message.message_id)
    if message.text is not None:
        return _text(number, at, message.text, ref, forwarded=bool(message.forward_origin))
    if message.contact is not None:
        return ContactShared(_event_id(number), at, _phone(message.contact), _is_own(message.contact, message), ref)
    place: Location | None = message.location or (message.venue.location if message.venue else None)
    if place is not None:
        return PlaceShared(_event_id(number), at, place.latitude, place.longitude, ref)
    return None


def _text(number: int, at: int, text: str, ref: str, *, forwarded: bool) -> Event:
    """``/start`` opens the conversation; any other command is the same as its words without the slash."""
    command = _COMMAND.fullmatch(text)
    if command is None or forwarded:
        return Text(_event_id(number), at, text, ref, forwarded)
    name, rest = command[1], command[3] or ""
    if name.lower() == "start":
        return Started(_event_id(number), at, rest if _PAYLOAD.fullmatch(rest) else "")
    return Text(_event_id(number), at, f"{name.replace('_', ' ')} {rest}".strip(), ref)


def _edited(number: int, message: Message) -> Event | None:
    if message.text is None:
        return None
    at = (message.edit_date or message.date) * 1000
    return Text(_event_id(number), at, message.text, str(message.message_id), bool(message.forward_origin), edited=True)


def _is_own(contact: Contact, message: Message) -> bool:
    """Telegram fills `user_id` with the account that has the number, so only the sender's own number equals `from`.

    A forwarded message shows somebody else's contact as they sent it, and one sent through another bot holds what that
    bot made up; neither is the sender's word.
    """
    sender: User | None = message.sender
    return (
        sender is not None
        and contact.user_id == sender.id
        and message.chat.id == sender.id
        and not message.forward_origin
        and not message.via_bot
    )


def _phone(contact: Contact) -> str:
    """Telegram writes an account's number in international form, mostly without the plus."""
    number = contact.phone_number.strip()
    return f"+{number}" if contact.user_id is not None and number.isdecimal() else number


def _reaction(number: int, reaction: Reaction) -> Inbound:
    if reaction.chat.type != "private" or not reaction.new_reaction:
        return Inbound(number)
    return Inbound(number, _sender(reaction.chat.id), Media(_event_id(number), reaction.date * 1000, "reaction"))


def _membership(number: int, change: Membership) -> Inbound:
    at = change.date * 1000
    if change.chat.type == "private" and change.new.status == "kicked":
        return Inbound(number, _sender(change.chat.id), Unreachable(_event_id(number), at))
    added = change.old.status in _ABSENT and change.new.status in _PRESENT
    if change.chat.type in _IN_GROUP and added:
        return Inbound(number, _sender(change.chat.id), WroteInGroup(_event_id(number), at))
    return Inbound(number)
