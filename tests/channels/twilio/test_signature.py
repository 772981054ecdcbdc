"""Only what Twilio signed is read: the library's vectors, and requests through a real server."""

import base64
import hmac
from collections.abc import AsyncIterator
from urllib.parse import urlencode

import pytest

from bot.channels.twilio.form import Form, parse_form
from bot.channels.twilio.signature import Signatures
from tests.channels.contract import Inbox
from tests.channels.twilio.world import PUBLIC, World, callback, incoming, signed, world
from tests.servers.twilio import TOKEN

# From twilio-python's own tests (tests/unit/test_request_validator.py).
VECTOR = {
    "CallSid": "CA1234567890ABCDE",
    "Digits": "1234",
    "From": "+14158675309",
    "To": "+18005551212",
    "Caller": "+14158675309",
}
SIGNATURE = "RSOYDt4T1cUTdK1PDd93/VVr8B8="


@pytest.fixture
async def around() -> AsyncIterator[World]:
    """A started channel."""
    async with world(Inbox().accept) as made:
        yield made


def by_hand(url: str, pairs: list[tuple[str, str]]) -> str:
    """The signature as Twilio's documentation describes it, written a second time."""
    text = url + "".join(name + value for name, value in sorted(set(pairs)))
    return base64.b64encode(hmac.digest(TOKEN.encode(), text.encode(), "sha1")).decode()


@pytest.mark.parametrize("public_url", ["https://mycompany.com", "https://mycompany.com/", "https://mycompany.com:443"])
def test_the_librarys_vector_is_genuine(public_url: str) -> None:
    """Given the vector of twilio's own tests, it is genuine, with and without the port that https has anyway."""
    signatures = Signatures("12345", public_url)
    form = Form(list(VECTOR.items()))
    assert signatures.genuine("/myapp.php", "foo=1&bar=2", form, SIGNATURE)


@pytest.mark.parametrize(
    ("path", "query", "changed", "signature"),
    [
        ("/myapp.php", "foo=1", {}, SIGNATURE),
        ("/myapp.php", "bar=2&foo=1", {}, SIGNATURE),
        ("/other.php", "foo=1&bar=2", {}, SIGNATURE),
        ("/myapp.php", "foo=1&bar=2", {"Digits": "1235"}, SIGNATURE),
        ("/myapp.php", "foo=1&bar=2", {"New": "x"}, SIGNATURE),
        ("/myapp.php", "foo=1&bar=2", {}, SIGNATURE.lower()),
        ("/myapp.php", "foo=1&bar=2", {}, ""),
        ("/myapp.php", "foo=1&bar=2", {}, "ÿ" * 28),
    ],
)
def test_anything_changed_is_not_genuine(path: str, query: str, changed: dict[str, str], signature: str) -> None:
    """Given another path, query, field or signature, the vector is not genuine."""
    form = Form(list((VECTOR | changed).items()))
    assert not Signatures("12345", "https://mycompany.com").genuine(path, query, form, signature)


def test_repeated_fields_are_signed_with_all_their_values() -> None:
    """Given a field that comes twice, both values count, as in Twilio's description."""
    pairs = [("MediaUrl", "b"), ("MediaUrl", "a"), ("Body", "ä b")]
    signature = by_hand(PUBLIC + "/x", pairs)
    form = parse_form(urlencode(pairs).encode())
    assert Signatures(TOKEN, PUBLIC).genuine("/x", "", form, signature)
    assert not Signatures(TOKEN, PUBLIC).genuine("/x", "", Form(pairs[1:]), signature)


async def test_a_genuine_request_is_taken(around: World) -> None:
    """Given a request that Twilio signed, also for fields that nobody knows, it is taken with an empty TwiML."""
    answer = await around.twilio_posts(incoming(1, Neues="Feld", Body="ä 👋 & = +"))
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/xml")
    assert answer.text == '<?xml version="1.0" encoding="UTF-8"?><Response/>'


async def test_the_query_belongs_to_what_is_signed(around: World) -> None:
    """Given an address with a query, it is signed as it was set at Twilio, whatever host the proxy calls us by."""
    path = "/webhooks/twilio?a=1&b=x%20y"
    assert (await around.twilio_posts(incoming(1), path)).status_code == 200
    body = urlencode(incoming(2)).encode()
    without = {"x-twilio-signature": signed("/webhooks/twilio", incoming(2)), "x-forwarded-host": "evil.example"}
    assert (await around.post(path, body, without)).status_code == 403


@pytest.mark.parametrize("path", ["/webhooks/twilio", "/webhooks/twilio/status"])
@pytest.mark.parametrize("fault", ["none", "empty", "other token", "other path", "other host"])
async def test_a_request_that_is_not_signed_is_refused(around: World, path: str, fault: str) -> None:
    """Given no or a wrong signature, on either path: 403 and no word."""
    fields = incoming(1) | callback("SM" + "1" * 32, "sent")
    headers = {
        "none": {},
        "empty": {"x-twilio-signature": ""},
        "other token": {"x-twilio-signature": signed(path, fields, "another")},
        "other path": {"x-twilio-signature": signed(path + "x", fields)},
        "other host": {"x-twilio-signature": by_hand("http://127.0.0.1" + path, list(fields.items()))},
    }[fault]
    answer = await around.post(path, urlencode(fields).encode(), headers)
    assert (answer.status_code, answer.content) == (403, b"")
