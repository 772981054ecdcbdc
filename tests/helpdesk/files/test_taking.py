"""A user's file on its way into a ticket: fetched once, looked at, made harmless, kept; or refused in kind words."""

import io
import logging
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from PIL import Image
from sqlalchemy.ext.asyncio import AsyncEngine
from structlog.testing import capture_logs

from bot.channels.port import Channel, FileGone, FileTooLarge, Refused, TryLater, Unreachable
from bot.helpdesk.files.keeping import FileKeeper
from bot.helpdesk.files.limits import FileLimits
from bot.helpdesk.files.refusals import FileRefused
from bot.helpdesk.files.scanning import ClamAv, Scanner
from bot.helpdesk.files.section import FilesSection
from bot.helpdesk.files.serving import as_shown
from bot.helpdesk.files.taking import DAY, FileRules, TakesFiles
from bot.helpdesk.files.wiring import open_files
from bot.helpdesk.files.workshop import Workshop
from bot.helpdesk.port import Actor
from bot.logs import _NOISY
from flows.effect import Say
from flows.event import Attachment, Sender
from flows.texts import Texts
from storage.database import open_engine
from storage.migrations import migrate
from storage.sealing import Sealer
from storage.tickets import Opening, Request, SqlFiles, SqlTickets
from storage.tickets.port import FileMark, NoSuchTicket
from tests.helpdesk.files.samples import HTML, SECRET_PLACE, active, jpeg, pdf, png
from tests.helpdesk.files.test_scanning import TEST_VIRUS, Clamd, listening
from tests.line.clock import Clock
from tests.security.stage import Channel as Silent

SEALER = Sealer({1: bytes(range(32))})
SITI = Sender("telegram", "4711")
BUDI = Sender("telegram", "4712")
AGENT = Actor("rina", "Rina")
NAME = "KTP Siti Rahmawati.jpg"


class Provider(Silent):
    """A channel whose users have sent these files."""

    def __init__(self, files: Mapping[str, bytes | Exception]) -> None:
        self.name = "telegram"
        self.files = files
        self.asked: list[tuple[str, int]] = []

    async def fetch(self, sender: Sender, attachment: Attachment, at_most: int) -> bytes:  # noqa: ARG002 - the port
        """One of them."""
        self.asked.append((attachment.file, at_most))
        found = self.files[attachment.file]
        if isinstance(found, Exception):
            raise found
        return found


class Around:
    """What takes the files, and what is around it."""

    def __init__(self, engine: AsyncEngine, files: Mapping[str, bytes | Exception]) -> None:
        self.provider = Provider(files)
        self.clock = Clock()
        self.tickets = SqlTickets(engine, SEALER)
        self.kept = SqlFiles(engine, SEALER, self.clock)

    def takes(self, scanner: Scanner | None = None, rules: FileRules | None = None) -> TakesFiles:
        """With this scanner and these rules."""
        channels: dict[str, Channel] = {"telegram": self.provider}
        shop = Workshop(FileLimits(sent=2_000_000))
        return TakesFiles(channels, self.kept, shop, Texts(), self.clock, rules=rules, scanner=scanner)

    async def ticket(self, sender: Sender = SITI) -> int:
        """A ticket of somebody."""
        opening = Opening("kpj", Request(sender, "halo", (), "id"), self.clock.now)
        return await self.tickets.open(f"fx:{sender.address}", opening)


@asynccontextmanager
async def around(folder: Path, **files: bytes | Exception) -> AsyncIterator[Around]:
    """On an empty database."""
    url = f"sqlite:///{folder}/records.db"
    await migrate(url)
    engine = open_engine(url)
    try:
        yield Around(engine, files)
    finally:
        await engine.dispose()


def attached(*files: str) -> list[Attachment]:
    """As a channel tells of them, with a name and a type that are not true."""
    return [Attachment(file, "text/html", NAME) for file in files]


async def test_a_photo_is_fetched_cleaned_and_kept(tmp_path: Path) -> None:
    """Its name has the ending of what it is; the content is a new one; only this ticket gives it back."""
    async with around(tmp_path, a=jpeg(), b=pdf()) as world:
        ticket, other = await world.ticket(), await world.ticket(BUDI)
        taken = await world.takes().user_files(SITI, ticket, attached("a", "b"), "fx:9")
        assert (taken.says, taken.notes) == ((), ())
        assert [(mark.name, mark.media_type) for mark in taken.marks] == [
            ("KTP Siti Rahmawati.jpg", "image/jpeg"),
            ("KTP Siti Rahmawati.pdf", "application/pdf"),
        ]
        mark = taken.marks[0]
        found = await world.kept.get(ticket, mark.file)
        assert found is not None
        assert found[0] == mark
        assert SECRET_PLACE.encode() not in found[1]
        assert Image.open(io.BytesIO(found[1])).size == (64, 48)
        assert await world.kept.get(other, mark.file) is None


