"""The port to the members directory, whoever keeps it: our own SQL tables or an institution's service."""

from typing import Protocol, runtime_checkable

from flows.member import Membership, Person


class DirectoryUnavailable(Exception):
    """The directory did not answer, or not usably; the same question may work later. The text has no personal data."""


class DirectoryMisconfigured(DirectoryUnavailable):
    """Only the operator can mend it: address, token, tables or keys are wrong.

    For a worker it is the same as a directory that is away, hence the base class.
    """


class MemberDirectory(Protocol):
    """Finds people by NIK and their memberships by the person's opaque reference."""

    async def find_person(self, nik: str) -> Person | None:
        """The person with this NIK of 16 digits, or None; raise `DirectoryUnavailable`."""

    async def memberships(self, person_ref: str) -> tuple[Membership, ...]:
        """The person's memberships, oldest first, none if the reference is unknown; raise `DirectoryUnavailable`."""

    async def check(self) -> None:
        """Return if look-ups can be answered now; raise `DirectoryUnavailable` or `DirectoryMisconfigured`."""

    async def close(self) -> None:
        """Let go of what the directory opened itself."""


@runtime_checkable
class KnowsNumbers(Protocol):
    """A directory that also finds people by KPJ; an institution's service does not."""

    async def find_by_kpj(self, kpj: str) -> Person | None:
        """The person with this membership number, or None; raise `DirectoryUnavailable`."""
