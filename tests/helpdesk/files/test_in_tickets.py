"""The whole way: from a user's page into their ticket, and from an agent back to the page."""

from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.helpdesk.files.section import FilesSection
from bot.helpdesk.files.wiring import open_files
from flows.effect import TellAgent
from flows.event import Media
from flows.texts import Texts
from storage.line import now_ms
from storage.tickets import SqlTickets
from tests.channels.web.served import Bot, served
from tests.channels.web.visitor import visiting
from tests.helpdesk.files.samples import SECRET_PLACE, active, jpeg, pdf
from tests.helpdesk.stage import ANI, SEALER, Stage


@pytest.fixture
def bot() -> Bot:
    """Keeps what it hears."""
    bot = Bot()
    bot.answers = False
    return bot


async def test_from_the_page_to_the_agent_and_back(records: AsyncEngine, redis: Any, redis_url: str, bot: Bot) -> None:
    """A photo and a harmful letter: one hangs on the entry, the other is explained to both; the answer comes."""
    async with served(redis_url, bot) as server, visiting(server.address) as visitor:
        assert bot.channel is not None
        room = open_files(
            FilesSection(), engine=records, seal=SEALER, channels={"web": bot.channel}, texts=Texts(), clock=now_ms,
            locale_of=SqlTickets(records, SEALER).locale_of,
        )  # fmt: skip
        stage = Stage(records, redis, files=room.keeper)
        for number, content in enumerate((jpeg(), active()["script on opening"])):
            assert (await visitor.upload(content, number, "../KTP saya.html")).status_code == 200
        sender = bot.kept[0][0]
        ticket = await stage.open(sender)
        for event in bot.events:
            assert isinstance(event, Media)
            effect = TellAgent(ticket, "said", "ini KTP saya", event.files)
            await stage.conversations.tell(sender, f"fx:{event.id}", effect)
        assert (await visitor.history())[-1]["text"] == Texts().say("id", "file-active")

        _, photo, letter = await stage.tickets.entries(ticket)
        [mark] = photo.files
        assert (mark.name, letter.files) == ("KTP saya.jpg", ())
        assert Texts().say("id", "brief-file-active") in letter.text
        found = await room.files.get(ticket, mark.file)
        assert found is not None
        assert SECRET_PLACE.encode() not in found[1]

        await stage.service.claim(ANI, ticket)
        answer = await room.takes.agent_file(ticket, ANI, "formulir <b>.exe", pdf(), "agent:1")
        entry = await stage.service.say(ANI, ticket, "Ini formulirnya", "say:1", answer)
        assert entry.files == (answer,)
        document = await room.takes.document(ticket, answer.file)
        assert document is not None
        await bot.channel.send_document(sender, document, "fx:send")
        shown = (await visitor.history())[-1]["file"]
        assert shown["name"] == "formulir b.pdf"
        brought = await visitor.http.get(f"/{shown['href']}")
        assert brought.headers["content-disposition"] == 'attachment; filename="formulir b.pdf"'
        assert brought.content == document.content

        await stage.conversations.forget(sender)
        assert await room.files.get(ticket, mark.file) is None
