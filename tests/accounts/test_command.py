"""`temankpj agents`: accounts from the command line, with everything embedded in a folder of its own."""

import io
import re
from pathlib import Path

import pytest

from bot.bootstrap import CannotStart, open_store
from bot.cli.admitting import run_add, run_change, run_list, run_reset_password, run_role
from bot.config import ConfigError, load
from bot.desk.accounts.register import Newcomer
from storage.accounts import Account, Passwords, SqlAccounts
from storage.audit import Audit, Wanted

SARI = Newcomer("sari", "Ibu Sari", "agent")
MADE = re.compile(r"log-in: ([a-z2-9-]{19})\n")


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A configuration."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "config.yaml"
    path.write_text("data_dir: var\n", encoding="utf-8")
    return path


@pytest.fixture
def organised(file: Path) -> Path:
    """A configuration with an organisation's own log-in."""
    file.write_text("data_dir: var\ndesk: {oidc: {issuer: https://login.example, client_id: kpj}}\n", encoding="utf-8")
    return file


async def kept(file: Path) -> tuple[Account | None, str | None, list[tuple[str, str, str]]]:
    """Sari's account, the hash of its password, and the audit."""
    async with open_store(load(file)) as store:
        accounts = SqlAccounts(store.engine, store.seal)
        audit = Audit(store.engine, store.seal)
        entries = [(entry.kind, entry.actor, entry.detail) async for entry in audit.show(Wanted())]
        return await accounts.get("sari"), await accounts.password("sari"), entries


async def test_a_password_is_made_up_and_printed_once(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Given a new account, its password is printed, fits, has to be changed, and stands in no list."""
    await run_list(file)
    assert "no account yet" in capsys.readouterr().out
    await run_add(file, SARI, ask=False)
    [made] = MADE.findall(capsys.readouterr().out)
    account, hashed, entries = await kept(file)
    assert account == Account("sari", "Ibu Sari", "agent", must_change=True)
    assert await Passwords().fits(hashed, made)
    assert entries == [("account-added", "operator", "account sari, role agent")]
    await run_list(file)
    listed = capsys.readouterr().out
    assert "sari" in listed
    assert "may log in" in listed
    assert made not in listed


async def test_a_password_can_come_from_the_input(
    file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Given `--ask` without a terminal, the first line is the password, and nothing prints it."""
    monkeypatch.setattr("sys.stdin", io.StringIO("kuda laut biru\nanother line\n"))
    await run_add(file, SARI, ask=True)
    assert "laut" not in capsys.readouterr().out
    _, hashed, _ = await kept(file)
    assert await Passwords().fits(hashed, "kuda laut biru")
    monkeypatch.setattr("sys.stdin", io.StringIO("short\n"))
    with pytest.raises(CannotStart, match="at least 12"):
        await run_reset_password(file, "sari", ask=True)


async def test_what_can_be_done_with_an_account(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Given each command, it is done, told in one line, and in the audit under the operator's name."""
    await run_add(file, SARI, ask=False)
    capsys.readouterr()
    await run_role(file, "sari", "supervisor")
    for what in ("disable", "enable", "reset-totp", "log-out"):
        await run_change(file, "sari", what)
    assert len(capsys.readouterr().out.splitlines()) == 5
    await run_reset_password(file, "sari", ask=False)
    [made] = MADE.findall(capsys.readouterr().out)
    account, hashed, entries = await kept(file)
    assert account is not None
    assert (account.role, account.disabled, account.must_change, account.generation) == ("supervisor", False, True, 6)
    assert await Passwords().fits(hashed, made)
    assert [kind for kind, _, _ in entries][1:] == [
        "account-role", "account-disabled", "account-enabled", "factor-reset", "logged-out-everywhere",
        "password-reset",
    ]  # fmt: skip
    assert {actor for _, actor, _ in entries} == {"operator"}


async def test_mistakes_are_one_sentence(file: Path) -> None:
    """Given a name that is taken, cannot be, or is nobody's, or no organisation, the sentence says so."""
    await run_add(file, SARI, ask=False)
    with pytest.raises(CannotStart, match="sari is taken"):
        await run_add(file, SARI, ask=False)
    with pytest.raises(CannotStart, match="2 to 40"):
        await run_add(file, Newcomer("x y", "X", "agent"), ask=False)
    with pytest.raises(CannotStart, match="no account budi"):
        await run_change(file, "budi", "disable")
    with pytest.raises(ConfigError, match=r"desk\.oidc"):
        await run_add(file, Newcomer("ayu", "Ayu", "agent", subject="1"), ask=False)


async def test_somebody_of_the_organisation_gets_no_password(
    organised: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Given an identifier of the organisation, nothing is handed over."""
    await run_add(organised, Newcomer("sari", "Sari", "agent", subject="f00d-1"), ask=False)
    assert "password" not in capsys.readouterr().out
    account, hashed, _ = await kept(organised)
    assert account is not None
    assert (account.has_password, hashed) == (False, None)
