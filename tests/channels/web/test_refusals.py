"""What the web chat does not take, and how it says so."""

import json
import logging
from collections.abc import AsyncIterator

import httpx
import pytest
from redis.asyncio import Redis

from bot.channels.web.paths import Limits
from bot.channels.web.visitor import COOKIE
from tests.channels.web.served import Bot, served
from tests.channels.web.visitor import Visitor, message_id, visiting

ID = message_id(1)
BODIES: dict[str, object] = {
    "nothing": b"",
    "no id": {"text": "halo"},
    "no content": {"id": ID},
    "text and choice": {"id": ID, "text": "a", "choice": "nav.menu"},
    "text and start": {"id": ID, "text": "a", "start": True},
    "number as text": {"id": ID, "text": 5},
    "list as text": {"id": ID, "text": ["a"]},
    "null as text": {"id": ID, "text": None},
    "id is a number": {"id": 7, "text": "a"},
    "id is no uuid": {"id": "1", "text": "a"},
    "id of another channel": {"id": "tg:7", "text": "a"},
    "id with a tail": {"id": ID + "\n", "text": "a"},
    "long id": {"id": ID * 9, "text": "a"},
    "choice with spaces": {"id": ID, "choice": "nav menu"},
    "choice with markup": {"id": ID, "choice": "<b>"},
    "long choice": {"id": ID, "choice": "a" * 65},
    "empty choice": {"id": ID, "choice": ""},
    "ref is a list": {"id": ID, "choice": "nav.menu", "ref": []},
    "start is a word": {"id": ID, "start": "yes"},
    "unknown field": {"id": ID, "text": "a", "extra": 1},
    "a phone": {"id": ID, "text": "a", "phone": "+6281299990001"},
    "a sender": {"id": ID, "text": "a", "sender": {"phone": "+6281299990001"}},
    "a contact": {"id": ID, "contact": {"phone": "+6281299990001", "own": True}},
    "a list": [{"id": ID, "text": "a"}],
    "two values": b'{"id": "x"} {"id": "y"}',
    "cut off": b'{"id": "',
    "lone surrogate": b'{"id": "%s", "text": "\\ud800"}' % ID.encode(),
    "invalid utf-8": b'{"id": "%s", "text": "\xff"}' % ID.encode(),
    "deep": b"[" * 20_000 + b"]" * 20_000,
    "nan": b'{"id": NaN}',
    "form": b"id=1&text=halo",
    "empty text": {"id": ID, "text": ""},
    "blank text": {"id": ID, "text": " \n\t "},
    "invisible text": {"id": ID, "text": "\u200b\u2060\u202e\u0000\u0007"},
    "too long": {"id": ID, "text": "x" * 4097},
    "too long in signs": {"id": ID, "text": "😀" * 4097},
    "far too long": {"id": ID, "text": "x" * 70_000},
    "huge": {"id": ID, "text": "x" * 3_000_000},
}
KEPT = {
    "markup": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "right to left": "\u202eabc مرحبا \u2066x\u2069",
    "at the limit": "x" * 4096,
    "emojis at the limit": "😀" * 4096,
    "lines": "satu\ndua\n\ntiga",
    "events": "halo\n\nevent: said\ndata: {}\n\n",
    "separators": "a\u2028b\u2029c\x85d",
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
async def test_what_no_page_sends_is_refused_kindly(visitor: Visitor, bot: Bot, body: object) -> None:
    """Given a body that is wrong, the answer is 4xx in kind words, nothing is kept, and the next message is served."""
    answer = await visitor.post(body)
    assert answer.status_code in {400, 413}
    assert "Traceback" not in answer.text
    if answer.headers["content-type"] == "application/json":
        assert answer.json()["message"].endswith((".", "ya."))
    assert bot.kept == []
    assert await visitor.history() == []
    assert (await visitor.write("halo", 2)).status_code == 200


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT)
async def test_strange_texts_arrive_and_come_back_as_they_are(visitor: Visitor, text: str) -> None:
    """Given a strange text, it is one line of the transcript, sign by sign."""
    assert (await visitor.write(text, 1)).status_code == 200
    [said] = await visitor.history()
    assert said["text"] == text.strip()


async def test_control_characters_are_left_out(visitor: Visitor, bot: Bot) -> None:
    """Given control characters among words, the words arrive, with line ends of one kind."""
    await visitor.write("a\x00b\x1b[2J\r\nc\x7f", 1)
    [said] = await visitor.history()
    assert said["text"] == "ab[2J\nc"
    assert len(bot.kept) == 1


