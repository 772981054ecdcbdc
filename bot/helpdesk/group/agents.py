"""Who in the group may act, as whom, and what others are called."""

from collections.abc import Sequence
from typing import Final, Literal

from bot.helpdesk.group.updates import ANONYMOUS_ADMIN, Chat, User
from bot.helpdesk.port import Actor
from bot.sections import ListedAgent

PREFIX: Final = "telegram:"
LONGEST_NAME: Final = 40

Refusal = Literal["refused-anonymous", "refused-channel", "refused-unlisted", "bot"]


class Agents:
    """Reads who somebody is from how Telegram names them. A name that was seen is remembered while the program runs."""

    def __init__(self, chat_id: int, listed: Sequence[ListedAgent], *, only_listed: bool) -> None:
        self._chat_id = chat_id
        self._listed = {agent.id: agent for agent in listed}
        self._only_listed = only_listed
        self._seen: dict[int, str] = {}

    def actor(self, sender: User | None, on_behalf_of: Chat | None = None) -> Actor | Refusal:
        """Who acts, or why they may not."""
        if on_behalf_of is not None or sender is None or sender.id == ANONYMOUS_ADMIN:
            own = on_behalf_of is None or on_behalf_of.id == self._chat_id
            return "refused-anonymous" if own else "refused-channel"
        if sender.is_bot:
            return "bot"
        listed = self._listed.get(sender.id)
        if listed is None and self._only_listed:
            return "refused-unlisted"
        given = (listed.name if listed else "") or sender.first_name
        name = " ".join(given.split())[:LONGEST_NAME] or str(sender.id)
        self._seen[sender.id] = name
        return Actor(f"{PREFIX}{sender.id}", name, listed.role if listed else "agent")

    def name(self, agent: str) -> str | None:
        """What an agent of the group is called, if that is known here; any other agent's id is their name."""
        if not agent.startswith(PREFIX):
            return agent
        number = agent.removeprefix(PREFIX)
        if not number.isdecimal():
            return None
        listed = self._listed.get(int(number))
        return (listed.name if listed else "") or self._seen.get(int(number))

    def learn(self, account: int, first_name: str) -> None:
        """Remember what Telegram says that somebody is called."""
        self._seen[account] = " ".join(first_name.split())[:LONGEST_NAME] or str(account)
