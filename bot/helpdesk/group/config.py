"""The part of the configuration that says which group it is and who works there."""

from typing import Literal

from pydantic import Field

from bot.sections import Section


class ListedAgent(Section):
    """A member of the group by Telegram's number of the account: what users are told as name, and what they may do."""

    id: int = Field(gt=0)
    name: str = Field("", max_length=40)
    role: Literal["agent", "supervisor"] = "agent"


class TelegramGroupSection(Section):
    """The group. Everybody in it is an agent, or with `only_listed` those in `agents` alone."""

    chat_id: int = Field(lt=0)
    agents: tuple[ListedAgent, ...] = ()
    only_listed: bool = False
    send_files: bool = False
    locale: Literal["id", "en"] = "id"
