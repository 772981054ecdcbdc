"""An institution's directory that misbehaves: what is tried again, what is told to the operator, what is refused."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest
import stamina
from starlette.responses import JSONResponse, RedirectResponse, Response

from storage.members.breaker import Breaker
from storage.members.http import BREAK_AFTER, BREAK_SECONDS, HttpMembers
from storage.members.port import DirectoryMisconfigured, DirectoryUnavailable
from tests.members.institution import TOKEN, Institution, serving
from tests.members.people import BUDI_NIK, EVERYBODY, SITI_NIK

PERSON: dict[str, Any] = {"ref": "p1", "nik": SITI_NIK, "name": "Siti Aminah", "birth_date": "1990-07-01"}


class Clock:
    """Seconds that pass only when a test lets them."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        """The time."""
        return self.now


@pytest.fixture
def clock() -> Clock:
    """A clock that stands still."""
    return Clock()


@pytest.fixture
async def institution(no_waiting: None) -> AsyncIterator[Institution]:
    """A directory that knows everybody, and retries without waiting."""
    async with serving(EVERYBODY) as server:
        yield server


@pytest.fixture
async def members(institution: Institution, clock: Clock) -> AsyncIterator[HttpMembers]:
    """The adapter in front of it."""
    adapter = HttpMembers(institution.url, TOKEN, clock=clock, ticks=clock)
    yield adapter
    await adapter.close()


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
async def test_a_passing_failure_is_tried_again(institution: Institution, members: HttpMembers, status: int) -> None:
    """Two failures, then an answer: the caller notices nothing."""
    institution.faults.extend([Response(status_code=status), Response(status_code=status)])
    assert await members.find_person(SITI_NIK) is not None
    assert len(institution.asked) == 3


async def test_a_broken_connection_is_tried_again(institution: Institution, members: HttpMembers) -> None:
    """Looking up changes nothing over there, so it may be repeated."""
    institution.faults.append(None)
    assert await members.find_person(SITI_NIK) is not None


async def test_what_keeps_failing_is_unavailable(institution: Institution, members: HttpMembers) -> None:
    """Three tries are enough."""
    institution.faults.extend([Response(status_code=503)] * 5)
    with pytest.raises(DirectoryUnavailable, match="503"):
        await members.find_person(SITI_NIK)
    assert len(institution.asked) == 3


async def test_an_address_where_nobody_listens_is_unavailable(free_port: int, no_waiting: None) -> None:
    """Connecting fails."""
    members = HttpMembers(f"http://127.0.0.1:{free_port}", TOKEN)
    with pytest.raises(DirectoryUnavailable, match="could not be reached"):
        await members.check()
    await members.close()


async def test_a_directory_that_never_answers_is_unavailable(institution: Institution) -> None:
    """The time-out ends it."""
    members = HttpMembers(institution.url, TOKEN, timeout=0.0001)
    with pytest.raises(DirectoryUnavailable, match="too long"):
        await members.find_person(SITI_NIK)
    await members.close()


@pytest.mark.parametrize("asked_for", ["1", "date"])
async def test_a_short_retry_after_is_obeyed(
    institution: Institution, members: HttpMembers, clock: Clock, asked_for: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The wait is what the directory asked for, in seconds or as a date."""
    waits: list[float] = []
    stamina.instrumentation.set_on_retry_hooks([lambda details: waits.append(details.wait_for)])
    value = format_datetime(datetime.fromtimestamp(clock.now, UTC) + timedelta(seconds=1), usegmt=True)
    institution.faults.append(Response(status_code=429, headers={"Retry-After": "1" if asked_for == "1" else value}))
    try:
        with stamina.set_testing(False):
            await members.find_person(SITI_NIK)
    finally:
        stamina.instrumentation.set_on_retry_hooks(None)
    assert waits == [1.0]


async def test_a_long_retry_after_is_not_waited_for(institution: Institution, members: HttpMembers) -> None:
    """The worker is told that the directory is away; the question is asked again later."""
    institution.faults.append(Response(status_code=503, headers={"Retry-After": "3600"}))
    with pytest.raises(DirectoryUnavailable, match="503"):
        await members.find_person(SITI_NIK)
    assert len(institution.asked) == 1


@pytest.mark.parametrize(
    "answer",
    [
        Response(status_code=403),
        Response(status_code=404),
        Response(status_code=422),
        RedirectResponse("https://elsewhere.example.org"),
    ],
)
async def test_what_only_the_operator_can_mend_is_told_at_once(
    institution: Institution, members: HttpMembers, answer: Response
) -> None:
    """No second try, and no following of redirects with personal data."""
    institution.faults.append(answer)
    with pytest.raises(DirectoryMisconfigured):
        await members.find_person(SITI_NIK)
    assert len(institution.asked) == 1


