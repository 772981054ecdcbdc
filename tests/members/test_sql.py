"""The members tables: what lies in them, what is refused, and what happens when the database is away."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from sqlalchemy import text, update

from storage.database import open_engine
from storage.members.port import DirectoryMisconfigured, DirectoryUnavailable
from storage.members.records import MemberRecord, RecordSeals, memberships_of, person_of
from storage.members.sql import SqlMembers
from storage.members.tables import memberships
from storage.sealing import Sealer
from tests.members.conftest import store
from tests.members.people import BUDI, BUDI_NIK, EVERYBODY, RINA_NIK, SITI_NEW, SITI_NIK, SITI_OLD, sealer
from tests.servers.postgres import PostgresServer


async def test_the_file_holds_nothing_in_the_clear(sqlite_url: str, tmp_path: Path) -> None:
    """No field of any record can be read in the database's files."""
    await store(sqlite_url, EVERYBODY)
    stored = _bytes_in(tmp_path)
    fields = [BUDI.nik, BUDI.kpj, BUDI.name, BUDI.birth_date, *SITI_NEW.phones, str(SITI_NEW.employer)]
    assert b"memberships" in stored
    assert [field for field in fields if field.encode() in stored] == []


def _bytes_in(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.iterdir())


@pytest.mark.parametrize(
    ("name", "birth_date", "disputed"),
    [
        ("Siti Aminah", "1990-01-07", False),  # the date was written the other way round
        ("St. Aminah Wijaya", "1990-07-01", False),
        ("Siti Maimunah", "1990-07-01", False),  # one of them was written wrongly
        ("Siti Maimunah", "1985-02-11", True),
        ("Rina Contoh", "1990-07-01", True),  # a date that was made from the NIK
        ("Rina Contoh", "1985-02-11", True),
    ],
)
async def test_a_nik_under_which_others_are_recorded_is_disputed(
    sqlite_url: str, name: str, birth_date: str, disputed: bool
) -> None:
    """A NIK typed for somebody else: their phone, which is newer, would open the numbers of its owner."""
    other = replace(SITI_NEW, kpj="19123456799", name=name, birth_date=birth_date, joined="2025-01-01")
    await store(sqlite_url, [*EVERYBODY, other])
    engine = open_engine(sqlite_url)
    members = SqlMembers(engine, sealer())
    person = await members.find_person(SITI_NIK)
    assert person is not None
    assert (person.name, person.disputed) == (name, disputed)
    rina = await members.find_person(RINA_NIK)
    assert rina is not None
    assert not rina.disputed
    await engine.dispose()


async def test_a_ciphertext_moved_to_another_row_is_refused(database_url: str) -> None:
    """Somebody who may write to the table cannot make one person's record answer for another's."""
    await store(database_url, EVERYBODY)
    seals = RecordSeals(sealer())
    engine = open_engine(database_url)
    members = SqlMembers(engine, sealer())
    async with engine.begin() as connection:
        stolen = seals.seal(SITI_NEW).sealed
        await connection.execute(
            update(memberships).where(memberships.c.kpj_hash == seals.kpj_hash(BUDI.kpj)).values(sealed=stolen)
        )
    with pytest.raises(DirectoryMisconfigured, match="moved"):
        await members.find_person(BUDI_NIK)
    await engine.dispose()


async def test_a_row_given_to_another_nik_is_refused(database_url: str) -> None:
    """The envelope belongs to the NIK as well: pointing a row at one's own NIK opens nothing."""
    await store(database_url, EVERYBODY)
    seals = RecordSeals(sealer())
    engine = open_engine(database_url)
    members = SqlMembers(engine, sealer())
    async with engine.begin() as connection:
        await connection.execute(
            update(memberships)
            .where(memberships.c.kpj_hash == seals.kpj_hash(SITI_NEW.kpj))
            .values(nik_hash=seals.nik_hash(BUDI_NIK))
        )
    with pytest.raises(DirectoryMisconfigured, match="moved"):
        await members.memberships(seals.nik_hash(BUDI_NIK).hex())
    await engine.dispose()


async def test_rows_sealed_before_a_rotation_still_open(sqlite_url: str) -> None:
    """A newer key seals; the older one still opens, and the look-up hashes stay."""
    await store(sqlite_url, EVERYBODY)
    engine = open_engine(sqlite_url)
    rotated = SqlMembers(engine, Sealer({1: bytes(range(32)), 2: bytes(range(32, 64))}))
    person = await rotated.find_person(BUDI_NIK)
    assert person is not None
    assert person.name == BUDI.name
    await engine.dispose()


async def test_a_database_without_tables_is_a_mistake_of_the_operator(database_url: str) -> None:
    """The check says that the table is missing and no more."""
    engine = open_engine(database_url)
    with pytest.raises(DirectoryMisconfigured, match="members table is missing"):
        await SqlMembers(engine, sealer()).check()
    await engine.dispose()


