"""Files for users: fetched by their conversation alone, for a while, and what stands in them."""

import json
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from redis.asyncio import Redis
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.exports import Exports
from bot.pages import pdf
from flows.effect import Held
from flows.event import Sender
from flows.session import Consent
from flows.texts import Texts
from storage.consents import ConsentRecord
from storage.sealing import Sealer
from storage.shelf import MOST, Shelf
from storage.tickets import Draft, Opening, Request, SqlFiles, SqlTickets
from storage.tickets.port import FileMark

SEALER = Sealer({1: bytes(range(32))})
AT = 1_795_312_800_000


class Clock:
    """A clock that is moved by hand."""

    now = AT

    def __call__(self) -> int:
        """Milliseconds."""
        return self.now


@pytest.fixture
def clock() -> Clock:
    """The time."""
    return Clock()


@pytest.fixture
async def redis_client(redis_url: str) -> AsyncIterator[Redis]:
    """An empty Redis."""
    async with Redis.from_url(redis_url) as client:
        yield client


@pytest.fixture
def shelf(redis_client: Redis, clock: Clock) -> Shelf:
    """A shelf that keeps files for an hour."""
    return Shelf(redis_client, SEALER, clock, life=timedelta(hours=1))


async def test_a_file_comes_back_to_its_own_conversation_only(shelf: Shelf) -> None:
    """With another conversation's place, or another token, there is nothing."""
    token = await shelf.put("ani", "e1", "data.pdf", "application/pdf", b"isi")
    other = await shelf.put("budi", "e1", "data.pdf", "application/pdf", b"lain")
    found = await shelf.take(shelf.place("ani"), token)
    assert found is not None
    assert (found.name, found.content) == ("data.pdf", b"isi")
    assert await shelf.take(shelf.place("budi"), token) is None
    assert await shelf.take(shelf.place("ani"), other) is None
    assert await shelf.take(shelf.place("ani"), token[:-1]) is None


async def test_the_same_file_again_is_one_file(shelf: Shelf, redis_client: Redis) -> None:
    """An effect that runs twice has one address."""
    first = await shelf.put("ani", "e1", "data.pdf", "application/pdf", b"isi")
    assert await shelf.put("ani", "e1", "data.pdf", "application/pdf", b"isi") == first
    assert await redis_client.hlen(f"temankpj:shelf:{shelf.place('ani')}") == 1


async def test_files_end(shelf: Shelf, clock: Clock, redis_client: Redis) -> None:
    """After an hour, also if another file has kept the key alive; and the key itself has an end."""
    token = await shelf.put("ani", "e1", "data.pdf", "application/pdf", b"isi")
    assert 0 < await redis_client.pttl(f"temankpj:shelf:{shelf.place('ani')}") <= 3_600_000
    clock.now += 3_600_001
    await shelf.put("ani", "e2", "data.pdf", "application/pdf", b"isi")
    assert await shelf.take(shelf.place("ani"), token) is None


async def test_files_can_be_cleared_and_do_not_pile_up(shelf: Shelf, redis_client: Redis) -> None:
    """Forgetting takes them at once; asking again and again does not fill Redis."""
    token = await shelf.put("ani", "e1", "data.pdf", "application/pdf", b"isi")
    await shelf.clear("ani")
    assert await shelf.take(shelf.place("ani"), token) is None
    for number in range(3 * MOST):
        await shelf.put("ani", f"e{number}", "data.pdf", "application/pdf", b"isi")
    assert await redis_client.hlen(f"temankpj:shelf:{shelf.place('ani')}") <= MOST


async def test_a_moved_file_does_not_open(shelf: Shelf, redis_client: Redis) -> None:
    """Put under another conversation's key, or under another field, by somebody who can write to Redis."""
    token = await shelf.put("ani", "e1", "data.pdf", "application/pdf", b"isi")
    own = f"temankpj:shelf:{shelf.place('ani')}"
    [(field, sealed)] = (await redis_client.hgetall(own)).items()
    await redis_client.hset(f"temankpj:shelf:{shelf.place('budi')}", field, sealed)
    assert await shelf.take(shelf.place("budi"), token) is None
    other = await shelf.put("ani", "e2", "data.pdf", "application/pdf", b"lain")
    fields = set(await redis_client.hkeys(own)) - {field}
    await redis_client.hset(own, fields.pop(), sealed)
    assert await shelf.take(shelf.place("ani"), other) is None
    assert b"isi" not in sealed


class Records:
    """Consents as they stand in SQL."""

    async def add(self, sender: Sender, effect_id: str, record: ConsentRecord) -> None:
        """Not used."""
        raise AssertionError((sender, effect_id, record))

    async def of(self, sender: Sender) -> tuple[ConsentRecord, ...]:
        """Given and withdrawn."""
        assert sender.address == "whatsapp:+6281299990001"
        given = ConsentRecord("find-kpj", "2026-11", "id", given=True, at=AT)
        return given, ConsentRecord("find-kpj", "2026-11", "id", given=False, at=AT + 60_000)


