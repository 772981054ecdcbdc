"""What reaches a user on WhatsApp, and what Twilio keeps of it. Every call is measured against Twilio's description."""

import json
from collections.abc import AsyncIterator

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.port import Refused, TryLater, Unreachable
from bot.channels.twilio.channel import TwilioChannel, TwilioSettings
from bot.channels.twilio.errors import CODES, Affair, error_for
from bot.channels.twilio.outbound import compose
from bot.channels.twilio.templates import lay_out
from flows.effect import Choice, Say
from tests.channels.contract import Inbox
from tests.channels.twilio.memory import MemoryStatusStore
from tests.channels.twilio.world import FROM, NOW, PUBLIC, SENDER, USER, World, world
from tests.servers.asgi import serving
from tests.servers.twilio import ACCOUNT, TOKEN, Failure

YES_NO = (Choice("consent.yes", "Setuju"), Choice("consent.no", "Tidak"))
MENU = tuple(
    Choice(f"menu.{name}", name.capitalize())
    for name in ("recover", "register", "account", "data", "faq", "offices", "agent", "language", "privacy")
)
KPJ = "Nomor KPJ Anda: 99010203041\n\nSimpan baik-baik, dan jangan diberikan kepada orang lain. It's yours."


@pytest.fixture
async def numbers() -> AsyncIterator[World]:
    """A channel that offers choices as numbered lines."""
    async with world(Inbox().accept) as around:
        yield around
        assert around.server.problems == []


@pytest.fixture
async def templates() -> AsyncIterator[World]:
    """A channel that offers choices as buttons."""
    async with world(Inbox().accept, "templates") as around:
        yield around
        assert around.server.problems == []


async def test_choices_are_numbered_lines_with_a_hint(numbers: World) -> None:
    """Given choices, they stand numbered below the text, and a word says what to do."""
    sid = await numbers.channel.send(SENDER, Say("Setuju?", YES_NO, ask_contact="Bagikan"), "e1")
    [message] = numbers.server.messages
    assert message.sid == sid
    assert message.text == "Setuju?\n\n1. Setuju\n2. Tidak\n\nBalas dengan angkanya."
    assert message.fields == {
        "To": USER, "From": FROM, "Body": message.text, "StatusCallback": PUBLIC + "/webhooks/twilio/status",
    }  # fmt: skip


async def test_an_approved_template_is_sent_as_it_is() -> None:
    """Given a template without variables, that is what the user gets; without one the operator has to set it."""
    sid = f"HX{7:032x}"
    async with world(Inbox().accept, template=sid) as around:
        around.server.contents[sid] = {"types": {"twilio/text": {"body": "Masih perlu bantuan? Balas YA."}}}
        await around.channel.invite(SENDER, "entry:7")
        [message] = around.server.messages
        assert (message.to, message.text) == (USER, "Masih perlu bantuan? Balas YA.")
        assert message.fields["StatusCallback"] == PUBLIC + "/webhooks/twilio/status?of=entry.7"
    async with world(Inbox().accept) as around:
        with pytest.raises(Refused) as refused:
            await around.channel.invite(SENDER, "entry:7")
        assert refused.value.operator


@pytest.mark.parametrize(
    ("receipt", "query"),
    [("entry:7", "?of=entry.7"), ("file:1001:2:Ab_-9", "?of=file.1001.2.Ab_-9"), ("recovery-kpj", ""), (None, "")],
)
async def test_callbacks_name_what_they_are_about(numbers: World, receipt: str | None, query: str) -> None:
    """Given a receipt of an agent's words, the address of the callbacks tells it; others are nobody's affair."""
    await numbers.channel.send(SENDER, Say("halo", receipt=receipt), "e1")
    [message] = numbers.server.messages
    assert message.fields["StatusCallback"] == PUBLIC + "/webhooks/twilio/status" + query
    assert numbers.server.problems == []


async def test_a_messaging_service_can_be_the_sender() -> None:
    """Given MG… as the sender, Twilio chooses the number."""
    service = "MG" + "1" * 32
    async with world(Inbox().accept, from_=service) as around:
        await around.channel.send(SENDER, Say("halo"), "e1")
        [message] = around.server.messages
        assert message.fields["MessagingServiceSid"] == service
        assert "From" not in message.fields
        assert around.server.problems == []


@pytest.mark.parametrize("from_", ["", "+6281299990000", "whatsapp:0812", "whatsapp:+", "sms:+62812"])
async def test_a_sender_that_cannot_be_one_is_named(from_: str) -> None:
    """Given a wrong sender, one sentence names the variable."""
    with pytest.raises(ValueError, match="TWILIO_WHATSAPP_FROM"):
        async with world(Inbox().accept, from_=from_):
            pass