@pytest.mark.parametrize("persona", ["siti-rahmawati", "", "0", "__proto__", "../x", "+6281100000001"])
async def test_nobody_writes_as_another_outside_of_the_demo(visitor: Visitor, bot: Bot, persona: str) -> None:
    """Given a persona where there is no demo, writing and reading are refused."""
    assert (await visitor.write("halo", 1, **{"as": persona})).status_code == 403
    assert (await visitor.http.get("/chat/events", params={"as": persona})).status_code == 403
    assert bot.kept == []


async def test_outside_of_the_demo_there_is_no_phone_and_no_panel(visitor: Visitor, bot: Bot) -> None:
    """Given the real thing, the page offers nobody and no message has a phone."""
    page = (await visitor.visit()).text
    assert "Simulasi" not in page
    assert "data-persona" not in page
    await visitor.post({"id": ID, "text": "halo"}, **{"X-Phone": "+6281299990001"})
    assert bot.kept[0][0].phone is None


@pytest.mark.parametrize("persona", ["", "budi", "SITI-RAHMAWATI", "siti-rahmawati ", "+6281100000001"])
async def test_the_demo_knows_only_its_people(demo_visitor: Visitor, bot: Bot, persona: str) -> None:
    """Given somebody who is not among the demo's people, writing as them is refused."""
    assert (await demo_visitor.write("halo", 1, **{"as": persona})).status_code == 403
    assert bot.kept == []


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "http://127.0.0.1", "http://127.0.0.1:1", "http://[", "", "file://"]
)
async def test_other_sites_cannot_write_or_read(visitor: Visitor, bot: Bot, origin: str) -> None:
    """Given a page of another origin, with the user's cookie, nothing is taken and nothing shown."""
    await visitor.write("halo", 1)
    headers = {"Origin": origin}
    assert (await visitor.post({"id": message_id(2), "text": "a"}, **headers)).status_code == 403
    assert (await visitor.http.get("/chat/events", headers=headers)).status_code == 403
    assert (await visitor.http.post("/chat/leave", headers=headers)).status_code == 403
    assert len(bot.kept) == 1
    assert len(await visitor.history()) == 1


async def test_no_origin_is_enough_to_read_only(visitor: Visitor, bot: Bot) -> None:
    """Given a request that does not say where it comes from, it cannot write."""
    del visitor.http.headers["origin"]
    assert (await visitor.post({"id": ID, "text": "a"})).status_code == 403
    assert (await visitor.http.head("/chat/events")).status_code == 200
    assert bot.kept == []


async def test_a_proxys_own_name_can_be_allowed(redis_url: str, bot: Bot) -> None:
    """Given a proxy that does not pass its name on, the operator can name the origin."""
    allowed = ["https://kpj.example/"]
    async with served(redis_url, bot, allowed_origins=allowed) as server, visiting(server.address) as visitor:
        answer = await visitor.post({"id": ID, "text": "halo"}, Origin="https://kpj.example")
        assert answer.status_code == 200
        assert (await visitor.post({"id": ID, "text": "a"}, Origin="https://kpj.example.evil")).status_code == 403


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
async def test_what_a_form_could_send_is_refused(visitor: Visitor, bot: Bot, kind: str) -> None:
    """Given a type that another site's form could send, nothing is taken."""
    answer = await visitor.post({"id": ID, "text": "halo"}, **{"Content-Type": kind})
    assert answer.status_code == 415
    assert bot.kept == []


@pytest.mark.parametrize("token", ["", "x", "a" * 42, "a" * 44, "%" * 43, "../" * 14 + "a"])
async def test_a_cookie_that_we_did_not_make(visitor: Visitor, bot: Bot, token: str) -> None:
    """Given a cookie of another shape, the page is asked to fetch a new one, and gets it."""
    visitor.http.cookies.clear()
    headers = {"Cookie": f"{COOKIE}={token}"}
    assert (await visitor.post({"id": ID, "text": "halo"}, **headers)).status_code == 401
    assert (await visitor.http.get("/chat/events", headers=headers)).status_code == 401
    assert bot.kept == []
    assert COOKIE in (await visitor.http.get("/chat", headers=headers)).headers["set-cookie"]


async def test_the_cookie_is_for_the_browser_alone(visitor: Visitor) -> None:
    """Given a visit, the cookie cannot be read by scripts or sent along by other sites, and keeps its value."""
    token = visitor.http.cookies[COOKIE]
    again = (await visitor.visit()).headers["set-cookie"]
    assert token in again
    assert "HttpOnly" in again
    assert "SameSite=lax" in again
    assert "Secure" not in again
    secure = await visitor.http.get("/chat", headers={"X-Forwarded-Proto": "https"})
    assert "Secure" in secure.headers["set-cookie"]
    assert len(token) == 43


