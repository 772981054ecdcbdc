"""The parts of Telegram's updates that matter here, as typed structs read straight from the bytes.

Names follow https://core.telegram.org/bots/api; unknown fields are ignored. Numbers are bounded (Telegram: "at most 52
significant bits"), so that nothing absurd travels further.
"""

from typing import Annotated

from msgspec import Meta, Raw, Struct, field

_Id = Annotated[int, Meta(ge=-(2**52), le=2**52)]
_Date = Annotated[int, Meta(ge=0, le=2**40)]
_Degrees = Annotated[float, Meta(ge=-360, le=360)]


class User(Struct, frozen=True):
    """A Telegram account."""

    id: _Id
    is_bot: bool = False


class Chat(Struct, frozen=True):
    """Where a message was written: `type` is private, group, supergroup or channel."""

    id: _Id
    type: str = "private"


class Contact(Struct, frozen=True):
    """A shared contact; `user_id` if its number belongs to an account."""

    phone_number: str
    user_id: _Id | None = None


class Location(Struct, frozen=True):
    """A point, in degrees."""

    latitude: _Degrees
    longitude: _Degrees


class Venue(Struct, frozen=True):
    """A place with a name."""

    location: Location


class RepliedTo(Struct, frozen=True):
    """The message that is answered."""

    sender: User | None = field(name="from", default=None)


class Message(Struct, frozen=True):
    """A message of any kind; what is not text, contact or place is found by `Kinds`."""

    message_id: _Id
    chat: Chat
    date: _Date = 0
    edit_date: _Date | None = None
    sender: User | None = field(name="from", default=None)
    text: str | None = None
    caption: str | None = None
    contact: Contact | None = None
    location: Location | None = None
    venue: Venue | None = None
    forward_origin: Raw = Raw()
    via_bot: Raw = Raw()
    reply_to_message: RepliedTo | None = None


class CarryingMessage(Struct, frozen=True):
    """The message under whose button a user pressed; its content may be gone."""

    message_id: _Id
    chat: Chat


class CallbackQuery(Struct, frozen=True):
    """A pressed button; `id` must be answered, else it keeps turning."""

    id: str
    sender: User = field(name="from")
    message: CarryingMessage | None = None
    data: str | None = None


class Reaction(Struct, frozen=True):
    """A reaction that was set or taken back (then `new_reaction` is empty)."""

    chat: Chat
    date: _Date
    new_reaction: list[Raw]
    user: User | None = None


class Member(Struct, frozen=True):
    """What somebody is in a chat: creator, administrator, member, restricted, left or kicked."""

    status: str


class Membership(Struct, frozen=True):
    """The bot was added, removed, blocked or unblocked."""

    chat: Chat
    date: _Date
    old: Member = field(name="old_chat_member")
    new: Member = field(name="new_chat_member")


class Update(Struct, frozen=True):
    """One thing that happened; kinds that we do not ask for are left out."""

    update_id: Annotated[int, Meta(ge=0, le=2**52)]
    message: Message | None = None
    edited_message: Message | None = None
    callback_query: CallbackQuery | None = None
    message_reaction: Reaction | None = None
    my_chat_member: Membership | None = None

    @property
    def chat(self) -> int | None:
        """Where it happened, if it happened in a chat."""
        carrying = self.callback_query.message if self.callback_query else None
        where = self.message or self.edited_message or carrying or self.message_reaction or self.my_chat_member
        return where.chat.id if where is not None else None


ALLOWED = tuple(name for name in Update.__struct_fields__ if name != "update_id")
"""The kinds of update to ask Telegram for (`allowed_updates`)."""


class Numbered(Struct, frozen=True):
    """An update of which only the number can be read."""

    update_id: Annotated[int, Meta(ge=0, le=2**52)]


class PhotoSize(Struct, frozen=True):
    """One of the sizes in which Telegram keeps a photo."""

    file_id: str
    width: int = 0
    height: int = 0
    file_size: int | None = None


class Document(Struct, frozen=True):
    """A file as it was sent; name and type are what the sender's device claims."""

    file_id: str
    file_name: str | None = None
    mime_type: str | None = None
    file_size: int | None = None


class Kinds(Struct, frozen=True):
    """The names of a message's fields, for messages that are neither text, contact nor place."""

    message: dict[str, Raw] | None = None
    edited_message: dict[str, Raw] | None = None