async def test_a_wrong_token_is_a_mistake_of_the_operator(institution: Institution) -> None:
    """The text names where the token is set."""
    members = HttpMembers(institution.url, "wrong")
    with pytest.raises(DirectoryMisconfigured, match="MEMBERS_API_TOKEN"):
        await members.check()
    await members.close()


@pytest.mark.parametrize(
    ("answer", "place"),
    [
        ({"person": {**PERSON, "birth_date": "01-07-1990"}}, r"\$\.person\.birth_date"),
        ({"person": {**PERSON, "phones": ["081200009901"]}}, r"\$\.person\.phones"),
        ({"person": {**PERSON, "ref": "Siti Aminah"}}, r"\$\.person\.ref"),
        ({"person": {**PERSON, "name": None}}, r"\$\.person\.name"),
        ({"person": "Siti Aminah"}, r"\$\.person"),
        ({"people": []}, r"\$"),
        ([], r"\$"),
    ],
)
async def test_an_answer_of_another_form_is_refused(
    institution: Institution, members: HttpMembers, answer: object, place: str
) -> None:
    """The error says where, and repeats nothing of what stood there."""
    institution.faults.append(JSONResponse(answer))
    with pytest.raises(DirectoryUnavailable, match=rf"at {place}") as told:
        await members.find_person(SITI_NIK)
    assert "Siti" not in str(told.value)
    assert told.value.__cause__ is None


async def test_an_answer_that_is_no_json_is_refused(institution: Institution, members: HttpMembers) -> None:
    """Such as the log-in page of something in between."""
    institution.faults.append(Response("<html>Siti Aminah</html>"))
    with pytest.raises(DirectoryUnavailable, match="not JSON"):
        await members.find_person(SITI_NIK)


async def test_an_endless_answer_is_cut_off(institution: Institution, members: HttpMembers) -> None:
    """No answer of ours is a megabyte long."""
    institution.faults.append(Response(b" " * 2_000_000))
    with pytest.raises(DirectoryUnavailable, match="too large"):
        await members.find_person(SITI_NIK)


async def test_another_persons_data_are_refused(institution: Institution, members: HttpMembers) -> None:
    """A mix-up over there must not hand out somebody else's KPJ."""
    institution.faults.append(JSONResponse({"person": {**PERSON, "nik": BUDI_NIK}}))
    with pytest.raises(DirectoryUnavailable, match="another person"):
        await members.find_person(SITI_NIK)


async def test_a_nik_as_reference_is_refused(institution: Institution, members: HttpMembers) -> None:
    """References are kept in sessions and may be logged."""
    institution.faults.append(JSONResponse({"person": {**PERSON, "ref": f"p-{SITI_NIK}"}}))
    with pytest.raises(DirectoryMisconfigured, match="opaque"):
        await members.find_person(SITI_NIK)


async def test_no_personal_data_stand_in_an_address(institution: Institution, members: HttpMembers) -> None:
    """Addresses are logged by everything in between."""
    person = await members.find_person(SITI_NIK)
    assert person is not None
    await members.memberships(person.ref)
    assert all(SITI_NIK not in url and person.ref not in url for url in institution.asked)


async def test_a_dead_directory_is_left_in_peace(institution: Institution, members: HttpMembers, clock: Clock) -> None:
    """After several failures in a row nothing is sent for a while; then one look-up tries and closes the circuit."""
    institution.faults.extend([Response("no JSON")] * BREAK_AFTER)
    for _ in range(BREAK_AFTER):
        with pytest.raises(DirectoryUnavailable, match="JSON"):
            await members.find_person(SITI_NIK)
    with pytest.raises(DirectoryUnavailable, match="in peace"):
        await members.find_person(SITI_NIK)
    assert len(institution.asked) == BREAK_AFTER
    clock.now += BREAK_SECONDS
    assert await members.find_person(SITI_NIK) is not None
    assert await members.find_person(BUDI_NIK) is not None


def test_only_one_tries_when_the_pause_is_over(clock: Clock) -> None:
    """The others wait for its outcome; a failure opens the circuit again."""
    breaker = Breaker(failures=1, seconds=10, clock=clock)
    breaker.failed()
    clock.now += 10
    assert [breaker.allows(), breaker.allows()] == [True, False]
    breaker.failed()
    assert not breaker.allows()


def test_a_try_that_never_reports_gives_way(clock: Clock) -> None:
    """A cancelled look-up does not leave the circuit open for ever."""
    breaker = Breaker(failures=1, seconds=10, clock=clock)
    breaker.failed()
    clock.now += 10
    assert breaker.allows()
    clock.now += 10
    assert breaker.allows()


@pytest.mark.parametrize(
    "url", ["", "members.example.org", "ftp://members.example.org", "http://members.example.org", "http://["]
)
def test_an_address_that_cannot_carry_personal_data_is_refused(url: str) -> None:
    """Only https, or plain http to this machine; the text names the key."""
    with pytest.raises(DirectoryMisconfigured, match=r"members\.http\.base_url"):
        HttpMembers(url, TOKEN)
