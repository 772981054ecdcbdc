"""What became of a message that we sent, as Twilio's status callback tells it. Pure.

Callbacks come several times and out of order (https://www.twilio.com/docs/messaging/guides/outbound-message-status-in-status-callbacks);
`RANKS` says which status is further on. That a message arrived outweighs that it was given up.
"""

import re

from msgspec import Struct

from bot.channels.twilio.errors import PASSING, Affair, explain
from bot.channels.twilio.form import Form
from bot.channels.twilio.inbound import CHANNEL, NotAMessage, address_of, sid_of
from flows.event import Lost, Sender, Unreachable

RANKS = {
    "accepted": 0,
    "scheduled": 0,
    "queued": 1,
    "sending": 2,
    "sent": 3,
    "canceled": 4,
    "failed": 4,
    "undelivered": 4,
    "delivered": 5,
    "read": 6,
}
_LOST = frozenset({"failed", "undelivered"})
_NAMED = "of="
_RECEIPT = re.compile(r"(?:entry:[0-9]{1,12}|file:[0-9]{1,12}:[0-9]{1,9}:[0-9A-Za-z_-]{1,32})")


class Report(Struct, frozen=True):
    """One callback. `code` is Twilio's error code, if there is one; `address` is the user's."""

    sid: str
    status: str
    code: int | None
    address: str

    @property
    def rank(self) -> int:
        """How far on this is."""
        return RANKS[self.status]

    @property
    def lost(self) -> bool:
        """Whether the message will not arrive."""
        return self.status in _LOST

    def event(self, at: int) -> tuple[Sender, Unreachable] | None:
        """What the dialogue must know: that this user cannot be written to. `at` in ms.

        The address of a message that we sent proves no number, hence no `phone`.
        """
        if not self.lost or explain(self.code)[0] is not Affair.USER:
            return None
        passing = self.code in PASSING
        return Sender(CHANNEL, self.address), Unreachable(f"tws:{self.sid}:{self.status}", at, passing)

    def loss(self, receipt: str, at: int) -> tuple[Sender, Lost] | None:
        """What the agents must know: that something with this receipt did not reach its user."""
        if not self.lost or not receipt:
            return None
        return Sender(CHANNEL, self.address), Lost(f"twl:{self.sid}", at, receipt)


def query_of(receipt: str | None) -> str:
    """What the address of a message's callbacks says of it, so that they are known though we have forgotten it.

    Only of receipts that are numbers under a name: what else there is concerns nobody, and tells more.
    """
    return f"{_NAMED}{receipt.replace(':', '.')}" if receipt and _RECEIPT.fullmatch(receipt) else ""


def receipt_of(query: str) -> str:
    """The receipt in such an address; empty if there is none."""
    receipt = query.removeprefix(_NAMED).replace(".", ":")
    return receipt if query.startswith(_NAMED) and _RECEIPT.fullmatch(receipt) else ""


def read_report(form: Form) -> Report | None:
    """Read a callback; `None` for a status that we do not know. Raises `NotAMessage`."""
    sid, address = sid_of(form), address_of(form, "To")
    status = form.get("MessageStatus").lower()
    if not status:
        raise NotAMessage("MessageStatus is missing")
    if status not in RANKS:
        return None
    code = form.get("ErrorCode")
    return Report(sid, status, int(code) if code.isdecimal() and len(code) < 10 else None, address)