async def test_a_user_without_a_number_is_answered_at_the_id(numbers: World) -> None:
    """Given a user who hides the number, the answer goes to where the message came from."""
    address = "whatsapp:ID.4566546130240823"
    await numbers.channel.send(type(SENDER)("whatsapp", address), Say("halo"), "e1")
    assert [message.to for message in numbers.server.messages] == [address]


async def test_nothing_to_say_is_not_sent(numbers: World) -> None:
    """Given an empty text, there is no call that Twilio would refuse."""
    assert await numbers.channel.send(SENDER, Say(" \n"), "e1") is None
    assert numbers.server.calls == []


async def test_a_repeated_attempt_goes_on_where_the_first_broke_off(numbers: World) -> None:
    """Given a failure between the parts of a long message, the user gets each part once, in order."""
    text = " ".join(f"kata{number}" for number in range(600))
    numbers.server.failures.extend([None, Failure(500, 20500)])
    with pytest.raises(TryLater):
        await numbers.channel.send(SENDER, Say(text), "e1")
    assert len(numbers.server.messages) == 1
    await numbers.channel.send(SENDER, Say(text), "e1")
    assert " ".join(message.text for message in numbers.server.messages) == text
    assert len(numbers.server.messages) == len(compose(text, (), ""))


# Buttons


async def test_up_to_three_short_choices_are_buttons(templates: World) -> None:
    """Given two choices, the user sees two buttons below the very text, with our ids behind them."""
    await templates.channel.send(SENDER, Say(KPJ, YES_NO), "e1")
    [message] = templates.server.messages
    assert message.text == KPJ
    assert message.choices == (("consent.yes", "Setuju"), ("consent.no", "Tidak"))
    assert "\\u0027" in message.fields["ContentVariables"]


async def test_more_choices_are_a_list(templates: World) -> None:
    """Given nine choices, they are rows of a list."""
    await templates.channel.send(SENDER, Say("Pilih:", MENU), "e1")
    [message] = templates.server.messages
    assert message.choices == tuple((choice.id, choice.label) for choice in MENU)
    [content] = templates.server.contents.values()
    assert content["types"]["twilio/list-picker"]["button"] == "Lihat pilihan"


async def test_twilio_keeps_nothing_of_a_conversation_in_a_template(templates: World) -> None:
    """Given personal data in texts, the template holds placeholders and fixed labels only."""
    await templates.channel.send(SENDER, Say(KPJ, YES_NO), "e1")
    kept = json.dumps(templates.server.contents)
    assert "99010203041" not in kept
    assert "Nomor" not in kept
    assert "{{1}}" in kept


@pytest.mark.parametrize(
    "choices",
    [
        (Choice("kpj.1", "PT Contoh"), Choice("kpj.2", "PT Lain")),
        (Choice("kpj.last", "99010203041"),),
        tuple(Choice(f"a.{letter}", letter) for letter in "abcdefghijk"),
        (Choice("a.b", "Label yang jauh terlalu panjang untuk tombol"),),
        (Choice("a.b", "Sama"), Choice("a.c", "Sama")),
        (Choice("a.b", " "),),
    ],
    ids=["made from data", "a number", "too many", "too long", "alike", "blank"],
)
async def test_what_cannot_be_buttons_is_numbered(templates: World, choices: tuple[Choice, ...]) -> None:
    """Given choices that may be personal or do not fit, they are numbered lines and Twilio makes no template."""
    await templates.channel.send(SENDER, Say("Yang mana?", choices), "e1")
    [message] = templates.server.messages
    assert "\n\n1. " in message.text
    assert templates.server.contents == {}


async def test_a_template_is_made_once(templates: World) -> None:
    """Given many messages of one shape, one template serves them, also after a restart."""
    for number in range(5):
        await templates.channel.send(SENDER, Say(f"Nomor {number}?", YES_NO), f"e{number}")
    assert len(templates.server.contents) == 1
    templates.server.contents["HX" + "0" * 32] = {"friendly_name": "orang lain", "language": "id", "types": {}}
    async with world(Inbox().accept, "templates") as restarted:
        restarted.server.contents.update(templates.server.contents)
        await restarted.channel.send(SENDER, Say("Setelah mulai ulang?", YES_NO), "e1")
        assert restarted.server.contents == templates.server.contents
        assert restarted.server.messages[0].choices[0] == ("consent.yes", "Setuju")


async def test_when_twilio_refuses_a_template_the_choices_are_numbered(templates: World) -> None:
    """Given a refusal of the template, the user gets numbered lines, and it is not tried again."""
    templates.server.content_failures.extend([Failure(400, 92007)])
    for number in range(2):
        await templates.channel.send(SENDER, Say("Setuju?", YES_NO), f"e{number}")
    assert ["1. Setuju" in message.text for message in templates.server.messages] == [True, True]
    assert [path for _, path in templates.server.calls].count("/v1/Content") == 1


