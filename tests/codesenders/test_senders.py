"""One contract for everybody who carries codes."""

import io
import json
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass

import pytest

from bot.channels.port import Refused, TryLater, Unreachable
from bot.codes.console import ConsoleSender
from bot.codes.port import CodeSender
from bot.codes.twilio import Account, SmsSender, TemplateSender, VerifySender
from tests.codesenders.carrier import ACCOUNT, FROM, SERVICE, TEMPLATE, TOKEN, Carrier, carrier

PHONE, CODE = "+628110000101", "048151"


@dataclass
class Case:
    """A sender, and how to see what it carried: phone and whatever holds the code."""

    sender: CodeSender
    carried: Callable[[], list[tuple[str, str]]]
    server: Carrier | None


def _text(code: str, locale: str) -> str:
    return f"{code} ({locale})"


@pytest.fixture(params=["console", "verify", "sms", "sms by service", "template"])
async def case(request: pytest.FixtureRequest) -> AsyncIterator[Case]:
    """Each sender on its carrier."""
    if request.param == "console":
        out = io.StringIO()
        yield Case(ConsoleSender(out), lambda: [(PHONE, line) for line in out.getvalue().splitlines()], None)
        return
    async with carrier() as server:
        account = Account(sid=ACCOUNT, auth_token=TOKEN, api_base_url=server.url, timeout=60)
        sender: CodeSender
        match request.param:
            case "verify":
                sender = VerifySender(account, SERVICE)
            case "sms":
                sender = SmsSender(account, FROM, _text)
            case "sms by service":
                sender = SmsSender(account, "MG" + "9f" * 16, _text)
            case _:
                sender = TemplateSender(account, f"whatsapp:{FROM}", TEMPLATE)

        def carried() -> list[tuple[str, str]]:
            return [(fields["To"].removeprefix("whatsapp:"), json.dumps(fields)) for _, fields in server.sent]

        yield Case(sender, carried, server)
        await sender.close()


async def test_the_code_reaches_the_phone_on_record(case: Case) -> None:
    """Exactly one message, to that phone, with all six digits, a leading zero included."""
    await case.sender.send(PHONE, CODE, "id")
    ((phone, text),) = case.carried()
    assert phone == PHONE
    assert CODE in text


async def test_a_check_tells_in_words(case: Case) -> None:
    """An operator reads what is set up."""
    assert "code" in await case.sender.check()


@pytest.mark.parametrize(
    ("failure", "error"),
    [
        ((500, None, {}), TryLater),
        ((429, 20429, {"Retry-After": "7"}), TryLater),
        ((401, 20003, {}), Refused),
        ((400, 21211, {}), Unreachable),
        ((400, 60200, {}), Refused),
    ],
)
async def test_each_failure_has_its_kind(
    case: Case, failure: tuple[int, int | None, dict[str, str]], error: type[Exception]
) -> None:
    """Whose affair it is decides what is done; the phone stands in no error."""
    if case.server is None:
        await case.sender.send(PHONE, CODE, "id")  # a screen does not fail
        return
    case.server.failures.append(failure)
    with pytest.raises(error) as caught:
        await case.sender.send(PHONE, CODE, "id")
    assert PHONE not in str(caught.value)
    assert CODE not in str(caught.value)


async def test_feedback_never_fails(case: Case) -> None:
    """Telling the carrier that a code was used must not cost the worker their proof."""
    if case.server is not None:
        case.server.failures.append((500, None, {}))
    await case.sender.used("VE" + "9d" * 16)


async def test_verify_is_given_our_code_and_told_of_its_use() -> None:
    """The code is ours, so that checking it takes no call; Verify hears of success afterwards."""
    async with carrier() as server:
        sender = VerifySender(Account(sid=ACCOUNT, auth_token=TOKEN, api_base_url=server.url), SERVICE)
        reference = await sender.send(PHONE, CODE, "id")
        assert reference is not None
        await sender.used(reference)
        await sender.close()
    (begun, fields), (ended, feedback) = server.sent
    assert begun == f"/v2/Services/{SERVICE}/Verifications"
    assert fields == {"To": PHONE, "Channel": "sms", "CustomCode": CODE, "Locale": "id"}
    assert ended == f"{begun}/{reference}"
    assert feedback == {"Status": "approved"}


async def test_a_template_holds_the_code_as_its_first_variable() -> None:
    """WhatsApp's authentication templates take the code as a variable."""
    async with carrier() as server:
        account = Account(sid=ACCOUNT, auth_token=TOKEN, api_base_url=server.url)
        sender = TemplateSender(account, f"whatsapp:{FROM}", TEMPLATE)
        await sender.send(PHONE, CODE, "id")
        await sender.close()
    ((_, fields),) = server.sent
    assert fields["ContentSid"] == TEMPLATE
    assert json.loads(fields["ContentVariables"]) == {"1": CODE}
    assert "Body" not in fields
