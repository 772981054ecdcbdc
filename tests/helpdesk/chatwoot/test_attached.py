"""Files that agents attach in Chatwoot."""

from collections.abc import AsyncIterator

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.helpdesk.files.limits import FileLimits
from bot.helpdesk.files.taking import TakesFiles
from bot.helpdesk.files.workshop import Workshop
from flows.texts import Texts
from storage.tickets import SqlFiles
from tests.helpdesk.chatwoot.world import World
from tests.helpdesk.files.samples import HTML, jpeg
from tests.helpdesk.stage import SEALER
from tests.helpdesk.waiting import until
from tests.servers.asgi import serving
from tests.servers.chatwoot import Failure

MOST = 200_000


@pytest.fixture
async def kept(idle: World) -> SqlFiles:
    """Where files are; the place is at work and takes them as the program does."""
    files = SqlFiles(idle.stage.engine, SEALER, idle.stage.clock)
    takes = TakesFiles({}, files, Workshop(FileLimits(sent=MOST)), Texts(), idle.stage.clock)
    await idle.start(takes=takes, largest_file=MOST)
    return files


@pytest.fixture
async def elsewhere() -> AsyncIterator[tuple[str, list[str]]]:
    """Another server, and what it was asked for."""
    asked: list[str] = []

    async def answer(request: Request) -> Response:
        asked.append(request.url.path)
        return Response(jpeg())

    async with serving(Starlette(routes=[Route("/{rest:path}", answer)])) as url:
        yield url, asked


async def sent(world: World, number: int) -> list[tuple[str, list[str]]]:
    """What agents said: the words, and the types of the files."""
    entries = await world.stage.tickets.entries(number)
    return [(one.text, [mark.media_type for mark in one.files]) for one in entries if one.kind == "agent"]


async def test_a_picture_goes_to_the_user_once(world_files: World, kept: SqlFiles) -> None:
    """Given a picture with words, delivered twice, it is kept once and made harmless on the way."""
    world = world_files
    number = await world.ticket()
    event = world.server.writes(world.talk(number).id, 5, "Seperti ini", files={"contoh.jpg": jpeg()})
    for _ in range(2):
        await world.happens(event)
    assert await sent(world, number) == [("Seperti ini", ["image/jpeg"])]
    [file] = await kept.of(number)
    found = await kept.get(number, file.mark.file)
    assert found is not None
    assert b"Rahasia" not in found[1]
    assert file.mark.name == "contoh.jpg"


async def test_several_files_are_several_messages(world_files: World) -> None:
    """Given two pictures without a word, the user gets both."""
    world = world_files
    number = await world.ticket()
    files = {"satu.jpg": jpeg(), "dua.jpg": jpeg()}
    await world.happens(world.server.writes(world.talk(number).id, 5, None, files=files))
    assert await sent(world, number) == [("", ["image/jpeg"]), ("", ["image/jpeg"])]


@pytest.mark.parametrize("content", [HTML, b"x" * (MOST + 1), b""], ids=["a page", "too large", "empty"])
async def test_what_is_no_file_of_ours_is_not_sent_and_neither_are_its_words(
    world_files: World, content: bytes
) -> None:
    """Given a file that is not taken, the agent reads so, and nothing of the message goes out."""
    world = world_files
    number = await world.ticket()
    talk = world.talk(number).id
    files = {"baik.jpg": jpeg(), "aneh.jpg": content}
    await world.happens(world.server.writes(talk, 5, "lihat ini", files=files))
    assert await sent(world, number) == []
    assert "hanya foto dan PDF" in world.server.notes(talk)[-1]


@pytest.mark.parametrize("how", ["named", "redirected"])
async def test_nothing_is_fetched_from_elsewhere(
    world_files: World, elsewhere: tuple[str, list[str]], how: str
) -> None:
    """Given an address on another host, at once or by a redirect, nobody asks there."""
    world, (url, asked) = world_files, elsewhere
    number = await world.ticket()
    talk = world.talk(number)
    event = world.server.writes(talk.id, 5, "lihat", files={"a.jpg": jpeg()})
    if how == "named":
        talk.messages[-1]["attachments"][0]["data_url"] = f"{url}/a.jpg"
    else:
        world.server.redirect = f"{url}/a.jpg"
    await world.happens(event)
    assert asked == []
    assert await sent(world, number) == []
    assert "hanya foto dan PDF" in world.server.notes(talk.id)[-1]


@pytest.mark.parametrize("address", ["", "http://[", "file:///etc/passwd", "//x", None])
async def test_what_is_no_address_is_refused(world_files: World, address: str | None) -> None:
    """Given an attachment that is no address (a place on a map, a contact), the agent is told."""
    world = world_files
    number = await world.ticket()
    talk = world.talk(number)
    event = world.server.writes(talk.id, 5, "lihat", files={"a.jpg": jpeg()})
    talk.messages[-1]["attachments"][0]["data_url"] = address
    await world.happens(event)
    assert await sent(world, number) == []
    assert "hanya foto dan PDF" in world.server.notes(talk.id)[-1]


async def test_a_file_that_cannot_be_fetched_now_is_fetched_later(world_files: World) -> None:
    """Given a store of Chatwoot's that is away for a moment, the message waits for it."""
    world = world_files
    number = await world.ticket()
    event = world.server.writes(world.talk(number).id, 5, "lihat", files={"a.jpg": jpeg()})
    world.server.files_failing = Failure(503)
    assert await world.brings(event) == 503
    assert await sent(world, number) == []
    world.server.files_failing = None

    async def done() -> bool:
        return await sent(world, number) == [("lihat", ["image/jpeg"])]

    await until(done)


async def test_a_file_that_can_never_be_fetched_does_not_hold_up_the_rest(world_files: World) -> None:
    """Given a file that is still away after a while, the message is given up, and what follows is said."""
    world = world_files
    number = await world.ticket()
    talk = world.talk(number).id
    world.server.files_failing = Failure(503)
    world.server.writes(talk, 5, "lihat", files={"a.jpg": jpeg()})
    world.stage.clock.now += 16 * 60 * 1000
    await world.happens(world.server.writes(talk, 5, "sesudahnya"))
    assert await sent(world, number) == [("sesudahnya", [])]
    assert "hanya foto dan PDF" in "\n".join(world.server.notes(talk))


async def test_where_no_files_are_taken_the_agent_is_told(world: World) -> None:
    """Given a program without files, an attachment is refused, and a note with one is a note."""
    number = await world.ticket()
    talk = world.talk(number).id
    await world.happens(world.server.writes(talk, 5, "lihat", files={"a.jpg": jpeg()}))
    await world.happens(world.server.writes(talk, 5, None, private=True, files={"a.jpg": jpeg()}))
    assert await sent(world, number) == []
    assert (await world.kinds(number))[-1] == "note"


@pytest.fixture
def world_files(idle: World, kept: SqlFiles) -> World:
    """Everything at work, with files."""
    del kept
    return idle