async def test_when_twilio_refuses_the_filling_the_choices_are_numbered(templates: World) -> None:
    """Given a refusal of the message made from a template, the user gets numbered lines."""
    templates.server.failures.append(Failure(400, 21656))
    await templates.channel.send(SENDER, Say("Setuju?", YES_NO), "e1")
    assert ["1. Setuju" in message.text for message in templates.server.messages] == [True]


async def test_a_template_that_must_wait_is_not_refused(templates: World) -> None:
    """Given a busy Content API, the message is tried later, and has its buttons then."""
    templates.server.content_failures.append(Failure(429, 20429, {"retry-after": "3"}))
    with pytest.raises(TryLater) as caught:
        await templates.channel.send(SENDER, Say("Setuju?", YES_NO), "e1")
    assert caught.value.after == 3
    await templates.channel.send(SENDER, Say("Setuju?", YES_NO), "e1")
    assert templates.server.messages[0].choices


@pytest.mark.parametrize(
    "text", ["x" * 1025, "{{1}} kurung", "kata " * 200, "a\n" * 400, "spasi      banyak", "y" * 700, "😀" * 300]
)
async def test_any_text_with_buttons_reaches_the_user(templates: World, text: str) -> None:
    """Given long, blank-filled or odd texts, they arrive as buttons or numbered, all words in order."""
    await templates.channel.send(SENDER, Say(text, YES_NO), "e1")
    shown = " ".join(message.text for message in templates.server.messages)
    assert "".join(shown.split()).startswith("".join(text.split()))


def test_the_layout_of_a_text_is_static() -> None:
    """Given two texts with lines alike, one template serves both."""
    first, second = lay_out("Halo Budi\n\nApa kabar?", YES_NO, "Lihat"), lay_out("Halo Siti\n\nYa?", YES_NO, "Lihat")
    assert first is not None
    assert second is not None
    assert first.name == second.name
    assert (first.variables, second.variables) == (
        {"1": "Halo Budi", "2": "Apa kabar?"}, {"1": "Halo Siti", "2": "Ya?"},
    )  # fmt: skip


# Errors


@pytest.mark.parametrize("code", CODES)
def test_every_known_code_has_its_reaction(code: int) -> None:
    """Given a code of the table, the error is the one of its affair, whatever the HTTP status, and quotes nobody."""
    expected = {Affair.LATER: TryLater, Affair.USER: Unreachable, Affair.OPERATOR: Refused, Affair.OURS: Refused}
    error = error_for(400, code)
    assert type(error) is expected[CODES[code][0]]
    assert not isinstance(error, Refused) or error.operator is (CODES[code][0] is Affair.OPERATOR)
    assert str(code) in str(error)


@pytest.mark.parametrize(
    ("status", "kind", "operator"),
    [
        (400, Refused, False), (401, Refused, True), (403, Refused, True), (404, Refused, False), (302, Refused, False),
        (408, TryLater, None), (429, TryLater, None), (500, TryLater, None), (502, TryLater, None),
    ],
)  # fmt: skip
@pytest.mark.parametrize("code", [None, 99999])
def test_an_unknown_code_is_judged_by_the_status(
    status: int,
    kind: type[Exception],
    operator: bool | None,
    code: int | None,  # from the table
) -> None:
    """Given a code that we do not know, the HTTP status decides."""
    error = error_for(status, code, 2)
    assert type(error) is kind
    assert getattr(error, "operator", None) is operator
    assert getattr(error, "after", 2) == 2
    assert getattr(error, "patient", False) is (status == 429)


async def checked(api_base_url: str) -> str:
    """What the check says of a channel that calls this address."""
    settings = TwilioSettings(
        account_sid=ACCOUNT, auth_token=TOKEN, from_=FROM, public_url=PUBLIC, api_base_url=api_base_url
    )
    channel = TwilioChannel(settings, MemoryStatusStore(), lambda: NOW)
    try:
        return await channel.check()
    finally:
        await channel.close()


@pytest.mark.parametrize("answer", ["<html>Selamat datang</html>", "[]", "{}", "null", '{"messages": 5}'])
async def test_an_answer_that_is_not_twilios_is_the_operators_affair(answer: str) -> None:
    """Given another server at api_base_url, the operator hears which key is wrong."""

    async def anything(request: Request) -> Response:
        return Response(answer)

    async with serving(Starlette(routes=[Route("/{path:path}", anything)])) as url:
        with pytest.raises(Refused, match="api_base_url") as caught:
            await checked(url)
    assert caught.value.operator


async def test_an_address_where_nothing_answers_is_tried_again(free_port: int) -> None:
    """Given nobody at the address, it is tried later."""
    with pytest.raises(TryLater, match="cannot be reached"):
        await checked(f"http://127.0.0.1:{free_port}")