async def left(records: AsyncEngine, sender: Sender) -> SqlTickets:
    """Requests for people: one of this user, one of somebody else."""
    tickets = SqlTickets(records, SEALER)
    request = Request(sender, "kartu saya hilang", ("Saluran: whatsapp",), "id")
    number = await tickets.open("fx:1", Opening("kpj", request, AT))
    await tickets.claim(number, "ani", AT, name="Ani")
    photo = FileMark("f1", "kartu.jpg", "image/jpeg", 9)
    await tickets.add(Draft(number, "a:1", AT, "agent", "ani", "Ada fotonya, Kak?", name="Ani"))
    await tickets.add(Draft(number, "m:1", AT, "user", "user", "ini fotonya", (photo,)))
    await tickets.add(Draft(number, "n:1", AT, "note", "budi", "sudah pernah bertanya", name="Budi"))
    await tickets.rate(number, "r:1", 5, "cepat sekali", AT)
    other = Request(Sender("telegram", "4711"), "rahasia orang lain", (), "id")
    await tickets.open("fx:2", Opening("jmo", other, AT))
    return tickets


async def with_files(records: AsyncEngine) -> SqlFiles:
    """A photo of this user, one of somebody else, and one whose time is over."""
    files = SqlFiles(records, SEALER, lambda: AT)
    await files.put(1001, "fx:1", "KTP saya.jpg", "image/jpeg", b"isi", AT)
    await files.put(1001, "fx:2", "lama.jpg", "image/jpeg", b"isi", AT - 31 * 86_400_000)
    await files.put(1002, "fx:1", "KTP orang lain.jpg", "image/jpeg", b"isi", AT)
    return files


@pytest.mark.parametrize("locale", ["id", "en"])
async def test_the_export_holds_all_that_is_kept(locale: str, records: AsyncEngine) -> None:
    """The conversation's part and the records' part, in JSON and as a page, in the user's language."""
    texts = Texts({"operator": "Koperasi Contoh"})
    sender = Sender("whatsapp", "whatsapp:+6281299990001", "+6281299990001")
    tickets = await left(records, sender)
    kept = await with_files(records)
    exports = Exports(texts, "Koperasi Contoh", Records(), tickets, 7 * 3_600_000, lambda: AT, kept)
    consent, proofs = Consent("2026-11", "id", AT), (("phone", AT),)
    held = Held(locale, consent, proofs, ("nik", "name"), AT, AT + 86_400_000, AT + 30 * 86_400_000)
    page, data = await exports.documents(sender, held)
    told = json.loads(data.content)
    assert [record["given"] for record in told["consents"]] == [True, False]
    assert told["proofs_of_identity"] == [{"kind": "phone", "at": "2026-11-22T02:00:00+00:00"}]
    assert told["unfinished_answers"]["kinds"] == ["nik", "name"]
    assert told["conversation"]["address"] == "whatsapp:+6281299990001"
    assert [request["words"] for request in told["requests"]] == ["kartu saya hilang"]
    (request,) = told["requests"]
    assert [(said["by"], said["text"], said["files"]) for said in request["conversation"]] == [
        ("agent", "Ada fotonya, Kak?", []), ("user", "ini fotonya", ["kartu.jpg"]),
        ("note", "sudah pernah bertanya", []),
    ]  # fmt: skip
    assert (request["stars"], request["rating"]) == (5, "cepat sekali")
    for words in ("kartu saya hilang", "Ada fotonya, Kak?", "[kartu.jpg]", "sudah pernah bertanya", "cepat sekali"):
        assert words in page.words
    assert told["files"] == [
        {
            "request": 1001, "name": "KTP saya.jpg", "type": "image/jpeg", "bytes": 3,
            "at": "2026-11-22T02:00:00+00:00", "deleted_at": "2026-12-22T02:00:00+00:00",
        }
    ]  # fmt: skip
    assert "KTP saya.jpg" in page.words
    assert "orang lain" not in data.words
    assert "orang lain" not in page.words
    assert page.content.startswith(b"%PDF-1.4")
    assert texts.say(locale, "export-kind-phone") in page.words
    assert page.words.count("2026-11") == 1
    assert page.name.endswith(".pdf")


def test_a_page_is_a_pdf_that_readers_take() -> None:
    """Every object stands where the table says, brackets are escaped, and long texts go to further pages."""
    document = pdf("Judul (1)", [f"baris {number} \\ (x) ✓" for number in range(100)])
    start = int(document.rpartition(b"startxref\n")[2].split()[0])
    count, *rows = document[start:].split(b"\n")[1:]
    places = [int(row[:10]) for row in rows if row.endswith(b" n ")]
    assert len(places) + 1 == int(count.split()[1])
    for number, place in enumerate(places, 1):
        assert document[place:].startswith(b"%d 0 obj\n" % number)
    assert document.count(b"/Type /Page ") == 3
    assert rb"(Judul \(1\)) Tj" in document
    assert rb"(baris 7 \\ \(x\) ?) Tj" in document
