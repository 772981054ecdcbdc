"""`Roster` from the accounts: whoever may have tickets."""

from collections.abc import Sequence

from bot.desk.accounts.guard import AGENTS
from bot.helpdesk.port import Actor
from storage.accounts import SqlAccounts


class AccountRoster:
    """See `bot.desk.port.Roster`."""

    def __init__(self, accounts: SqlAccounts) -> None:
        self._accounts = accounts

    async def agents(self) -> Sequence[Actor]:
        """See `Roster`; accounts that nobody may use any more are left out."""
        found = [
            Actor(account.name, account.display, account.role)
            for account in await self._accounts.all()
            if account.role in AGENTS and not account.disabled
        ]
        return sorted(found, key=lambda actor: actor.name.lower())
