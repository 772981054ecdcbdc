"""What is said when Chatwoot, or the way there, does not do as it should."""

from collections.abc import Callable

import pytest
from starlette.applications import Starlette
from starlette.responses import HTMLResponse
from starlette.routing import Route

from bot.channels.port import Refused, TryLater
from bot.helpdesk.chatwoot.client import LARGEST_ANSWER, Client
from tests.helpdesk.chatwoot.world import World
from tests.servers.asgi import serving
from tests.servers.chatwoot import TOKEN, ChatwootServer, Failure
from tests.servers.chatwoot_talks import ACCOUNT, SECRET


@pytest.mark.parametrize(
    ("failure", "after"),
    [
        (Failure(429, {"Retry-After": "17"}), 17.0),
        (Failure(429, {"Retry-After": "Wed, 21 Oct 2026 07:28:00 GMT"}), None),
        (Failure(503), None),
        (Failure(500), None),
        (Failure(0), None),
    ],
    ids=["patience", "a date", "away", "broken", "dropped"],
)
async def test_what_passes_is_tried_later(world: World, failure: Failure, after: float | None) -> None:
    """Given a Chatwoot that is busy or broken, it is left in peace for as long as it asks."""
    await world.stage.open()
    world.server.failing = failure
    with pytest.raises(TryLater) as told:
        await world.feed()
    assert told.value.after == after


async def test_no_answer_at_all_is_waited_for_only_so_long(idle: World) -> None:
    """Given a Chatwoot that takes calls and says nothing, the feeder is told to try later."""
    await idle.start(taking=False, timeout=0.5)
    await idle.place.start(idle.stage.service)
    await idle.stage.open()
    idle.server.failing = Failure(-1)
    with pytest.raises(TryLater, match=r"cannot be reached: \w*Timeout"):
        await idle.feed()


@pytest.mark.parametrize(
    ("failure", "named"),
    [
        (Failure(401), "CHATWOOT_API_TOKEN"),
        (Failure(403), "administrator"),
        (Failure(404), "account or inbox"),
        (Failure(302, {"Location": "https://elsewhere.example/"}), "base_url"),
    ],
    ids=["token", "role", "account", "address"],
)
async def test_what_the_operator_has_to_mend_is_named(world: World, failure: Failure, named: str) -> None:
    """Given a set-up that Chatwoot refuses, one sentence says what is wrong with it."""
    await world.stage.open()
    world.server.failing = failure
    with pytest.raises(Refused, match=named) as told:
        await world.feed()
    assert told.value.operator


async def test_a_refused_message_is_no_matter_of_the_set_up(world: World) -> None:
    """Given a message that Chatwoot does not take, the feeder may go on with the next."""
    await world.stage.open()
    world.server.failing = Failure(422)
    with pytest.raises(Refused, match="422") as told:
        await world.feed()
    assert not told.value.operator


async def test_no_error_tells_a_secret_or_a_word(world: World) -> None:
    """Given any failure, neither the token nor what a user wrote stands in the error."""
    await world.stage.open()
    for status in (401, 404, 422, 500, 0):
        world.server.failing = Failure(status)
        with pytest.raises((TryLater, Refused)) as told:
            await world.feed()
        text = repr(told.value) + repr(told.value.__cause__)
        assert TOKEN not in text
        assert SECRET not in text
        assert "kartu" not in text


async def test_a_wrong_token_is_not_taken(world: World) -> None:
    """Given a Chatwoot that knows another token than ours, the check names the variable."""
    world.server.token = "another"
    with pytest.raises(Refused, match="CHATWOOT_API_TOKEN"):
        await world.place.check()


def _inbox(server: ChatwootServer) -> None:
    server.channel_type = "Channel::WebWidget"


def _helper(server: ChatwootServer) -> None:
    server.role = "agent"


async def test_the_check_says_who_and_where(world: World) -> None:
    """Given a good set-up, one line names the inbox; given an agent's token, it says what to change."""
    assert await world.place.check() == "Chatwoot: inbox Teman KPJ of account 3"
    _helper(world.server)
    assert "administrator" in await world.place.check()


@pytest.mark.parametrize(
    ("spoil", "about", "named"),
    [
        (_inbox, {}, "not of the kind API"),
        (None, {"inbox": 8}, "no inbox 8"),
        (None, {"account": 4}, "not in account 4"),
    ],
    ids=["kind", "inbox", "account"],
)
async def test_the_check_names_what_is_wrong(
    idle: World, spoil: Callable[[ChatwootServer], None] | None, about: dict[str, int], named: str
) -> None:
    """Given an inbox for web pages, one that is not there, or somebody else's account, the operator reads which."""
    await idle.start(taking=False, **about)
    if spoil is not None:
        spoil(idle.server)
    with pytest.raises(Refused, match=named) as told:
        await idle.place.check()
    assert told.value.operator


@pytest.mark.parametrize("page", ["<html>bukan chatwoot</html>", "x" * (LARGEST_ANSWER + 1), "[]"])
async def test_something_else_at_the_address_is_told(page: str) -> None:
    """Given a page of somebody else's, or far too much of it, it is no Chatwoot."""

    async def answer(_request: object) -> HTMLResponse:
        return HTMLResponse(page)

    async with serving(Starlette(routes=[Route("/{rest:path}", answer)])) as url:
        client = Client(url, ACCOUNT, TOKEN)
        with pytest.raises(Refused, match=r"speak as Chatwoot|too large"):
            await client.profile()
        await client.close()


@pytest.mark.parametrize("address", ["http://chat:port", "chat.example.org", "ftp://chat.example.org"])
async def test_what_is_no_address_is_told(address: str) -> None:
    """Given a base_url that is none, the key is named."""
    client = Client(address, ACCOUNT, TOKEN)
    with pytest.raises(Refused, match="base_url"):
        await client.profile()
    await client.close()
