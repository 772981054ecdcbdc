"""The parts of a group's updates that matter to agents' work, as typed structs read straight from the bytes.

Names follow https://core.telegram.org/bots/api; unknown fields are ignored.
"""

from typing import Final

import msgspec
from msgspec import Raw, Struct, field

from bot.channels.telegram.updates import Document, PhotoSize

ANONYMOUS_ADMIN: Final = 1087968824
"""The account that stands for whoever writes in the group's own name."""


_KINDS: Final = (
    "voice", "audio", "video", "video_note", "animation", "sticker", "location", "contact", "poll", "rich_message",
    "paid_media", "story", "checklist", "dice", "game", "invoice", "giveaway",
)  # fmt: skip
"""What a person can send that is neither text nor a file that we take. (A venue has a location, too.)"""


class User(Struct, frozen=True):
    """A Telegram account."""

    id: int
    is_bot: bool = False
    first_name: str = ""


class Chat(Struct, frozen=True):
    """A chat, here only by its number."""

    id: int


class Answered(Struct, frozen=True):
    """The message that is answered; for what is written into a topic without answering, the one that began it."""

    message_id: int


class Message(Struct, frozen=True):
    """A message in the group."""

    message_id: int
    chat: Chat
    sender: User | None = field(name="from", default=None)
    sender_chat: Chat | None = None
    message_thread_id: int | None = None
    is_topic_message: bool = False
    text: str | None = None
    caption: str | None = None
    reply_to_message: Answered | None = None
    migrate_to_chat_id: int | None = None
    photo: tuple[PhotoSize, ...] = ()
    document: Document | None = None
    voice: Raw = Raw()
    audio: Raw = Raw()
    video: Raw = Raw()
    video_note: Raw = Raw()
    animation: Raw = Raw()
    sticker: Raw = Raw()
    location: Raw = Raw()
    contact: Raw = Raw()
    poll: Raw = Raw()
    rich_message: Raw = Raw()
    paid_media: Raw = Raw()
    story: Raw = Raw()
    checklist: Raw = Raw()
    dice: Raw = Raw()
    game: Raw = Raw()
    invoice: Raw = Raw()
    giveaway: Raw = Raw()

    @property
    def words(self) -> str:
        """What was written, be it below a picture."""
        return self.text if self.text is not None else self.caption or ""

    @property
    def carries(self) -> bool:
        """Whether it holds something that a person sent and that is not text."""
        return self.file is not None or any(bytes(getattr(self, kind)) for kind in _KINDS)

    @property
    def file(self) -> tuple[str, str] | None:
        """A photo (its largest size) or a document: its id with Telegram, and the name that it has there."""
        if self.photo:
            return max(self.photo, key=lambda size: size.width * size.height).file_id, ""
        if self.document is not None and not bytes(self.animation):
            return self.document.file_id, self.document.file_name or ""
        return None

    @property
    def topic(self) -> int | None:
        """The forum topic it was written into; None in a group without topics and in the general one."""
        return self.message_thread_id if self.is_topic_message else None


class Carrier(Struct, frozen=True):
    """The message whose button was pressed."""

    message_id: int


class Press(Struct, frozen=True):
    """A pressed button; `id` has to be answered."""

    id: str
    sender: User = field(name="from")
    message: Carrier | None = None
    data: str = ""


class Status(Struct, frozen=True):
    """What an account is in the group."""

    status: str


class Membership(Struct, frozen=True):
    """The bot was added, removed, or given other rights."""

    new_chat_member: Status


class Update(Struct, frozen=True):
    """One thing that happened in the group."""

    update_id: int
    message: Message | None = None
    edited_message: Message | None = None
    callback_query: Press | None = None
    my_chat_member: Membership | None = None


read: Final = msgspec.json.Decoder(Update).decode
