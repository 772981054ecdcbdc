"""The group as a room: what can be written, changed and deleted in it, at the pace that Telegram allows.

A ticket has a forum topic there; where the group has no topics, or the bot may not make any, it is a thread of replies
to the ticket's card, and every message begins with the ticket's number.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import Final

from telegram import (
    Bot,
    ChatMemberAdministrator,
    ChatMemberOwner,
    ForceReply,
    InlineKeyboardMarkup,
    InputFile,
    LinkPreviewOptions,
    MessageEntity,
    ReplyParameters,
    User,
)
from telegram.error import BadRequest

from bot.channels.port import Document, Refused, TryLater
from bot.channels.rendering import utf16_length
from bot.helpdesk.group.agents import PREFIX, Agents
from bot.helpdesk.group.memory import Memory, Stand
from bot.helpdesk.group.pace import GroupPace
from bot.helpdesk.group.troubles import MayNotDelete, MessageGone, NoTopics, Troubles, is_as_it_was, is_gone

MOST_TEXT: Final = 4096
MOST_NAME: Final = 128
MOST_AT_ONCE: Final = 100
"""Messages that one call deletes."""
LOOK_AGAIN: Final = 600.0
"""Seconds after which the group's own settings are asked for again."""
_NO_PREVIEW: Final = LinkPreviewOptions(is_disabled=True)

Keyboard = InlineKeyboardMarkup | ForceReply


@dataclass(frozen=True)
class About:
    """What the group is: whether a ticket can have a topic, and whether the bot may delete what others write."""

    topics: bool
    deletes: bool
    forum: bool


@dataclass(frozen=True)
class Message:
    """A message to be sent. `mention`: the account whose name the text begins with; `length` of that name."""

    text: str
    keyboard: Keyboard | None = None
    reply_to: int | None = None
    silent: bool = False
    protect: bool = False
    mention: int | None = None
    length: int = 0


