"""What every members directory does, whoever keeps it: SQLite, PostgreSQL, and an institution's service over HTTP."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

import pytest

from flows.member import Membership, Person
from storage.database import open_engine
from storage.members.http import HttpMembers
from storage.members.port import MemberDirectory
from storage.members.sql import SqlMembers
from tests.members.conftest import store
from tests.members.institution import TOKEN, serving
from tests.members.people import (
    BUDI,
    BUDI_NIK,
    EVERYBODY,
    JOKO_NIK,
    NOBODY_NIK,
    RINA_NIK,
    SITI_NEW,
    SITI_NIK,
    SITI_OLD,
    sealer,
)


@pytest.fixture(params=["sqlite", "postgresql", "http"])
async def directory(request: pytest.FixtureRequest) -> AsyncIterator[MemberDirectory]:
    """A directory that knows Siti, who has two memberships, and Budi, who has one."""
    async with AsyncExitStack() as stack:
        if request.param == "http":
            institution = await stack.enter_async_context(serving(EVERYBODY))
            members: MemberDirectory = HttpMembers(institution.url, TOKEN)
        else:
            url = request.getfixturevalue("sqlite_url" if request.param == "sqlite" else "postgres_url")
            await store(url, EVERYBODY)
            engine = open_engine(url)
            stack.push_async_callback(engine.dispose)
            members = SqlMembers(engine, sealer())
        stack.push_async_callback(members.close)
        yield members


async def test_nobody_has_an_unknown_nik(directory: MemberDirectory) -> None:
    """A NIK that is in no record finds nobody."""
    assert await directory.find_person(NOBODY_NIK) is None


async def test_a_person_is_found_by_nik(directory: MemberDirectory) -> None:
    """What is recorded comes back as it was recorded."""
    person = await directory.find_person(BUDI_NIK)
    assert person is not None
    assert person == Person(ref=person.ref, nik=BUDI_NIK, name=BUDI.name, birth_date=BUDI.birth_date)


async def test_the_record_that_counts_is_the_active_one(directory: MemberDirectory) -> None:
    """Name and phone are the present employer's; the phone of years ago may be somebody else's today."""
    person = await directory.find_person(SITI_NIK)
    assert person is not None
    assert (person.name, person.phones, person.mother_name) == (SITI_NEW.name, SITI_NEW.phones, "Aminah")


async def test_it_tells_when_a_phone_was_confirmed(directory: MemberDirectory) -> None:
    """An ISO date, or nothing."""
    rina, siti = await directory.find_person(RINA_NIK), await directory.find_person(SITI_NIK)
    assert rina is not None
    assert siti is not None
    assert (rina.phone_confirmed, siti.phone_confirmed) == ("2026-02-03", None)


async def test_it_tells_how_many_people_share_a_phone(directory: MemberDirectory) -> None:
    """Any of somebody's phones counts, people are counted and not their rows, and nobody shares with nobody."""
    people = [await directory.find_person(nik) for nik in (RINA_NIK, JOKO_NIK, SITI_NIK, BUDI_NIK)]
    assert [person.phone_shared_by for person in people if person] == [2, 2, 1, 1]


async def test_it_tells_who_has_died(directory: MemberDirectory) -> None:
    """Whoever recorded it, also if another employer still has the person as active."""
    joko, rina = await directory.find_person(JOKO_NIK), await directory.find_person(RINA_NIK)
    assert joko is not None
    assert rina is not None
    assert (joko.deceased, rina.deceased) == (True, False)
    statuses = [one.status for one in await directory.memberships(joko.ref)]
    assert statuses == ["inactive", "active"]


async def test_a_reference_is_stable_and_tells_nothing(directory: MemberDirectory) -> None:
    """The same person has the same reference every time, another person another, and no NIK is in it."""
    first, again = await directory.find_person(SITI_NIK), await directory.find_person(SITI_NIK)
    other = await directory.find_person(BUDI_NIK)
    assert first is not None
    assert again is not None
    assert other is not None
    assert first.ref == again.ref != other.ref
    assert SITI_NIK not in first.ref


async def test_memberships_come_oldest_first(directory: MemberDirectory) -> None:
    """All of a person's memberships, with the leading zeros of their numbers."""
    person = await directory.find_person(SITI_NIK)
    assert person is not None
    old, new = await directory.memberships(person.ref)
    assert old == Membership("00123456781", "PT Contoh Lama", "AA000001", "PU", "inactive", "2012-03-01", "2018-06-30")
    assert new.kpj == SITI_NEW.kpj
    assert old.kpj == SITI_OLD.kpj


async def test_nobody_elses_memberships_are_listed(directory: MemberDirectory) -> None:
    """A reference finds its own person's memberships only."""
    person = await directory.find_person(BUDI_NIK)
    assert person is not None
    assert [one.kpj for one in await directory.memberships(person.ref)] == [BUDI.kpj]


@pytest.mark.parametrize("ref", ["0" * 32, "somebody", "zz", "00"])
async def test_an_unknown_reference_has_no_memberships(directory: MemberDirectory, ref: str) -> None:
    """Also one that this directory could never have given."""
    assert await directory.memberships(ref) == ()


async def test_a_directory_that_answers_passes_the_check(directory: MemberDirectory) -> None:
    """Readiness asks this."""
    await directory.check()
