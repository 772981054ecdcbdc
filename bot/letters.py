"""Which dead letters may be sent on again, and which must not, or need not, be."""

from flows.effect import (
    Audit,
    DeleteMessage,
    Effect,
    EndHandover,
    Forget,
    RateTicket,
    RecordConsent,
    Say,
)
from storage.line.dead import DeadLetter

LASTING = (Audit, DeleteMessage, EndHandover, Forget, RateTicket, RecordConsent)
"""What is as right later as it was then, and does no harm twice."""


def why_not(letter: DeadLetter) -> str:
    """Why it is not sent on; empty if it may be.

    Whose look-up was given up has been told so and asks again; an agent sees what did not arrive. What holds personal
    data went to somebody who had just proven who they are; who has the phone now, nobody knows.
    """
    match letter.content:
        case None:
            return "cannot be read"
        case Say(protect=True):
            return "holds personal data: the user asks again"
        case Say(receipt=str()):
            return "an agent's: it shows in the request that it failed"
        case Say():
            return ""
        case content if isinstance(content, Effect) and not isinstance(content, LASTING):
            return "who waited for it was told that it failed"
        case _:
            return ""