async def test_the_same_effect_again_takes_nothing_twice(tmp_path: Path) -> None:
    """After a crash in the middle: what is there is not fetched again, what is missing is."""
    async with around(tmp_path, a=jpeg(), b=TryLater("away")) as world:
        ticket, takes = await world.ticket(), world.takes()
        with pytest.raises(TryLater):
            await takes.user_files(SITI, ticket, attached("a", "b"), "fx:9")
        world.provider.files = {"a": jpeg(), "b": png()}
        again = await takes.user_files(SITI, ticket, attached("a", "b"), "fx:9")
        assert len(again.marks) == 2
        assert [file for file, _ in world.provider.asked] == ["a", "b", "b"]
        assert await takes.user_files(SITI, ticket, attached("a", "b"), "fx:9") == again
        assert await world.kept.count(ticket) == 2


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        (HTML, "type"),
        (b"", "empty"),
        (jpeg()[:200], "damaged"),
        (pdf(1, password="x"), "locked"),
        (pdf(31), "pages"),
        (FileGone("x"), "gone"),
        (FileTooLarge(), "large"),
        (bytes(2_000_001), "large"),
        (Refused("x", operator=True), "away"),
    ],
    ids="html empty damaged password book gone too-large larger-than-told provider-refuses".split(),
)
async def test_a_refused_file_is_no_failure_of_the_message(
    tmp_path: Path, file: bytes | Exception, reason: str
) -> None:
    """The user is told in their language, the agent in theirs, and the other file is kept."""
    async with around(tmp_path, bad=file, good=png()) as world:
        ticket = await world.ticket()
        taken = await world.takes().user_files(SITI, ticket, attached("bad", "good"), "fx:9", "en")
        texts, figures = Texts(), {"pages": 30, "files": 30, "a_day": 20}
        assert taken.says == (texts.say("en", f"file-{reason}", {**figures}),)
        assert texts.say("id", f"brief-file-{reason}", {**figures}) in taken.notes[0]
        assert [mark.media_type for mark in taken.marks] == ["image/png"]


async def test_two_that_are_refused_alike_are_told_once(tmp_path: Path) -> None:
    """Nobody needs the same sentence five times."""
    async with around(tmp_path, a=HTML, b=HTML, c=active()["program"]) as world:
        taken = await world.takes().user_files(SITI, await world.ticket(), attached("a", "b", "c"), "fx:9")
        assert (len(taken.says), len(taken.notes)) == (2, 2)


async def test_what_claims_to_be_too_large_is_not_even_fetched(tmp_path: Path) -> None:
    """The provider said how large it is; and what lies is cut off while it comes."""
    async with around(tmp_path, a=jpeg()) as world:
        ticket = await world.ticket()
        taken = await world.takes().user_files(SITI, ticket, [Attachment("a", size=2_000_001)], "fx:9")
        assert len(taken.says) == 1
        assert world.provider.asked == []
        await world.takes().user_files(SITI, ticket, attached("a"), "fx:10")
        assert world.provider.asked == [("a", 2_000_000)]


async def test_there_are_only_so_many_for_a_ticket_and_a_day(tmp_path: Path) -> None:
    """Then the user is asked to wait; a day later there is room again, and others have their own."""
    async with around(tmp_path, a=jpeg()) as world:
        ticket, other = await world.ticket(), await world.ticket(BUDI)
        takes = world.takes(rules=FileRules(per_ticket=5, per_user_a_day=2))
        taken = [await takes.user_files(SITI, ticket, attached("a"), f"fx:{number}") for number in range(3)]
        assert [len(each.marks) for each in taken] == [1, 1, 0]
        assert "besok" in taken[-1].says[0]
        assert len((await takes.user_files(BUDI, other, attached("a"), "fx:b")).marks) == 1
        world.clock.now += DAY + 1
        assert len((await takes.user_files(SITI, ticket, attached("a"), "fx:4")).marks) == 1
        full = world.takes(rules=FileRules(per_ticket=3))
        assert "petugas" in (await full.user_files(SITI, ticket, attached("a"), "fx:5")).says[0]
        with pytest.raises(FileRefused, match="many-ticket"):
            await full.agent_file(ticket, AGENT, "a.jpg", jpeg(), "agent:1")


async def test_a_ticket_that_is_gone_takes_nothing(tmp_path: Path) -> None:
    """The user has been forgotten meanwhile."""
    async with around(tmp_path, a=jpeg()) as world:
        with pytest.raises(NoSuchTicket):
            await world.takes().user_files(SITI, 4242, attached("a"), "fx:9")


