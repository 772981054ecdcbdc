"""What all pages of the desk share: the parts they work with, and how a page is put together."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import tzinfo

from starlette.responses import HTMLResponse, Response

from bot.desk.accounts.guard import SignedIn
from bot.desk.port import FileDesk, Noted, Roster
from bot.desk.presence import Presences
from bot.desk.templating import Pages
from bot.desk.words import Words
from bot.helpdesk.port import Actor, Helpdesk
from storage.canned import CannedReplies
from storage.line import LineAway
from storage.sealing import Sealer
from storage.tickets.port import Filter, Line, Tickets


@dataclass(frozen=True)
class DeskSettings:
    """The operator's decisions, in the desk's units. `remind_after`: ms after which a ticket has waited too long."""

    operator: str
    zone: tzinfo
    remind_after: int


@dataclass(frozen=True)
class Notice:
    """One sentence above the page: ``good`` or ``bad``."""

    text: str
    kind: str = "good"


@dataclass(frozen=True)
class Room:
    """The desk's parts. `clock`: ms since 1970, UTC. `invites`: a channel has a template for users who fell silent."""

    pages: Pages
    tickets: Tickets
    helpdesk: Helpdesk
    files: FileDesk
    roster: Roster
    replies: CannedReplies
    presences: Presences
    noted: Noted
    sealer: Sealer
    settings: DeskSettings
    clock: Callable[[], int]
    invites: bool = False

    def words(self, who: SignedIn) -> Words:
        """What is said to whoever asks, now."""
        return Words(self.pages.texts, who.locale, self.settings.zone, self.clock())

    async def page(
        self, who: SignedIn, template: str, here: str, given: Mapping[str, object], *, status: int = 200
    ) -> Response:
        """A whole page. `here`: the path that the navigation marks as present."""
        waiting = len(await self.helpdesk.list(who.actor, Filter(states=("waiting",))))
        mine = len(await self.mine(who.actor))
        shown = {
            "waiting": waiting,
            "waiting_mine": mine,
            "presence": await self.presence(who.actor),
            **self._given(who),
            **given,
        }
        return self.pages.page(
            template, who.locale, who=who, token=who.csrf, here=here, status=status, given=shown
        )  # fmt: skip

    async def mine(self, actor: Actor) -> Sequence[Line]:
        """The tickets of this agent in which it is the agent's turn."""
        return await self.helpdesk.list(actor, Filter(states=("agent",), owner=actor.id))

    def part(self, who: SignedIn, template: str, given: Mapping[str, object]) -> Response:
        """A piece of a page, for HTMX."""
        return HTMLResponse(self.pages.text(template, who.locale, token=who.csrf, **{**self._given(who), **given}))

    async def names(self) -> Mapping[str, str]:
        """What everybody is called, by their id."""
        return {actor.id: actor.name for actor in await self.roster.agents()}

    async def presence(self, actor: Actor) -> str:
        """Whether this agent is here or away; while Redis is away, here: they are looking at a page."""
        try:
            known = await self.presences.of([actor.id])
        except LineAway:
            return "here"
        return "away" if known[actor.id] == "away" else "here"

    def _given(self, who: SignedIn) -> dict[str, object]:
        return {"notice": None, "oob": False, "now": self.clock(), **self.words(who).given()}