async def test_a_server_that_comes_back_is_used_again(postgres_server_alone: PostgresServer) -> None:
    """While PostgreSQL is away look-ups fail as unavailable; afterwards they work, without a restart of ours."""
    url = postgres_server_alone.make_database()
    await store(url, EVERYBODY)
    engine = open_engine(url)
    members = SqlMembers(engine, sealer())
    assert await members.find_person(SITI_NIK) is not None
    postgres_server_alone.stop()
    with pytest.raises(DirectoryUnavailable) as told:
        await members.find_person(SITI_NIK)
    assert not isinstance(told.value, DirectoryMisconfigured)
    postgres_server_alone.start()
    assert await members.find_person(SITI_NIK) is not None
    await engine.dispose()


async def test_errors_of_the_database_show_no_parameters(sqlite_url: str) -> None:
    """Neither our error nor its cause repeats what was looked for, not even as a hash."""
    engine = open_engine(sqlite_url)
    with pytest.raises(DirectoryUnavailable) as told:
        await SqlMembers(engine, sealer()).find_person(SITI_NIK)
    assert "hidden" in str(told.value.__cause__)
    await engine.dispose()


async def test_a_locked_table_does_not_hold_a_look_up_for_ever(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A look-up that gets no answer in time fails as unavailable."""
    monkeypatch.setattr("storage.members.sql.ANSWER_SECONDS", 0.2)
    await store(postgres_url, EVERYBODY)
    engine = open_engine(postgres_url)
    async with engine.begin() as connection:
        await connection.execute(text("LOCK TABLE memberships IN ACCESS EXCLUSIVE MODE"))
        with pytest.raises(DirectoryUnavailable, match="reached"):
            await SqlMembers(engine, sealer()).find_person(SITI_NIK)
    await engine.dispose()


def _row(**fields: str | tuple[str, ...] | None) -> MemberRecord:
    return MemberRecord(**{"kpj": "1", "nik": SITI_NIK, "name": "x", "birth_date": "1990-07-01", **fields})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("records", "counts"),
    [
        ((SITI_OLD, SITI_NEW), SITI_NEW),
        ((SITI_NEW, SITI_OLD), SITI_NEW),
        ((_row(name="left later", status="inactive", joined="2024-01-01"), SITI_NEW), SITI_NEW),
        ((_row(name="a", joined=None), _row(name="b", joined="2001-01-01")), _row(name="b", joined="2001-01-01")),
        ((_row(name="a", kpj="1"), _row(name="b", kpj="2")), _row(name="b", kpj="2")),
    ],
)
def test_the_active_record_joined_last_says_who_the_person_is(
    records: tuple[MemberRecord, ...], counts: MemberRecord
) -> None:
    """Whatever the order of the rows; active before inactive, then the later date, then the KPJ."""
    assert person_of("ref", records).name == counts.name


def test_no_phone_is_taken_from_an_older_record() -> None:
    """A present record without a phone leaves the person without one: the old number may have a new owner."""
    present = _row(name="Siti", joined="2024-01-01", kpj="9")
    assert person_of("ref", [SITI_OLD, present]).phones == ()


def test_a_membership_without_a_date_is_not_the_oldest() -> None:
    """The oldest number is the one to keep, so an unknown date never makes one the oldest."""
    undated = _row(kpj="00000000000", joined=None)
    ordered = [one.kpj for one in memberships_of([undated, SITI_NEW, SITI_OLD])]
    assert ordered == [SITI_OLD.kpj, SITI_NEW.kpj, undated.kpj]


async def test_looking_for_nobody_does_the_same_work(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same question to the database, and a row is opened whoever has the NIK: time tells nothing."""
    await store(database_url, [BUDI])
    opened: list[bytes] = []
    real = RecordSeals.open

    def noted(seals: RecordSeals, kpj_hash: bytes, nik_hash: bytes, sealed: bytes) -> MemberRecord:
        opened.append(bytes(kpj_hash))
        return real(seals, kpj_hash, nik_hash, sealed)

    monkeypatch.setattr(RecordSeals, "open", noted)
    engine = open_engine(database_url)
    directory = SqlMembers(engine, sealer())
    work = {}
    for nik in (BUDI_NIK, *(f"99030301018{number:05}" for number in range(20))):
        opened.clear()
        found = await directory.find_person(nik)
        assert (found is not None) == (nik == BUDI_NIK)
        work[nik] = len(opened)
    await engine.dispose()
    assert work[BUDI_NIK] == 1
    assert 1 in list(work.values())[1:]  # beyond the last hash there is no next one; among many members nobody is


async def test_a_broken_row_hides_only_its_own_person(sqlite_url: str) -> None:
    """Looking for nobody comes past other people's rows, and is not stopped by one that does not open."""
    await store(sqlite_url, [BUDI])
    engine = open_engine(sqlite_url)
    async with engine.begin() as connection:
        await connection.execute(update(memberships).values(sealed=b"\x01" + bytes(60)))
    directory = SqlMembers(engine, sealer())
    for number in range(20):
        assert await directory.find_person(f"99030301018{number:05}") is None
    with pytest.raises(DirectoryMisconfigured):
        await directory.find_person(BUDI_NIK)
    await engine.dispose()
