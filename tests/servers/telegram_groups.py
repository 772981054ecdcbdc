"""A group of the fake Telegram: its members, topics and messages, what the bot may do there, and what people do.

group = server.group = Group(server, forum=True)
await server.push(group.said(BUDI, "halo", topic=5))
await server.push(group.pressed(BUDI, "hd:1001:take"))
"""

from dataclasses import dataclass, field
from typing import Final

from tests.servers.telegram_chats import BOT, BOT_ID, NOW, Chats, Json, Sent, message_object
from tests.servers.telegram_failures import NOT_THERE, Failure

GROUP: Final = -1009021000001
RIGHTS: Final = {
    "can_be_edited": False,
    "is_anonymous": False,
    "can_manage_chat": True,
    "can_manage_video_chats": False,
    "can_restrict_members": False,
    "can_promote_members": False,
    "can_change_info": False,
    "can_invite_users": False,
    "can_post_stories": False,
    "can_edit_stories": False,
    "can_delete_stories": False,
}
THREAD_GONE: Final = Failure(400, "Bad Request: message thread not found")
TOPIC_CLOSED: Final = Failure(400, "Bad Request: TOPIC_CLOSED")
TOPIC_INVALID: Final = Failure(400, "Bad Request: TOPIC_ID_INVALID")
NOT_MODIFIED: Final = Failure(400, "Bad Request: TOPIC_NOT_MODIFIED")
SAME_MESSAGE: Final = Failure(
    400,
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a"
    " current content and reply markup of the message",
)
NO_RIGHT: Final = Failure(400, "Bad Request: not enough rights to create a topic")
NO_FORUM: Final = Failure(400, "Bad Request: the chat is not a forum")
UNDELETABLE: Final = Failure(400, "Bad Request: message can't be deleted")
KICKED: Final = Failure(403, "Forbidden: bot was kicked from the supergroup chat")
EDIT_GONE: Final = Failure(400, "Bad Request: message to edit not found")


@dataclass
class Topic:
    """A forum topic."""

    name: str
    closed: bool = False
    times_closed: int = 0


@dataclass(frozen=True)
class Member:
    """Somebody in the group."""

    id: int
    name: str
    is_bot: bool = False

    def object(self) -> Json:
        """As the Bot API tells of them."""
        return {"id": self.id, "is_bot": self.is_bot, "first_name": self.name}


BUDI: Final = Member(7001, "Budi")
ANI: Final = Member(7002, "Ani")
ANONYMOUS: Final = Member(1087968824, "Group", is_bot=True)


