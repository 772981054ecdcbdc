"""Photos and documents that agents send to users from the group."""

import pytest

from bot.helpdesk.files.refusals import FileRefused
from bot.helpdesk.port import Actor
from storage.consents import RecordsAway
from storage.tickets.port import FileMark
from tests.helpdesk.group.world import World, running
from tests.servers.telegram_chats import Json
from tests.servers.telegram_failures import BROKEN
from tests.servers.telegram_groups import ANI, BUDI

SIZES = [
    {"file_id": name, "file_unique_id": name, "width": side, "height": side} for name, side in (("s", 9), ("L", 90))
]
PHOTO: Json = {"photo": SIZES, "caption": "Isi bagian ini ya, Kak."}
LETTER: Json = {"document": {"file_id": "P", "file_unique_id": "P", "file_name": "surat.pdf"}}


class Keeping:
    """Keeps what agents send; `refuses` or is away when told to."""

    def __init__(self) -> None:
        self.kept: dict[str, tuple[str, bytes]] = {}
        self.trouble: Exception | None = None

    async def agent_file(self, ticket: int, actor: Actor, name: str, content: bytes, once: str) -> FileMark:
        """Keep it."""
        del ticket, actor
        if self.trouble is not None:
            raise self.trouble
        self.kept[once] = (name, content)
        return FileMark(f"file{len(self.kept)}", name or "foto.jpg", "image/jpeg", len(content))


@pytest.fixture
def keeping(built: World) -> Keeping:
    """Where they are kept; Telegram has two files."""
    built.agents_files = keeping = Keeping()
    built.server.files = {"L": b"large", "P": b"%PDF"}
    return keeping


async def test_a_photo_and_a_letter_go_to_the_user(built: World, keeping: Keeping) -> None:
    """Given a photo with words and a document without, each is said once, with its file, also if it comes twice."""
    async with running(built) as world:
        ticket = await world.opened()
        for content in (PHOTO, LETTER):
            update = world.group.message(BUDI, content, topic=world.topic(ticket))
            await world.happens(update)
            await world.happens(update)
        said = [entry for entry in await world.stage.tickets.entries(ticket) if entry.kind == "agent"]
        assert [(entry.text, entry.files[0].name) for entry in said] == [
            ("Isi bagian ini ya, Kak.", "foto.jpg"),
            ("", "surat.pdf"),
        ]
        assert list(keeping.kept.values()) == [("", b"large"), ("surat.pdf", b"%PDF")]
        assert [text for text in world.group.texts() if "Tidak terkirim" in text] == []


async def test_a_file_that_is_not_taken_is_told(built: World, keeping: Keeping) -> None:
    """Given a file that fails the checks, or that Telegram does not give, the agent reads that it was not sent."""
    async with running(built) as world:
        ticket = await world.opened()
        keeping.trouble = FileRefused("virus")
        await world.happens(world.group.message(BUDI, LETTER, topic=world.topic(ticket)))
        await world.tells("hanya foto dan PDF")
        keeping.trouble = None
        world.server.fail("getFile", BROKEN)
        await world.happens(world.group.message(BUDI, PHOTO, topic=world.topic(ticket)))
        await world.until(lambda: sum("hanya foto dan PDF" in text for text in world.group.texts()) == 2)
        assert await world.said(ticket) == []


async def test_records_away_bring_the_file_again(built: World, keeping: Keeping) -> None:
    """Given records that are away, the update comes again, and the file is sent once they are back."""
    async with running(built) as world:
        ticket = await world.opened()
        update = world.group.message(BUDI, PHOTO, topic=world.topic(ticket))
        keeping.trouble = RecordsAway("away")
        assert await world.brings(update) == 503
        keeping.trouble = None
        await world.happens(update)
        assert await world.said(ticket) == ["Isi bagian ini ya, Kak."]


async def test_a_file_for_another_agents_user_is_not_sent(built: World, keeping: Keeping) -> None:
    """Given a ticket of another's, the file is not sent, and the reply says whose it is."""
    async with running(built) as world:
        ticket = await world.opened()
        await world.happens(world.group.said(ANI, "/ambil", topic=world.topic(ticket)))
        await world.happens(world.group.message(BUDI, PHOTO, topic=world.topic(ticket)))
        await world.tells("dipegang Ani")
        assert await world.said(ticket) == []
        assert keeping.kept


async def test_a_picture_for_colleagues_stays_with_them(built: World, keeping: Keeping) -> None:
    """Given a photo whose words begin as a note, nothing is sent and nothing is complained of."""
    async with running(built) as world:
        ticket = await world.opened()
        content = {**PHOTO, "caption": "// begini tampilannya"}
        await world.happens(world.group.message(BUDI, content, topic=world.topic(ticket)))
        assert await world.kinds(ticket) == ["request"]
        assert keeping.kept == {}
        assert len(world.group.texts()) == 1
