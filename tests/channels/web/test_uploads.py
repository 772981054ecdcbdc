"""Photos and documents that the page sends: what is taken, what is not, and who gets them."""

import asyncio
import logging
import re
from collections.abc import AsyncIterator

import httpx
import pytest
from redis.asyncio import Redis

from bot.channels.port import FileGone, FileTooLarge, TryLater
from bot.channels.web.channel import WebChannel
from bot.channels.web.paths import Limits
from bot.channels.web.uploading import AT_ONCE
from flows.event import Attachment, Media, Sender
from storage.transcript import StreamTranscript
from storage.uploads import Budget, Uploads
from tests.channels.web.served import PEOPLE, SEALER, Bot, served
from tests.channels.web.visitor import SPACE, Visitor, message_id, visiting
from tests.helpdesk.files.samples import HTML, archive, gif, jpeg, pdf, png, webp
from tests.servers.redis import RedisServer


def media(bot: Bot) -> list[Media]:
    """What the dialogue was told of."""
    return [event for event in bot.events if isinstance(event, Media)]


async def fetch(bot: Bot, number: int = 0, sender: Sender | None = None, at_most: int = 10_000_000) -> bytes:
    """The file that the bot was told of."""
    assert bot.channel is not None
    own, event = [(who, event) for who, event in bot.kept if isinstance(event, Media)][number]
    return await bot.channel.fetch(sender or own, event.files[0], at_most)


async def test_a_photo_is_shown_told_and_can_be_fetched(visitor: Visitor, bot: Bot) -> None:
    """It stands in the conversation by its name; the dialogue hears of it; only this conversation gives it."""
    answer = await visitor.upload(jpeg(), 1, "../KTP \u202eSiti.exe.png")
    assert answer.status_code == 200
    [event] = media(bot)
    assert (event.kind, event.ref, event.id) == ("photo", answer.json()["ref"], f"web:{message_id(1)}")
    assert (event.files[0].name, event.files[0].media_type) == ("KTP Siti.jpg", "image/jpeg")
    assert [said["text"] for said in await visitor.history()] == ["Lampiran: KTP Siti.jpg"]
    assert await fetch(bot) == jpeg()
    with pytest.raises(FileGone):
        await fetch(bot, sender=Sender("web", "somebodyelse"))
    with pytest.raises(FileTooLarge):
        await fetch(bot, at_most=len(jpeg()) - 1)


async def test_the_same_upload_again_is_one(visitor: Visitor, bot: Bot) -> None:
    """A page that did not hear the answer comes again; nothing is doubled."""
    refs = [(await visitor.upload(pdf(), 1, "surat.pdf")).json()["ref"] for _ in range(3)]
    assert len(set(refs)) == 1
    assert len(media(bot)) == 1
    assert len(await visitor.history()) == 1


async def test_nothing_is_lost_while_the_line_is_away(visitor: Visitor, bot: Bot) -> None:
    """The page is told to come again; then the file is kept once."""
    bot.away = True
    assert (await visitor.upload(png(), 1)).status_code == 503
    bot.away = False
    assert (await visitor.upload(png(), 1)).status_code == 200
    assert len(media(bot)) == 1
    assert await fetch(bot) == png()


@pytest.mark.parametrize(
    ("content", "status"),
    [
        (HTML, 415),
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", 415),
        (gif() + archive(), 415),
        (archive(), 415),
        (HTML + pdf(), 415),
        (b"\0\0\0\x24ftypheic" + bytes(99), 415),
        (b"", 400),
        (b"\xff\xd8\xff" + bytes(10 * 1024 * 1024), 413),
        (b"\xff\xd8\xff" + bytes(30 * 1024 * 1024), 413),
    ],
    ids="html svg gifar zip html+pdf heic empty larger huge".split(),
)
async def test_what_is_no_photo_or_letter_is_refused(visitor: Visitor, bot: Bot, content: bytes, status: int) -> None:
    """By its bytes, whatever name and type it comes with; kindly, and nothing is kept or told."""
    try:
        answer = await visitor.upload(content, 1, "foto.jpg", **{"Content-Type": "image/jpeg"})
    except httpx.WriteError:  # so large that the server hung up while it came
        assert status == 413
    else:
        assert answer.status_code == status
        assert len(content) > 20_000_000 or answer.json()["message"].endswith("ya.")
    assert bot.offers == 0
    assert (await visitor.write("halo", 2)).status_code == 200


async def test_a_length_that_lies_is_found_out(visitor: Visitor, bot: Bot) -> None:
    """No length at all, and more bytes than allowed."""

    async def endless() -> AsyncIterator[bytes]:
        for _ in range(200):
            yield b"\xff\xd8\xff" + bytes(100_000)

    try:
        query = {"id": message_id(1)}
        answer = await visitor.http.post("/chat/uploads", params=query, content=endless())
        assert answer.status_code == 413
    except (httpx.WriteError, httpx.RemoteProtocolError):  # the same, said by hanging up
        pass
    assert bot.offers == 0


@pytest.mark.parametrize(
    "query",
    [{}, {"id": ""}, {"id": "1"}, {"id": message_id(1) + "\n"}, {"id": "../../" + message_id(1)}, {"id": "tg:7"}],
)
async def test_an_upload_without_a_proper_id_is_refused(visitor: Visitor, bot: Bot, query: dict[str, str]) -> None:
    """The page makes one; everything else is somebody else's doing."""
    answer = await visitor.http.post("/chat/uploads", params=query, content=jpeg())
    assert (answer.status_code, answer.json()["error"]) == (400, "malformed")
    assert bot.offers == 0