@dataclass
class Group:
    """The group. `deleted`: messages of people that the bot deleted, by id."""

    server: Chats
    forum: bool = True
    manages: bool = True
    deletes: bool = True
    id: int = GROUP
    username: str | None = None
    topics: dict[int, Topic] = field(default_factory=dict)
    written: set[int] = field(default_factory=set)
    deleted: set[int] = field(default_factory=set)
    members: dict[int, Member] = field(default_factory=lambda: {one.id: one for one in (BUDI, ANI)})

    # What the bot sees and does

    def get_chat(self) -> Json:
        """The answer to getChat."""
        named = {"username": self.username} if self.username else {}
        gifts = dict.fromkeys(
            (
                "unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels",
            ),
            True,
        )  # fmt: skip
        forum = {"is_forum": True} if self.forum else {}
        return {
            "id": self.id, "type": "supergroup", "title": "Petugas", "accent_color_id": 0, "max_reaction_count": 1,
            "accepted_gift_types": gifts, **named, **forum,
        }  # fmt: skip

    def get_member(self, account: int) -> Json | Failure:
        """The answer to getChatMember."""
        if account == BOT_ID:
            topics = {"can_manage_topics": True} if self.manages else {}
            return {"status": "administrator", "user": BOT, "can_delete_messages": self.deletes, **RIGHTS, **topics}
        member = self.members.get(account)
        if member is None:
            return Failure(400, "Bad Request: user not found")
        return {"status": "member", "user": member.object()}

    def create_topic(self, params: Json) -> Json | Failure:
        """Make a topic; its number is that of the service message."""
        if not self.forum:
            return NO_FORUM
        if not self.manages:
            return NO_RIGHT
        number = next(self.server.numbers)
        self.topics[number] = Topic(params["name"])
        return {"message_thread_id": number, "name": params["name"], "icon_color": 7322096}

    def switch_topic(self, params: Json, *, closed: bool) -> object:
        """Close or reopen it."""
        topic = self.topics.get(params["message_thread_id"])
        if topic is None:
            return TOPIC_INVALID
        if not self.manages:
            return Failure(400, "Bad Request: not enough rights to manage topics")
        if topic.closed == closed:
            return NOT_MODIFIED
        topic.closed = closed
        topic.times_closed += closed
        return True

    def delete_topic(self, params: Json) -> object:
        """Delete it with all its messages."""
        return True if self.topics.pop(params["message_thread_id"], None) else TOPIC_INVALID

    def refuses(self, params: Json) -> Failure | None:
        """Why a message cannot be sent there."""
        thread = params.get("message_thread_id")
        if thread is None:
            return None
        if thread not in self.topics:
            return THREAD_GONE
        return TOPIC_CLOSED if self.topics[thread].closed and not self.manages else None

    def delete(self, message: int) -> object:
        """Delete what somebody wrote."""
        if message not in self.written or message in self.deleted:
            return NOT_THERE
        if not self.deletes:
            return UNDELETABLE
        self.deleted.add(message)
        return True

    # What tests look at

    def messages(self, topic: int | None = None) -> list[Sent]:
        """What the bot has sent there and is not deleted, perhaps in one topic."""
        return [
            sent
            for sent in self.server.sent
            if sent.chat_id == self.id
            and not sent.deleted
            and (topic is None or sent.params.get("message_thread_id") == topic)
        ]

    def texts(self, topic: int | None = None) -> list[str]:
        """Their texts."""
        return [sent.text for sent in self.messages(topic)]

    # What people do

    def message(
        self, who: Member, content: Json, *, topic: int | None = None, reply_to: int | None = None, edited: bool = False
    ) -> Json:
        """An update with a new or edited message."""
        number = next(self.server.numbers)
        self.written.add(number)
        where: Json = {"message_thread_id": topic, "is_topic_message": True} if topic is not None else {}
        if reply_to is not None:
            where["reply_to_message"] = self._told(reply_to)
        elif topic is not None:
            began = {"forum_topic_created": {"name": self.topics[topic].name, "icon_color": 7322096}}
            where["reply_to_message"] = {"message_id": topic, "date": NOW, "chat": self._chat(), "from": BOT, **began}
        behalf = {"sender_chat": self._chat()} if who is ANONYMOUS else {}
        told = {"message_id": number, "date": NOW, "chat": self._chat(), "from": who.object(), **behalf}
        return {"update_id": number, "edited_message" if edited else "message": {**told, **where, **content}}

    def said(
        self, who: Member, text: str, *, topic: int | None = None, reply_to: int | None = None, edited: bool = False
    ) -> Json:
        """An update with a text."""
        return self.message(who, {"text": text}, topic=topic, reply_to=reply_to, edited=edited)

    def pressed(self, who: Member, data: str, *, message: int | None = None) -> Json:
        """An update with a press below that message, or the last one in the group that has the button."""
        number = next(self.server.numbers)
        carriers = [sent for sent in self.messages() if data in dict(sent.buttons)]
        if message is not None:
            carriers = [sent for sent in self.server.sent if sent.message_id == message]
        carrier = message_object(carriers[-1]) if carriers else {"message_id": 1, "date": 0}
        return {
            "update_id": number,
            "callback_query": {
                "id": f"press{number}",
                "from": who.object(),
                "chat_instance": "1",
                "data": data,
                "message": {**carrier, "chat": self._chat()},
            },
        }

    def bot_is(self, status: str) -> Json:
        """An update that says what the bot is in the group now."""
        number = next(self.server.numbers)
        return {
            "update_id": number,
            "my_chat_member": {
                "chat": self._chat(),
                "from": BUDI.object(),
                "date": NOW,
                "old_chat_member": {"status": "member", "user": BOT},
                "new_chat_member": {"status": status, "user": BOT},
            },
        }

    def _told(self, message: int) -> Json:
        """A message as a reply to it repeats it."""
        sent = next((one for one in self.server.sent if one.message_id == message), None)
        told = message_object(sent) if sent else {"message_id": message, "date": NOW, "from": BUDI.object()}
        return {**told, "chat": self._chat()}

    def _chat(self) -> Json:
        forum = {"is_forum": True} if self.forum else {}
        return {"id": self.id, "type": "supergroup", "title": "Petugas", **forum}
