"""Twilio's error codes, and whose affair each one is.

Meanings: https://www.twilio.com/docs/api/errors/<code>; how WhatsApp's own codes map to them:
https://www.twilio.com/docs/whatsapp/api/error-code-mapping. Twilio may refine its codes at any time, so an unknown one
is judged by its HTTP status alone. Twilio's own messages quote the user's number: they are never passed on.
"""

from collections.abc import Awaitable
from enum import Enum
from typing import TypeVar

from twilio.base.exceptions import TwilioException

from bot.channels.port import Refused, TryLater, Unreachable

T = TypeVar("T")


class Affair(Enum):
    """Whom an error concerns, which decides what is done about it."""

    LATER = "try later"
    USER = "the user cannot be written to"
    OPERATOR = "only the operator can mend it"
    OURS = "we sent what Twilio does not take"


CODES: dict[int, tuple[Affair, str]] = {
    10001: (Affair.OPERATOR, "the account is not active"),
    20003: (Affair.OPERATOR, "TWILIO_ACCOUNT_SID or TWILIO_AUTH_TOKEN is wrong"),
    20005: (Affair.OPERATOR, "the account is not active"),
    20403: (Affair.OPERATOR, "the account may not do this"),
    20429: (Affair.LATER, "too many requests at once"),
    20500: (Affair.LATER, "internal error at Twilio"),
    21211: (Affair.USER, "To is not a valid number"),
    21212: (Affair.OPERATOR, "From is not a valid sender"),
    21408: (Affair.OPERATOR, "sending to this country is not enabled for the account"),
    21601: (Affair.OPERATOR, "From is not a number of this account"),
    21606: (Affair.OPERATOR, "From cannot send messages for this account"),
    21608: (Affair.OPERATOR, "a trial account writes to verified numbers only"),
    21610: (Affair.USER, "the user has opted out with STOP"),
    21612: (Affair.OPERATOR, "this From cannot reach this To"),
    21614: (Affair.USER, "To is not a mobile number"),
    21617: (Affair.OURS, "the body is longer than 1,600 characters"),
    21619: (Affair.OURS, "a message needs a body, media or content"),
    21655: (Affair.OURS, "the content SID is invalid"),
    21656: (Affair.OURS, "the content variables are invalid"),
    30001: (Affair.LATER, "the account's queue is full"),
    30002: (Affair.OPERATOR, "the account is suspended, often for lack of balance"),
    30016: (Affair.OPERATOR, "To and From are not on the same channel"),
    63001: (Affair.OPERATOR, "the sender is no longer authenticated with WhatsApp"),
    63002: (Affair.OPERATOR, "WhatsApp does not know the From address"),
    63003: (Affair.USER, "the To address is inactive or invalid"),
    63005: (Affair.OURS, "WhatsApp did not accept the content"),
    63007: (Affair.OPERATOR, "the account has no WhatsApp sender with this From address"),
    63008: (Affair.OPERATOR, "the WhatsApp sender is misconfigured at Twilio"),
    63012: (Affair.LATER, "internal error at WhatsApp"),
    63013: (Affair.OURS, "the content violates the channel's rules"),
    63015: (Affair.USER, "the user has not joined the sandbox, or the three days are over"),
    63016: (Affair.USER, "more than 24 hours since the user's last message"),
    63017: (Affair.LATER, "the account sends faster than it may"),
    63018: (Affair.LATER, "the sender's rate limit is reached"),
    63020: (Affair.OPERATOR, "the invitation in Meta Business Manager is not accepted"),
    63023: (Affair.LATER, "unspecified error of the channel"),
    63024: (Affair.USER, "the recipient has no WhatsApp, an old one, or has not accepted its terms"),
    63031: (Affair.OPERATOR, "From and To are the same"),
    63032: (Affair.USER, "WhatsApp keeps this user out of messages by businesses"),
    63033: (Affair.USER, "the user has opted out of this business's messages"),
    63038: (Affair.OPERATOR, "the account's daily number of messages is used up"),
    63040: (Affair.OPERATOR, "the template was rejected"),
    63041: (Affair.OPERATOR, "the template is paused"),
    63042: (Affair.OPERATOR, "the template is disabled"),
    63049: (Affair.USER, "Meta chose not to deliver it to this user"),
    63051: (Affair.OPERATOR, "the WhatsApp sender is locked"),
    63112: (Affair.OPERATOR, "Meta has disabled the business account, or has not verified it yet"),
    92002: (Affair.OURS, "too many content variables"),
    92007: (Affair.OURS, "the content variables are invalid"),
}


PASSING = frozenset({63016, 63049})
"""Of those about a user: what is over when they write again."""


def explain(code: int | None) -> tuple[Affair | None, str]:
    """Whose affair a code is and what it means; `None` where it is not in the table."""
    if code is None:
        return None, "no error code"
    return CODES.get(code, (None, "not in our table"))


def error_for(status: int, code: int | None, retry_after: float | None = None) -> TryLater | Unreachable | Refused:
    """The error to raise for a failed call: by its code if that is known, else by its HTTP status."""
    affair, meaning = explain(code)
    why = f"Twilio answered {status}, code {code}: {meaning}"
    if affair is Affair.USER:
        return Unreachable(why, passing=code in PASSING)
    if affair is Affair.LATER or (affair is None and (status in (408, 425, 429) or status >= 500)):
        return TryLater(why, retry_after, patient=status == 429)
    return Refused(why, operator=affair is Affair.OPERATOR or (affair is None and status in (401, 403)))


async def asked(call: Awaitable[T]) -> T:
    """Wait for a call of twilio's client; raise `TryLater`, `Unreachable` or `Refused` for what goes wrong."""
    try:
        return await call
    except (TwilioException, ValueError, LookupError, TypeError, AttributeError):
        why = "what answers at channels.whatsapp.twilio.api_base_url is not Twilio's API"
        raise Refused(why, operator=True) from None