async def test_records_that_are_away_come_back(tmp_path: Path) -> None:
    """The message waits with its files."""
    engine = open_engine(f"sqlite:///{tmp_path}/never-migrated.db")
    world = Around(engine, {"a": jpeg()})
    with pytest.raises(TryLater):
        await world.takes().user_files(SITI, 1001, attached("a"), "fx:9")
    await engine.dispose()


async def test_an_agents_file_is_looked_at_alike(tmp_path: Path) -> None:
    """Also what our own people send is only what it shows; it can be sent to the user as a document."""
    async with around(tmp_path) as world:
        ticket, other, takes = await world.ticket(), await world.ticket(BUDI), world.takes()
        mark = await takes.agent_file(ticket, AGENT, "../formulir\r\n.exe", pdf(), "agent:1")
        assert mark.name == "formulir.pdf"
        assert await takes.agent_file(ticket, AGENT, "lain.pdf", png(), "agent:1") == mark
        document = await takes.document(ticket, mark.file)
        assert document is not None
        assert (document.name, document.media_type) == ("formulir.pdf", "application/pdf")
        assert "formulir.pdf" in document.words
        assert await takes.document(other, mark.file) is None
        for content, reason in ((HTML, "type"), (active()["program"], "active")):
            with pytest.raises(FileRefused, match=reason):
                await takes.agent_file(ticket, AGENT, "x.pdf", content, f"agent:{reason}")
        with pytest.raises(NoSuchTicket):
            await takes.agent_file(4242, AGENT, "x.png", png(), "agent:9")


# The virus scanner


async def test_what_the_scanner_finds_is_refused(tmp_path: Path, short_folder: Path) -> None:
    """It sees the file as it was sent, before anything is made of it."""
    clamd = Clamd()
    infected = jpeg() + TEST_VIRUS
    async with around(tmp_path, a=infected, b=jpeg()) as world, listening(clamd, short_folder) as (address, _):
        taken = await world.takes(ClamAv(address)).user_files(SITI, await world.ticket(), attached("a", "b"), "fx:9")
        assert clamd.scanned == [infected, jpeg()]
        assert len(taken.marks) == 1
        assert "virus" in taken.says[0]


async def test_without_the_scanner_files_wait_or_are_refused(tmp_path: Path, short_folder: Path) -> None:
    """As the operator wants it; nothing is kept that was not looked at."""
    away = ClamAv(f"unix://{short_folder}/nowhere")
    async with around(tmp_path, a=jpeg()) as world:
        ticket = await world.ticket()
        taken = await world.takes(away).user_files(SITI, ticket, attached("a"), "fx:9")
        assert taken.marks == ()
        assert "nanti" in taken.says[0]
        waits = world.takes(away, FileRules(waits_for_scanner=True))
        with pytest.raises(TryLater):
            await waits.user_files(SITI, ticket, attached("a"), "fx:9")
        with pytest.raises(FileRefused, match="unscanned"):
            await waits.agent_file(ticket, AGENT, "a.jpg", jpeg(), "agent:1")
        assert await world.kept.count(ticket) == 0


# Around