async def test_only_the_own_page_can_upload(visitor: Visitor, bot: Bot) -> None:
    """Another site's page, a program without an origin, a browser without a conversation, and a borrowed name."""
    jahat = {"Origin": "https://jahat.example"}
    assert (await visitor.upload(jpeg(), 1, **jahat)).json()["error"] == "origin"
    del visitor.http.headers["Origin"]
    assert (await visitor.upload(jpeg(), 1)).json()["error"] == "origin"
    visitor.http.headers["Origin"] = visitor.address
    assert (await visitor.upload(jpeg(), 1, persona="siti")).json()["error"] == "persona"
    visitor.http.cookies.clear()
    assert (await visitor.upload(jpeg(), 1)).json()["error"] == "conversation"
    assert (await visitor.http.get("/chat/uploads")).status_code == 405
    assert bot.offers == 0


async def test_in_the_demo_a_file_is_its_persons(demo_visitor: Visitor, bot: Bot) -> None:
    """Each of the people has a conversation of their own."""
    assert (await demo_visitor.upload(webp(), 1, persona="siti-rahmawati")).status_code == 200
    assert bot.kept[0][0].phone == PEOPLE[0].phone
    assert await fetch(bot) == webp()


async def test_too_many_are_refused_and_texts_still_pass(redis_url: str, bot: Bot) -> None:
    """By their number, and by the room that they take; who only writes notices nothing."""
    async with served(redis_url, bot, limits=Limits(burst=99)) as server, visiting(server.address) as visitor:
        answers = [await visitor.upload(jpeg(), number) for number in range(12)]
        assert {answer.status_code for answer in answers} == {200, 429}
        assert int(answers[-1].headers["retry-after"]) >= 1
        assert (await visitor.write("halo", 99)).status_code == 200
    small = Budget(each=2_500)
    async with served(redis_url, bot, budget=small) as server, visiting(server.address) as visitor:
        statuses = [(await visitor.upload(jpeg(), number)).status_code for number in range(6)]
        assert statuses[0] == 200
        assert statuses[-1] == 429
        assert (await visitor.write("halo", 99)).status_code == 200
    full = Budget(files=0)
    async with served(redis_url, bot, budget=full) as server, visiting(server.address) as visitor:
        answer = await visitor.upload(jpeg(), 1)
        assert (answer.status_code, answer.json()["error"]) == (503, "room")


async def test_bodies_that_drip_in_do_not_keep_others_out(visitor: Visitor, bot: Bot) -> None:
    """As many as may be read at once are under way and do not end; the next is asked to wait; texts pass."""
    begun, let_go = asyncio.Semaphore(0), asyncio.Event()

    async def drip() -> AsyncIterator[bytes]:
        yield b"\xff\xd8\xff"
        begun.release()
        await let_go.wait()
        yield b"x"

    async def slow(number: int) -> None:
        await visitor.http.post("/chat/uploads", params={"id": message_id(number)}, content=drip())

    under_way = [asyncio.create_task(slow(number)) for number in range(8)]
    for _ in range(AT_ONCE):
        await begun.acquire()
    async with visiting(visitor.address) as other:
        async with asyncio.timeout(60):
            while (await other.upload(jpeg(), 50)).status_code == 200:
                continue  # the last of them is still arriving
            assert (await other.write("halo", 51)).status_code == 200
    let_go.set()
    await asyncio.gather(*under_way, return_exceptions=True)


async def test_leaving_and_forgetting_take_the_files_along(visitor: Visitor, bot: Bot) -> None:
    """What was sent in a conversation that is no more cannot be fetched any more."""
    await visitor.upload(jpeg(), 1)
    assert (await visitor.http.post("/chat/leave")).status_code == 204
    with pytest.raises(FileGone):
        await fetch(bot)
    await visitor.upload(jpeg(), 2)
    assert bot.channel is not None
    await bot.channel.forget(bot.kept[-1][0])
    with pytest.raises(FileGone):
        await fetch(bot, 1)


async def test_where_nobody_takes_files_there_is_no_button(redis_url: str, bot: Bot) -> None:
    """Neither on the page nor behind it."""
    async with served(redis_url, bot, takes_files=False) as server, visiting(server.address) as visitor:
        assert re.search(r'<button[^>]*id="attach"[^>]* hidden>', (await visitor.visit()).text)
        assert (await visitor.upload(jpeg(), 1)).json()["error"] == "uploads"
    async with served(redis_url, bot) as server, visiting(server.address) as visitor:
        assert re.search(r'<button[^>]*id="attach"[^>]*(?<! hidden)>', (await visitor.visit()).text)


async def test_a_redis_that_is_away_is_tried_again(redis_server_alone: RedisServer) -> None:
    """The file may still be there afterwards."""
    async with Redis.from_url(redis_server_alone.url) as redis:
        uploads = Uploads(redis, SEALER, lambda: 1)
        channel = WebChannel(StreamTranscript(redis, SEALER), SEALER, operator="Koperasi", uploads=uploads)
        redis_server_alone.kill()
        with pytest.raises(TryLater):
            await channel.fetch(Sender("web", "x"), Attachment("t"), 100)


async def test_no_log_holds_a_file_or_its_name(visitor: Visitor, caplog: pytest.LogCaptureFixture) -> None:
    """In success and in refusal, whatever is logged."""
    letter = pdf()
    caplog.set_level(logging.DEBUG)
    for number, content in enumerate((letter, HTML, b"", letter[:9])):
        await visitor.upload(content, number, "KTP Siti Rahmawati.pdf")
    ours = [record for record in caplog.records if not record.name.startswith(("httpx", "httpcore"))]  # the visitor's
    logged = "\n".join(f"{record.getMessage()} {record.args}" for record in ours)
    assert "Rahmawati" not in logged
    assert "keterangan" not in logged
    assert str(SPACE) not in logged
