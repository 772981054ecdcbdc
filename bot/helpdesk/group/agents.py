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
        self._seen: dict[str, str] = {}

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
        actor = f"{PREFIX}{sender.id}"
        self._seen[actor] = name
        return Actor(actor, name, listed.role if listed else "agent")

    def name(self, agent: str) -> str | None:
        """What an agent is called, if that is known here."""
        number = agent.removeprefix(PREFIX)
        listed = self._listed.get(int(number)) if agent.startswith(PREFIX) and number.isdecimal() else None
        return (listed.name if listed else "") or self._seen.get(agent)

    def learn(self, agent: str, name: str) -> None:
        """Remember what somebody is called."""
        self._seen[agent] = " ".join(name.split())[:LONGEST_NAME] or agent