class Room:
    """Calls Telegram for the group. `account`: the bot's own number.

    Raises the port's errors, and `TopicGone` where a ticket's topic was deleted.
    """

    def __init__(
        self, bot: Bot, account: int, chat_id: int, memory: Memory, agents: Agents, pace: GroupPace,
        *, clock: Callable[[], float] = monotonic,
    ) -> None:  # fmt: skip
        self.chat_id = chat_id
        self.memory = memory
        self.pace = pace
        self.troubles = Troubles()
        self._bot = bot
        self._account = account
        self.agents = agents
        self._clock = clock
        self._about: About | None = None
        self._asked_at = 0.0
        self._asking = asyncio.Lock()

    async def about(self, *, again: bool = False) -> About:
        """What the group is, asked for now and then; raise `GroupLost` for one where tickets must not be shown."""
        async with self._asking:
            if again or self._about is None or self._clock() - self._asked_at > LOOK_AGAIN:
                self._about = await self._ask()
                self._asked_at = self._clock()
            return self._about

    async def _ask(self) -> About:
        with self.troubles.told():
            chat = await self._bot.get_chat(self.chat_id)
            me = await self._bot.get_chat_member(self.chat_id, self._account)
        if chat.username or chat.linked_chat_id:
            raise self.troubles.lost(
                "the group is public or linked to a channel: make it private, it shows users' words"
            )
        self.troubles.over()
        forum = bool(chat.is_forum)
        match me:
            case ChatMemberOwner():
                return About(forum, deletes=True, forum=forum)
            case ChatMemberAdministrator():
                return About(forum and bool(me.can_manage_topics), me.can_delete_messages, forum)
            case _:
                return About(topics=False, deletes=False, forum=forum)

    def changed(self) -> None:
        """The bot's rights or the group's settings may be others now."""
        self._about = None

    def removed(self) -> None:
        """The bot is not in the group any more."""
        self.troubles.removed()

    async def begin_topic(self, name: str) -> int:
        """Make a topic; 0 where the group shall have none."""
        if not (await self.about()).topics:
            return 0
        await self.pace.take()  # that a topic begins is a message, too
        try:
            with self.troubles.told():
                topic = await self._bot.create_forum_topic(self.chat_id, name[:MOST_NAME])
        except NoTopics:
            self._about = About(topics=False, deletes=(await self.about()).deletes, forum=True)
            return 0
        return topic.message_thread_id

    async def close_topic(self, topic: int) -> None:
        """Close it; nothing happens if it is closed or gone."""
        await self._switch(self._bot.close_forum_topic, topic)

    async def reopen_topic(self, topic: int) -> None:
        """Open it again; nothing happens if it is open."""
        await self._switch(self._bot.reopen_forum_topic, topic)

    async def _switch(self, call: Callable[[int, int], object], topic: int) -> None:
        try:
            with self.troubles.told():
                try:
                    await call(self.chat_id, topic)  # type: ignore[misc]  # both are coroutines of the library
                except BadRequest as error:
                    if not is_as_it_was(error):
                        raise
        except NoTopics:
            return  # the right was taken away: the topic stays as it is, which loses nothing

    async def send(self, ticket: int, stand: Stand, message: Message) -> int:
        """Write into a ticket's topic or thread; return the message's id."""
        mark = f"#{ticket} "
        bare = stand.topic or not ticket or message.text.startswith(mark)
        text = message.text if bare else mark + message.text
        offset = utf16_length(text) - utf16_length(message.text)
        reply = message.reply_to or (0 if stand.topic else stand.card)
        await self.pace.take()
        with self.troubles.told():
            sent = await self._bot.send_message(
                self.chat_id,
                text,
                message_thread_id=stand.topic or None,
                reply_parameters=ReplyParameters(reply, allow_sending_without_reply=True) if reply else None,
                reply_markup=message.keyboard,
                entities=_mention(message, offset),
                disable_notification=message.silent or None,
                protect_content=message.protect or None,
                link_preview_options=_NO_PREVIEW,
            )
        self.troubles.over()
        if not stand.topic and ticket:
            await self.memory.belongs(sent.message_id, ticket)
        return sent.message_id

    async def send_file(self, ticket: int, stand: Stand, document: Document) -> None:
        """Send a file into a ticket's topic or thread, protected."""
        file = InputFile(document.content, filename=document.name)
        reply = 0 if stand.topic else stand.card
        await self.pace.take()
        with self.troubles.told():
            sent = await self._bot.send_document(
                self.chat_id,
                file,
                message_thread_id=stand.topic or None,
                reply_parameters=ReplyParameters(reply, allow_sending_without_reply=True) if reply else None,
                protect_content=True,
                disable_content_type_detection=True,
            )
        if not stand.topic:
            await self.memory.belongs(sent.message_id, ticket)

    async def edit(self, message: int, text: str, keyboard: InlineKeyboardMarkup | None) -> bool:
        """Change a message of ours; False if it is gone or too old to be changed."""
        try:
            with self.troubles.told():
                try:
                    await self._bot.edit_message_text(
                        text, self.chat_id, message, reply_markup=keyboard, link_preview_options=_NO_PREVIEW
                    )
                except BadRequest as error:
                    if not is_as_it_was(error):
                        raise
        except (MessageGone, Refused):
            return False
        return True

    async def show_buttons(self, message: int, keyboard: InlineKeyboardMarkup | None) -> None:
        """Change a message's buttons. A convenience: whatever goes wrong, the next change of the card mends it."""
        try:
            with self.troubles.told():
                await self._bot.edit_message_reply_markup(self.chat_id, message, reply_markup=keyboard)
        except (MessageGone, Refused, TryLater):
            return

    async def remove(self, message: int) -> None:
        """Delete a message; nothing happens if it is gone. Raises `MayNotDelete`."""
        try:
            with self.troubles.told():
                await self._bot.delete_message(self.chat_id, message)
        except MessageGone:
            return
        except (NoTopics, Refused):  # however Telegram words it
            raise MayNotDelete from None

    async def remove_all(self, topic: int, messages: Sequence[int]) -> None:
        """Delete a topic with all that stands in it, or these messages; what is gone already is no error."""
        with self.troubles.told():
            try:
                if topic:
                    await self._bot.delete_forum_topic(self.chat_id, topic)
                for place in range(0, len(messages), MOST_AT_ONCE):
                    await self._bot.delete_messages(self.chat_id, messages[place : place + MOST_AT_ONCE])
            except BadRequest as error:
                if not is_gone(error):
                    raise

    async def name(self, agent: str | None) -> str | None:
        """What an agent is called; None if even Telegram does not say. Others' ids are as good as a name."""
        if agent is None or (known := self.agents.name(agent)) is not None:
            return agent and known
        account = agent.removeprefix(PREFIX)
        if account == agent or not account.isdecimal():
            return agent
        try:
            with self.troubles.told():
                member = await self._bot.get_chat_member(self.chat_id, int(account))
        except (Refused, TryLater, MessageGone, NoTopics):
            return None
        self.agents.learn(agent, member.user.first_name)
        return self.agents.name(agent)


def _mention(message: Message, offset: int) -> list[MessageEntity] | None:
    if message.mention is None:
        return None
    user = User(message.mention, "", is_bot=False)
    return [MessageEntity(MessageEntity.TEXT_MENTION, offset, message.length, user=user)]
