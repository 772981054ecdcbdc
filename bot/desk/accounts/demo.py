"""Two accounts for the demo, ready to log in. Their passwords come from the data's own key: always the same."""

from base64 import b32encode
from contextlib import suppress

from msgspec import Struct

from bot.desk.accounts.register import Newcomer, Register
from storage.accounts import NameTaken, Role
from storage.sealing import Sealer

BY = "demo"
_PEOPLE: tuple[tuple[str, str, Role], ...] = (("dewi", "Dewi", "agent"), ("bayu", "Bayu", "admin"))


class DemoAccount(Struct, frozen=True):
    """What the demo prints. It needs `desk.require_totp: false`."""

    name: str
    display: str
    role: Role
    password: str


async def demo_accounts(register: Register, sealer: Sealer) -> list[DemoAccount]:
    """The demo's accounts, made if they are not there yet; doing it again changes nothing."""
    ready = []
    for name, display, role in _PEOPLE:
        digits = b32encode(sealer.keyed_hash("demo-account", name)).decode().lower()
        password = "-".join(digits[at : at + 4] for at in range(0, 12, 4))
        account = await register.accounts.get(name)
        if account is None:
            with suppress(NameTaken):  # by another demo in the same folder, just now
                await register.add(BY, Newcomer(name, display, role))
        kept = await register.accounts.password(name)
        if account is None or account.must_change or not await register.passwords.fits(kept, password):
            await register.accounts.set_password(name, await register.passwords.hash(password), must_change=False)
        ready.append(DemoAccount(name, display, role, password))
    return ready