async def test_two_browsers_do_not_see_each_other(visitor: Visitor) -> None:
    """Given two visitors, each has a conversation of the own."""
    await visitor.write("rahasia", 1)
    async with visiting(visitor.address) as other:
        assert await other.history() == []


async def test_a_machine_gun_is_slowed_down_kindly(redis_url: str, bot: Bot) -> None:
    """Given a burst beyond what a person writes, the rest is asked to wait, and others are not."""
    limits = Limits(burst=10, seconds=30)
    async with (
        served(redis_url, bot, limits=limits) as server,
        visiting(server.address) as visitor,
        visiting(server.address) as other,
    ):
        answers = [await visitor.write("halo", number) for number in range(15)]
        assert [answer.status_code for answer in answers] == [200] * 10 + [429] * 5
        assert 0 < int(answers[-1].headers["retry-after"]) <= 30
        assert "Pelan-pelan" in answers[-1].json()["message"]
        assert (await other.write("halo", 99)).status_code == 200
    assert len(bot.kept) == 11


async def test_the_token_rests_nowhere(visitor: Visitor, redis_url: str, caplog: pytest.LogCaptureFixture) -> None:
    """Given a conversation, neither Redis nor the logs hold the token that opens it."""
    caplog.set_level(logging.DEBUG)
    await visitor.write("halo", 1)
    token = visitor.http.cookies[COOKIE]
    async with Redis.from_url(redis_url) as redis:
        keys = [key async for key in redis.scan_iter()]
        values = [await redis.dump(key) for key in keys]
    assert keys
    assert token.encode() not in b"".join([*keys, *(bytes(value or b"") for value in values)])
    server_side = [record for record in caplog.records if not record.name.startswith(("httpx", "httpcore"))]
    assert not any(token in record.getMessage() for record in server_side)


async def test_the_page_needs_nothing_from_elsewhere(visitor: Visitor) -> None:
    """Given the page, all it loads comes from here, is typed, cached for good under its version, and is not inline."""
    page = await visitor.visit()
    assert page.headers["cache-control"] == "no-store"
    assert "//" not in page.text.replace("<!doctype", "")
    assert "<style" not in page.text
    assert " style=" not in page.text
    assert " on" not in page.text.replace(" onto", "")
    version = page.text.split("chat/static/")[1].split("/")[0]
    for name, kind in (("chat.js", "text/javascript"), ("chat.css", "text/css"), ("icon.svg", "image/svg+xml")):
        asset = await visitor.http.get(f"/chat/static/{version}/{name}")
        assert asset.status_code == 200
        assert asset.headers["content-type"].startswith(kind)
        assert "immutable" in asset.headers["cache-control"]
    assert (await visitor.http.get(f"/chat/static/0/{'chat.js'}")).status_code == 404
    assert (await visitor.http.get(f"/chat/static/{version}/page.html")).status_code == 404
    assert (await visitor.http.get(f"/chat/static/{version}/..%2fpage.html")).status_code == 404


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("HEAD", "/chat", 200),
        ("POST", "/chat", 405),
        ("GET", "/chat/messages", 405),
        ("PUT", "/chat/messages", 405),
        ("OPTIONS", "/chat/messages", 405),
        ("GET", "/chat/leave", 405),
        ("POST", "/chat/events", 405),
        ("GET", "/chat/nowhere", 404),
        ("GET", "/desk", 404),
    ],
)
async def test_other_methods_and_paths(visitor: Visitor, method: str, path: str, status: int) -> None:
    """Given what is not served, the answer is clean."""
    assert (await visitor.http.request(method, path)).status_code == status


async def test_broken_http_does_no_harm(visitor: Visitor) -> None:
    """Given a body that ends early, the process serves the next message."""

    async def breaks_off() -> AsyncIterator[bytes]:
        yield b'{"id": '
        raise ConnectionAbortedError

    with pytest.raises(ConnectionAbortedError):
        await visitor.http.post("/chat/messages", content=breaks_off(), headers={"Content-Type": "application/json"})
    assert (await visitor.write("halo", 1)).status_code == 200


async def test_the_front_leads_to_the_chat(visitor: Visitor) -> None:
    """Given the bare address, the visitor ends up at the chat."""
    answer = await visitor.http.get("/", follow_redirects=True)
    assert isinstance(answer, httpx.Response)
    assert answer.url.path == "/chat"
    assert json.dumps("Teman KPJ")[1:-1] in answer.text
