"""The port of those who carry a one-time code to the phone on record.

Codes are made and checked here, never by the carrier: a check that asked a provider would take another time for a code
that was never sent, and so tell whether somebody is a member.
"""

from typing import Protocol


class CodeSender(Protocol):
    """Carries codes. Errors: `TryLater`, `Unreachable`, `Refused` of `bot.channels.port`."""

    name: str

    async def send(self, phone: str, code: str, locale: str) -> str | None:
        """Send `code` (6 digits) to `phone` (E.164) in the language `locale`; return the carrier's id of it, if any."""

    async def used(self, reference: str) -> None:
        """Tell the carrier that the code came back, where it wants to know; never fails the proof."""

    async def check(self) -> str:
        """Ask the carrier whether we are set up; one line for people, or raise."""

    async def close(self) -> None:
        """Free what is held."""
