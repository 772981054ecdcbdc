"""Who may call, and what becomes of what cannot be dealt with at once."""

import json

import pytest

from bot.helpdesk.chatwoot.signature import SIGNATURE, TIMESTAMP, signature_of
from bot.helpdesk.chatwoot.webhook import MOST_BODY
from storage.consents import RecordsAway
from tests.helpdesk.chatwoot.world import World
from tests.helpdesk.waiting import until
from tests.servers.chatwoot import Failure
from tests.servers.chatwoot_talks import SECRET


async def test_the_signature_is_that_of_the_documentation() -> None:
    """Given a secret, a time and a body, the header is HMAC-SHA256 over both, in hexadecimal digits.

    The figure was made with OpenSSL: printf '1700000000.{"event":"x"}' | openssl dgst -sha256 -hmac kunci
    """
    expected = "sha256=b3831d8abc593f1fcfbddbbc722de8acd72d9549361a673385b3e01d33920908"
    assert signature_of("kunci", "1700000000", b'{"event":"x"}') == expected


@pytest.mark.parametrize(("shift", "status"), [(0, 200), (-299, 200), (299, 200), (-301, 403), (301, 403)], ids=str)
async def test_a_delivery_is_good_for_five_minutes(world: World, shift: int, status: int) -> None:
    """Given a delivery that was signed some seconds ago, or by a clock that is ahead."""
    number = await world.ticket()
    body = json.dumps(world.server.writes(world.talk(number).id, 5, "Halo")).encode()
    stamp = str(world.stage.clock() // 1000 + shift)
    headers = {TIMESTAMP.replace("-", "_"): stamp, SIGNATURE.replace("-", "_"): signature_of(SECRET, stamp, body)}
    assert await world.brings(body, **headers) == status
    assert await world.said(number) == (["Halo"] if status == 200 else [])


@pytest.mark.parametrize(
    "headers",
    [
        {"X_Chatwoot_Signature": ""},
        {"X_Chatwoot_Timestamp": ""},
        {"X_Chatwoot_Signature": "sha256=" + "0" * 64},
        {"X_Chatwoot_Signature": "rahasia"},
        {"X_Chatwoot_Timestamp": "1e9"},
        {"X_Chatwoot_Timestamp": "9" * 300},
    ],
    ids=["unsigned", "no time", "forged", "no signature", "no number", "absurd time"],
)
async def test_what_is_not_signed_is_turned_away(world: World, headers: dict[str, str]) -> None:
    """Given a call without a good signature, nothing is done."""
    number = await world.ticket()
    event = world.server.writes(world.talk(number).id, 5, "Halo")
    assert await world.brings(event, **headers) == 403
    assert await world.said(number) == []


async def test_another_secret_or_time_does_not_open(world: World) -> None:
    """Given a signature by another key, and one of another moment, both are refused."""
    body = b'{"event": "message_created"}'
    stamp = str(world.stage.clock() // 1000)
    forged = signature_of("bukan rahasia", stamp, body)
    assert await world.brings(body, X_Chatwoot_Signature=forged) == 403
    earlier = signature_of(SECRET, str(int(stamp) - 1), body)
    assert await world.brings(body, X_Chatwoot_Signature=earlier) == 403


async def test_what_is_too_large_is_not_read(world: World) -> None:
    """Given a body beyond all measure, it is refused before it is looked at."""
    assert await world.brings(b"x" * (MOST_BODY + 1)) == 413


@pytest.mark.parametrize("body", [b"", b"[]", b"\xff", b'{"event": 3}', b'{"id": "x", "event": "message_created"}'])
async def test_what_cannot_be_read_is_refused(world: World, body: bytes) -> None:
    """Given something signed that is no event, our side says so and goes on."""
    assert await world.brings(body) == 400


async def test_what_is_no_news_asks_chatwoot_nothing(world: World) -> None:
    """Given other events, accounts, inboxes, conversations and our own messages, they are taken and nothing is done."""
    number = await world.ticket()
    talk = world.talk(number)
    event = world.server.writes(talk.id, 5, "Halo")
    others = [
        {"event": "contact_created", "id": 5},
        {"event": "conversation_updated", "id": talk.id, "changed_attributes": [{"label_list": {}}]},
        {"event": "message_updated", "id": 1, "conversation": {"id": talk.id}},
        {**event, "account": {"id": 99}},
        {**event, "inbox": {"id": 99}},
        {**event, "message_type": "incoming"},
        world.server.created(talk.id, talk.messages[0]),
        world.server.created(talk.id, talk.messages[1]),
        {**event, "conversation": {"id": 4_711}},
    ]
    before = len(world.server.calls)
    for one in others:
        assert await world.brings(one) == 200
    assert world.server.calls[before:] == []
    assert await world.kinds(number) == ["request"]


async def test_while_chatwoot_cannot_be_asked_nothing_is_lost(world: World) -> None:
    """Given a delivery while Chatwoot answers nothing else, it is told to come again; if it does not, we do."""
    number = await world.ticket()
    event = world.server.writes(world.talk(number).id, 5, "Halo")
    world.server.failing = Failure(502)
    assert await world.brings(event) == 503
    assert await world.said(number) == []
    world.server.failing = None

    async def heard() -> bool:
        return await world.said(number) == ["Halo"]

    await until(heard)


async def test_while_the_records_are_away_nothing_is_lost(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Given records that cannot be written, the answer is 503, and the words are said when they can."""
    number = await world.ticket()

    async def away(*_: object, **__: object) -> None:
        raise RecordsAway("gone")

    with monkeypatch.context() as patch:
        patch.setattr(world.stage.tickets, "added", away)
        assert await world.brings(world.server.writes(world.talk(number).id, 5, "Halo")) == 503

    async def heard() -> bool:
        return await world.said(number) == ["Halo"]

    await until(heard)
