"""What Twilio is told: 200 only for what is durable, a clean refusal for what is wrong, 503 while Redis is away."""

import asyncio
import logging
from collections.abc import AsyncIterator
from urllib.parse import urlencode

import pytest
from structlog.testing import capture_logs

from bot.channels.twilio.form import LARGEST_BODY
from flows.event import Event, Sender, Text
from tests.channels.contract import Inbox
from tests.channels.hostile import BODIES, TEXTS
from tests.channels.twilio.world import NOW, World, incoming, signed, world

PATH = "/webhooks/twilio"


@pytest.fixture
def inbox() -> Inbox:
    """A line that keeps what it is given."""
    return Inbox()


@pytest.fixture
async def around(inbox: Inbox) -> AsyncIterator[World]:
    """A started channel."""
    async with world(inbox.accept) as made:
        yield made


async def test_the_same_message_five_times_at_once_is_one(around: World, inbox: Inbox) -> None:
    """Given five copies at once, all are answered with 200 and one is kept."""
    answers = await asyncio.gather(*(around.twilio_posts(incoming(1)) for _ in range(5)))
    assert [answer.status_code for answer in answers] == [200] * 5
    assert (len(inbox.kept), inbox.offers) == (1, 5)


async def test_twilio_hears_200_only_after_the_message_is_durable() -> None:
    """Given a line that takes its time, the answer waits for it."""
    durable, asked_for = asyncio.Event(), asyncio.Event()

    async def slow(sender: Sender, event: Event) -> bool:
        asked_for.set()
        await durable.wait()
        return True

    async with world(slow) as around:
        answer = asyncio.ensure_future(around.twilio_posts(incoming(1)))
        await asked_for.wait()
        assert not answer.done()
        durable.set()
        assert (await answer).status_code == 200


async def test_while_the_line_is_away_twilio_is_asked_to_come_again(around: World, inbox: Inbox) -> None:
    """Given a line that is away, 503 with a time to wait; afterwards the same message is taken."""
    inbox.away = True
    answer = await around.twilio_posts(incoming(1))
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
    inbox.away = False
    assert (await around.twilio_posts(incoming(1))).status_code == 200
    assert [event for _, event in inbox.kept] == [Text("tw:SM" + "0" * 31 + "1", NOW, "halo")]


async def test_a_channel_that_was_closed_takes_nothing(around: World) -> None:
    """Given a closed channel, Twilio is asked to come again, to the one that follows."""
    await around.channel.close()
    assert (await around.twilio_posts(incoming(1))).status_code == 503


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"MessageSid": ""}, 400),
        ({"From": ""}, 400),
        ({"From": "+6281299990002"}, 400),
        ({"AccountSid": "AC" + "0" * 32}, 403),
        ({"AccountSid": ""}, 403),
        ({"AccountSid": "ä"}, 403),
    ],
)
async def test_genuine_but_wrong_requests_are_refused(
    around: World, inbox: Inbox, fields: dict[str, str], status: int
) -> None:
    """Given a missing field or another account's message, the refusal is clean and nothing is kept."""
    answer = await around.twilio_posts(incoming(1, **fields))
    assert (answer.status_code, answer.content, inbox.kept) == (status, b"", [])


@pytest.mark.parametrize("announced", [True, False])
async def test_a_body_that_is_too_large_is_not_read(around: World, *, announced: bool) -> None:
    """Given a body over the limit, announced or sent in chunks: 413."""
    body = b"a=" + b"b" * LARGEST_BODY

    async def chunks() -> AsyncIterator[bytes]:
        for start in range(0, len(body), 65536):
            yield body[start : start + 65536]

    headers = {"content-type": "application/x-www-form-urlencoded", "x-twilio-signature": "x"}
    answer = await around.http.post(PATH, content=body if announced else chunks(), headers=headers)
    assert answer.status_code == 413


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
async def test_only_posts_are_served(around: World, method: str) -> None:
    """Given another method, 405."""
    assert (await around.http.request(method, PATH)).status_code == 405


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
@pytest.mark.parametrize("path", [PATH, "/webhooks/twilio/status"])
async def test_hostile_bytes_are_refused(
    around: World, inbox: Inbox, caplog: pytest.LogCaptureFixture, body: bytes, path: str
) -> None:
    """Given bytes that Twilio never sends, with any signature: a clean 4xx, no traceback, nothing kept."""
    answer = await around.post(path, body, {"x-twilio-signature": signed(path, {})})
    assert 400 <= answer.status_code < 500
    assert [record for record in caplog.records if record.exc_info] == []
    assert inbox.kept == []


@pytest.mark.parametrize(
    "field",
    ["Body", "ProfileName", "ButtonPayload", "ListId", "Latitude", "MediaContentType0", "NumMedia", "MessageType",
     "WaId", "Forwarded", "ChannelMetadata", "Neu"],
)  # fmt: skip
async def test_hostile_values_become_events(around: World, inbox: Inbox, field: str) -> None:
    """Given every hostile text in every field, each message is kept as an event of its own."""
    for number, text in enumerate(TEXTS.values(), 1):
        answer = await around.twilio_posts(incoming(number, **{field: text}))
        assert answer.status_code == 200
    assert len(inbox.kept) == len(TEXTS)


async def test_refusals_are_logged_without_what_was_refused(around: World, caplog: pytest.LogCaptureFixture) -> None:
    """Given refused requests, neither numbers nor names nor texts are in the log."""
    caplog.set_level(logging.DEBUG)
    with capture_logs() as events:
        await around.twilio_posts(incoming(1, MessageSid="", Body="NIK 9901015708909901"))
        await around.post(PATH, urlencode(incoming(2)).encode(), {})
    assert [event["event"] for event in events] == ["webhook_refused"] * 2
    logged = str(events) + "\n".join(f"{record.getMessage()} {record.args}" for record in caplog.records)
    assert not any(private in logged for private in ("81299990002", "9901015708909901", "Budi"))
