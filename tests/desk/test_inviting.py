"""The template after 24 hours on WhatsApp: sent once, by whoever has the ticket, and noted."""

import asyncio
from typing import Any

from redis.asyncio import Redis
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.desk.inviting import invites
from bot.helpdesk.port import Actor
from flows.event import AgentInvited, Sender
from tests.desk.dom import read
from tests.desk.stage import MINUTE, Stage, staged
from tests.desk.test_talk import notice
from tests.line.clock import Clock

DAY = 24 * 60 * MINUTE


async def silent_user(stage: Stage) -> int:
    """A ticket on WhatsApp whose user was last heard a day ago."""
    number = await stage.ticket(channel="whatsapp", address="u")
    stage.clock.now += DAY + MINUTE
    return number


def invited(stage: Stage) -> list[AgentInvited]:
    """What conversations were told."""
    return [event for event in stage.told if isinstance(event, AgentInvited)]


async def test_it_is_sent_once_and_noted(engine: AsyncEngine, redis: Redis, clock: Clock) -> None:
    """Given a closed window, one press sends it, takes the ticket and is seen in it; a second soon after does not."""
    async with staged(engine, redis, clock, invites=True) as stage:
        number = await silent_user(stage)
        sari = await stage.agent("sari")
        page = read((await sari.get(f"/desk/tickets/{number}")).text)
        assert page.one("button", id="send-template").text == "Send the approved template message"
        answer = await sari.post(f"/desk/tickets/{number}/template", {"once": "1"})
        assert "is on its way" in notice(answer.text)
        assert "asked the bot: send the WhatsApp template" in answer.text
        again = await sari.post(f"/desk/tickets/{number}/template", {"once": "2"})
        assert "was sent a moment ago" in notice(again.text)
        (event,) = invited(stage)
        entry = (await stage.tickets.entries(number))[-1]
        assert (event.ticket, event.agent, event.receipt) == (number, "sari", f"entry:{entry.id}")
        assert (entry.kind, entry.text, entry.delivery) == ("step", "invite", "sending")
        assert (await stage.tickets.line(number)).owner == "sari"


async def test_two_presses_at_the_same_moment_send_it_once(engine: AsyncEngine, redis: Redis, clock: Clock) -> None:
    """Given two tabs, nobody is invited twice."""
    async with staged(engine, redis, clock, invites=True) as stage:
        number = await silent_user(stage)
        sari = await stage.agent("sari")
        path = f"/desk/tickets/{number}/template"
        await asyncio.gather(*(sari.post(path, {"once": str(at)}) for at in range(5)))
        assert len({event.id for event in invited(stage)}) == 1  # the line takes no id twice


async def test_what_did_not_arrive_may_be_sent_again(engine: AsyncEngine, redis: Redis, clock: Clock) -> None:
    """Given one that was refused, the agent sees it and may try again at once."""
    async with staged(engine, redis, clock, invites=True) as stage:
        number = await silent_user(stage)
        sari = await stage.agent("sari")
        for times in (1, 2):
            await sari.post(f"/desk/tickets/{number}/template", {"once": str(times)})
            assert len(invited(stage)) == times
            entry = int(invited(stage)[-1].receipt.removeprefix("entry:"))
            await stage.tickets.undelivered(entry, "failed", stage.clock())
        page = await sari.get(f"/desk/tickets/{number}")
        assert "could not be sent" in page.text


async def test_it_is_not_sent_while_messages_arrive(engine: AsyncEngine, redis: Redis, clock: Clock) -> None:
    """Given a user who was heard lately, on another channel, or somebody else's ticket, nothing is sent."""
    async with staged(engine, redis, clock, invites=True) as stage:
        others = await silent_user(stage)
        await stage.room.helpdesk.claim(Actor("budi", "Budi"), others)
        lately, web = await stage.ticket(channel="whatsapp"), await stage.ticket()
        sari = await stage.agent("sari")
        for number in (lately, web, others):
            await sari.post(f"/desk/tickets/{number}/template", {"once": "1"})
        assert invited(stage) == []


async def test_without_one_nothing_is_offered(stage: Stage) -> None:
    """Given no template in the configuration, the page says what else there is, and the path sends nothing."""
    number = await silent_user(stage)
    sari = await stage.agent("sari")
    page = read((await sari.get(f"/desk/tickets/{number}")).text)
    assert not page.all("button", id="send-template")
    answer = await sari.post(f"/desk/tickets/{number}/template", {"once": "1"})
    assert notice(answer.text) == "No WhatsApp template is set in the configuration."


def test_the_channel_of_the_configuration() -> None:
    """Given WhatsApp and a template, the desk offers it; without either it does not."""

    class WhatsApp:
        name = "whatsapp"

        async def invite(self, to: Sender, receipt: str) -> None:
            del to, receipt

    channels: list[Any] = [WhatsApp()]
    assert invites(channels, "HX1")
    assert not invites(channels, "")
    assert not invites([], "HX1")
