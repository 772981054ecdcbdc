"""The template after 24 hours on WhatsApp: sent once, by whoever has the ticket, and noted."""

from redis.asyncio import Redis
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.channels.port import Refused
from bot.desk.inviting import ChannelTemplate, configured_invites
from bot.helpdesk.port import Actor
from flows.event import Sender
from tests.desk.dom import read
from tests.desk.stage import MINUTE, Stage, staged
from tests.desk.test_talk import notice
from tests.line.clock import Clock

DAY = 24 * 60 * MINUTE


class Invited:
    """Stands for the channel: whom it wrote to, or why it does not."""

    def __init__(self, *, refuses: bool = False) -> None:
        self.users: list[str] = []
        self.refuses = refuses

    async def invite(self, to: Sender) -> None:
        """See `Invites`."""
        if self.refuses:
            raise Refused("the template is not approved")
        self.users.append(to.address)


async def silent_user(stage: Stage) -> int:
    """A ticket on WhatsApp whose user was last heard a day ago."""
    number = await stage.ticket(channel="whatsapp", address="u")
    stage.clock.now += DAY + MINUTE
    return number


async def test_it_is_sent_once_and_noted(engine: AsyncEngine, redis: Redis, clock: Clock) -> None:
    """Given a closed window, one press sends it, takes the ticket and leaves a note; a second soon after does not."""
    invited = Invited()
    async with staged(engine, redis, clock, invites=invited) as stage:
        number = await silent_user(stage)
        sari = await stage.agent("sari")
        page = read((await sari.get(f"/desk/tickets/{number}")).text)
        assert page.one("button", id="send-template").text == "Send the approved template message"
        answer = await sari.post(f"/desk/tickets/{number}/template", {"once": "1"})
        assert notice(answer.text) == "The template message was sent."
        again = await sari.post(f"/desk/tickets/{number}/template", {"once": "2"})
        assert "was sent a moment ago" in notice(again.text)
        assert invited.users == ["u"]
        assert (await stage.tickets.line(number)).owner == "sari"
        notes = [entry.text for entry in await stage.tickets.entries(number) if entry.kind == "note"]
        assert notes == ["WhatsApp template sent: the user is asked to write again."]


async def test_it_is_not_sent_while_messages_arrive(engine: AsyncEngine, redis: Redis, clock: Clock) -> None:
    """Given a user who was heard lately, on another channel, or somebody else's ticket, nothing is sent."""
    invited = Invited()
    async with staged(engine, redis, clock, invites=invited) as stage:
        others = await silent_user(stage)
        await stage.room.helpdesk.claim(Actor("budi", "Budi"), others)
        lately, web = await stage.ticket(channel="whatsapp"), await stage.ticket()
        sari = await stage.agent("sari")
        for number in (lately, web, others):
            await sari.post(f"/desk/tickets/{number}/template", {"once": "1"})
        assert invited.users == []


async def test_a_refusal_is_told(engine: AsyncEngine, redis: Redis, clock: Clock) -> None:
    """Given a template that is not taken, the agent is told, and no note says that it was sent."""
    async with staged(engine, redis, clock, invites=Invited(refuses=True)) as stage:
        number = await silent_user(stage)
        sari = await stage.agent("sari")
        answer = await sari.post(f"/desk/tickets/{number}/template", {"once": "1"})
        assert "could not be sent" in notice(answer.text)
        assert not [entry for entry in await stage.tickets.entries(number) if entry.kind == "note"]


async def test_without_one_nothing_is_offered(stage: Stage) -> None:
    """Given no template in the configuration, the page says what else there is, and the path sends nothing."""
    number = await silent_user(stage)
    sari = await stage.agent("sari")
    page = read((await sari.get(f"/desk/tickets/{number}")).text)
    assert not page.all("button", id="send-template")
    answer = await sari.post(f"/desk/tickets/{number}/template", {"once": "1"})
    assert notice(answer.text) == "No WhatsApp template is set in the configuration."


async def test_the_channel_of_the_configuration() -> None:
    """Given WhatsApp and a template, that is what is sent by; without either there is nothing."""

    class WhatsApp:
        name = "whatsapp"

        def __init__(self) -> None:
            self.sent: list[tuple[str, str]] = []

        async def send_template(self, to: Sender, template: str) -> str:
            self.sent.append((to.address, template))
            return "SM1"

    channel = WhatsApp()
    invites = configured_invites([channel], "HX1")  # type: ignore[list-item]  # all that is asked of it
    assert isinstance(invites, ChannelTemplate)
    await invites.invite(Sender("whatsapp", "u"))
    assert channel.sent == [("u", "HX1")]
    assert configured_invites([channel], "") is None  # type: ignore[list-item]  # the same
    assert configured_invites([], "HX1") is None
