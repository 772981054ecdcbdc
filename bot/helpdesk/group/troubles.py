"""What can be wrong with the group, as Telegram tells it, and who can mend it."""

from collections.abc import Iterator
from contextlib import contextmanager
from traceback import extract_tb
from typing import Final

import structlog
from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError

from bot.channels.port import Refused
from bot.channels.telegram.transport import says, translated

log = structlog.get_logger("bot.helpdesk.group")

_KEY: Final = "helpdesk.telegram_group.chat_id"
_NO_CHAT: Final = ("chat not found", "peer_id_invalid", "chat_id_invalid")
_MUTED: Final = ("chat_write_forbidden", "not enough rights to send", "have no rights to send")
_TOPIC_GONE: Final = (
    "message thread not found", "topic_deleted", "topic_id_invalid", "thread_id_invalid",
    "topic_closed",  # and the bot may not open it any more
)  # fmt: skip
_MESSAGE_GONE: Final = ("message to edit not found", "message_id_invalid", "message to delete not found")
_UNDELETABLE: Final = ("message can't be deleted", "message_delete_forbidden")
_NO_TOPICS: Final = ("not a forum", "chat_not_forum", "not enough rights to create a topic", "not enough rights")
_AS_IT_WAS: Final = ("not modified", "topic_not_modified")


class GroupLost(Refused):
    """The group cannot be used until the operator mends it; `why` is the sentence for them."""

    def __init__(self, why: str) -> None:
        super().__init__(f"Telegram group: {why}", operator=True)


class TopicGone(Exception):
    """Somebody deleted the topic, or it is closed to the bot."""


class MessageGone(Exception):
    """Somebody deleted the message."""


class NoTopics(Exception):
    """The group has no topics, or the bot may not make any."""


class MayNotDelete(Exception):
    """The bot may not delete others' messages here, or this one is too old."""


class Troubles:
    """Tells errors apart, and tells the operator once for each trouble that the group is in."""

    def __init__(self) -> None:
        self.now: str | None = None
        """What the operator has to mend; None while all is well."""

    @contextmanager
    def told(self) -> Iterator[None]:
        """Raise the port's errors, or those of this module, for the library's."""
        try:
            yield
        except TelegramError as error:
            raise self._translated(error) from None

    def lost(self, why: str, **details: int) -> GroupLost:
        """The operator has to do something: log it unless it is known."""
        if self.now != why:
            self.now = why
            log.error("telegram_group.lost", why=why, **details)
        return GroupLost(why)

    def migrated(self, chat_id: int) -> GroupLost:
        """Telegram has turned the group into a supergroup, which has another number."""
        why = f"the group became a supergroup with another number: set {_KEY} to {chat_id} and start again"
        return self.lost(why, new_chat_id=chat_id)

    def removed(self) -> GroupLost:
        """The bot is not in the group any more."""
        return self.lost("the bot is not in the group (any more): add it again as an administrator")

    def over(self) -> None:
        """All is well with the group."""
        if self.now is not None:
            self.now = None
            log.info("telegram_group.found")

    def _translated(self, error: TelegramError) -> Exception:
        match error:
            case ChatMigrated():
                return self.migrated(error.new_chat_id)
            case Forbidden():
                return self.removed()
            case BadRequest() if says(error, _NO_CHAT):
                return self.lost(f"Telegram knows no such group: check {_KEY}, and that the bot is a member")
            case BadRequest() if says(error, _MUTED):
                return self.lost("the bot may not write in the group: make it an administrator")
            case BadRequest():
                return _refusal(error)
            case _:
                return translated(error)


def _refusal(error: BadRequest) -> Exception:
    if says(error, _TOPIC_GONE):
        return TopicGone()
    if says(error, _MESSAGE_GONE):
        return MessageGone()
    if says(error, _NO_TOPICS):
        return NoTopics()
    if says(error, _UNDELETABLE):
        return MayNotDelete()
    return translated(error)


def is_as_it_was(error: BadRequest) -> bool:
    """Whether Telegram refuses only because nothing would change."""
    return says(error, _AS_IT_WAS)


def is_gone(error: BadRequest) -> bool:
    """Whether what should be deleted does not exist any more."""
    return says(error, (*_TOPIC_GONE, *_MESSAGE_GONE))


def log_mistake(event: str, error: Exception, **details: int) -> None:
    """Log our own bug by its kind and place: its text may hold what somebody wrote."""
    frames = extract_tb(error.__traceback__)
    log.error(event, kind=type(error).__name__, where=[f"{one.name}:{one.lineno}" for one in frames[-3:]], **details)
