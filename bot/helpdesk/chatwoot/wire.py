"""What Chatwoot says, as far as it is read here. Unknown fields are ignored; nearly everything may be missing.

Facts from Chatwoot's API description (https://developers.chatwoot.com/api-reference) and its public source.
"""

from typing import Any, Final

from msgspec import Struct

OUTGOING: Final = 1
"""Of `Message.message_type`: 0 the contact's, 1 an agent's, 2 what Chatwoot tells, 3 a template."""
HUMAN: Final = "user"
API_CHANNEL: Final = "Channel::Api"


class Membership(Struct, frozen=True):
    """An account that a user belongs to."""

    id: int
    role: str | None = None


class Profile(Struct, frozen=True):
    """Whose token it is."""

    id: int
    name: str | None = None
    accounts: tuple[Membership, ...] = ()


class Inbox(Struct, frozen=True):
    """Where conversations come in."""

    id: int
    name: str | None = None
    channel_type: str | None = None


class Contact(Struct, frozen=True):
    """A user of ours."""

    id: int
    identifier: str | None = None


class Person(Struct, frozen=True):
    """Who wrote, or has the conversation. `type`: `HUMAN` for an agent, else ``agent_bot`` or ``contact``."""

    id: int = 0
    name: str | None = None
    available_name: str | None = None
    type: str | None = None

    @property
    def called(self) -> str:
        """The name that is shown to users."""
        return (self.available_name or self.name or "").strip()


class Attached(Struct, frozen=True):
    """A file of a message, and where it lies."""

    data_url: str | None = None
    file_size: int | None = None


class Message(Struct, frozen=True):
    """Something in a conversation. `created_at`: seconds since 1970."""

    id: int
    content: str | None = None
    message_type: int = -1
    private: bool = False
    source_id: str | None = None
    created_at: float = 0
    sender: Person | None = None
    attachments: tuple[Attached, ...] | None = None
    content_attributes: dict[str, Any] | None = None


class Meta(Struct, frozen=True):
    """Whose a conversation is: the contact's, and the agent's who is assigned."""

    sender: Person | None = None
    assignee: Person | None = None
    assignee_type: str | None = None


class Conversation(Struct, frozen=True):
    """A conversation; `id` is its number in the account."""

    id: int
    inbox_id: int = 0
    status: str = ""
    meta: Meta = Meta()
    custom_attributes: dict[str, Any] | None = None
    last_activity_at: float = 0

    @property
    def agent(self) -> Person | None:
        """The person who is assigned; a bot is none."""
        return None if self.meta.assignee_type == "AgentBot" else self.meta.assignee