async def test_no_log_holds_content_or_name(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Logging turned up to the most, in success and in every failure."""
    files: dict[str, bytes | Exception] = {
        "a": jpeg(comment=b"rahasia-isi"),
        "b": HTML,
        "c": active()["program"],
        "d": Refused("provider says no"),
    }
    caplog.set_level(logging.DEBUG)  # after the photo was made, which the library tells of in detail
    async with around(tmp_path, **files) as world:
        with capture_logs() as ours:
            ticket = await world.ticket()
            await world.takes().user_files(SITI, ticket, attached(*files), "fx:9")
            with pytest.raises(FileRefused):
                await world.takes().agent_file(ticket, AGENT, NAME, HTML, "agent:1")
    assert {entry["event"] for entry in ours} == {"file_kept", "file_refused", "file_not_fetched"}
    # the libraries that `bot.logs` turns down for good are left out
    theirs = [record for record in caplog.records if record.name.partition(".")[0] not in _NOISY]
    logged = repr(ours) + "\n".join(f"{record.getMessage()} {record.args}" for record in theirs)
    for secret in ("Siti", "Rahmawati", "rahasia-isi", "alert", SECRET_PLACE, SITI.address):
        assert secret not in logged


def test_what_a_browser_is_given_can_do_nothing() -> None:
    """Pictures stand in a page, the rest is saved; whatever the type says, nothing is run."""
    shown = as_shown(FileMark("f", "foto \u202e.jpg", "image/jpeg", 3), b"isi")
    assert shown.headers["content-type"] == "image/jpeg"
    assert shown.headers["content-disposition"].startswith("inline; filename*=UTF-8''foto%20")
    for media_type, served in (("application/pdf", "application/pdf"), ("text/html", "application/octet-stream")):
        saved = as_shown(FileMark("f", 'a"\r\nSet-Cookie: x=1', media_type, 3), HTML)
        assert saved.headers["content-type"] == served
        assert saved.headers["content-disposition"].startswith("attachment;")
        assert "set-cookie" not in saved.headers
        assert saved.headers["content-security-policy"] == "default-src 'none'; sandbox"
        assert saved.headers["x-content-type-options"] == "nosniff"
        assert saved.headers["cache-control"] == "no-store"


def test_operators_decide_in_the_configuration() -> None:
    """With sensible values where they say nothing; an address that is none is told by its key."""
    usual = FilesSection()
    assert (usual.keep_days, usual.scanner(), usual.rules()) == (30, None, FileRules())
    assert usual.limits() == FileLimits()
    strict = FilesSection(clamav="unix:///run/clamav/clamd.ctl", without_clamav="wait", largest_mb=3)
    assert isinstance(strict.scanner(), ClamAv)
    assert strict.rules().waits_for_scanner
    with pytest.raises(ValueError, match="clamd's address is"):
        FilesSection(clamav="localhost")


# Told to both sides


class Talking(Provider):
    """A channel that keeps what the user is told; `trouble` is raised instead, once."""

    def __init__(self, files: Mapping[str, bytes | Exception]) -> None:
        super().__init__(files)
        self.said: list[tuple[str, str]] = []
        self.trouble: Exception | None = None

    async def send(self, to: Sender, say: Say, effect_id: str) -> str | None:
        """Keep it."""
        assert to == SITI
        trouble, self.trouble = self.trouble, None
        if trouble is not None:
            raise trouble
        self.said.append((effect_id, say.text))
        return effect_id


async def test_user_and_agent_hear_why_a_file_was_not_taken(tmp_path: Path) -> None:
    """The user in the language of their request, the agent in theirs; what was good is kept."""
    async with around(tmp_path) as world:
        world.provider = talking = Talking({"a": HTML, "b": jpeg()})
        ticket = await world.ticket()

        async def locale_of(number: int) -> str:
            return (await world.tickets.look(number)).request.locale

        keeper = FileKeeper(world.takes(), {"telegram": talking}, locale_of)
        marks, note = await keeper.keep(SITI, ticket, "fx:9", attached("a", "b"))
        assert [mark.media_type for mark in marks] == ["image/jpeg"]
        assert talking.said == [("fx:9/refused/0", Texts().say("id", "file-type"))]
        assert Texts().say("id", "brief-file-type") in note
        marks, note = await keeper.keep(SITI, ticket, "fx:10", attached("b"))
        assert (len(marks), note, len(talking.said)) == (1, "", 1)


async def test_a_user_who_cannot_be_told_is_no_failure(tmp_path: Path) -> None:
    """What is away is tried again with the whole message; who has blocked us is simply not told."""
    async with around(tmp_path) as world:
        world.provider = talking = Talking({"a": HTML, "b": jpeg()})
        ticket = await world.ticket()

        async def locale_of(_: int) -> str:
            return "en"

        keeper = FileKeeper(world.takes(), {"telegram": talking}, locale_of)
        talking.trouble = TryLater("away")
        with pytest.raises(TryLater):
            await keeper.keep(SITI, ticket, "fx:9", attached("a", "b"))
        talking.trouble = Unreachable("blocked")
        marks, note = await keeper.keep(SITI, ticket, "fx:9", attached("a", "b"))
        assert (len(marks), bool(note), talking.said) == (1, True, [])
        assert await world.kept.count(ticket) == 1
        assert [file for file, _ in world.provider.asked] == ["a", "b", "a"]


async def test_all_parts_together_as_the_configuration_wants_them(tmp_path: Path, short_folder: Path) -> None:
    """A small limit, a scanner, and few days: each of them holds."""
    clamd = Clamd()
    async with (
        around(tmp_path, a=jpeg(), b=jpeg() + TEST_VIRUS) as world,
        listening(clamd, short_folder) as (address, _),
    ):
        world.provider = talking = Talking(world.provider.files)
        engine = open_engine(f"sqlite:///{tmp_path}/records.db")

        async def locale_of(_: int) -> str:
            return "id"

        room = open_files(
            FilesSection(keep_days=3, largest_mb=1, clamav=address), engine=engine, seal=SEALER,
            channels={"telegram": talking}, texts=Texts(), locale_of=locale_of, clock=world.clock,
        )  # fmt: skip
        ticket = await world.ticket()
        [mark], note = await room.keeper.keep(SITI, ticket, "fx:9", attached("a", "b"))
        assert "virus" in note
        assert talking.asked == [("a", 1024 * 1024), ("b", 1024 * 1024)]
        assert await room.files.get(ticket, mark.file) is not None
        world.clock.now += 3 * DAY
        assert await room.files.get(ticket, mark.file) is None
        await engine.dispose()
