"""Members as an agent may see them, to compare with documents: never a whole number."""

from bot.helpdesk.port import MaskedMembership, MemberCard, NeedsNik
from flows.member import Membership, Person
from storage.members.port import DirectoryUnavailable, KnowsNumbers, MemberDirectory

NIK_DIGITS = 16
SHOWN = 3
"""How many digits of a number are shown, at its end."""


class Members:
    """Looks members up for agents."""

    def __init__(self, directory: MemberDirectory) -> None:
        self._directory = directory

    async def find(self, digits: str) -> MemberCard | None:
        """Whose NIK or KPJ this is; raise `NeedsNik` or `DirectoryUnavailable`."""
        person = await self._person("".join(filter(str.isalnum, digits)).upper())
        if person is None:
            return None
        lines = await self._directory.memberships(person.ref)
        masked = tuple(map(_masked, lines))
        return MemberCard(
            person.ref, person.name, person.birth_date, person.nik[-SHOWN:], masked, disputed=person.disputed
        )

    async def numbers(self, person: str | None) -> tuple[str, ...]:
        """A person's KPJs, to find their tickets by; none if the directory is away."""
        if person is None:
            return ()
        try:
            return tuple(line.kpj for line in await self._directory.memberships(person))
        except DirectoryUnavailable:
            return ()

    async def _person(self, digits: str) -> Person | None:
        if len(digits) == NIK_DIGITS and digits.isdecimal():
            return await self._directory.find_person(digits)
        if not isinstance(self._directory, KnowsNumbers):
            raise NeedsNik("a NIK has 16 digits")
        return await self._directory.find_by_kpj(digits)


def _masked(line: Membership) -> MaskedMembership:
    return MaskedMembership(line.kpj[-SHOWN:], line.employer or "", line.status)
