"""The entrance as the configuration says, and what `temankpj check` tells of the organisation's log-in."""

from pathlib import Path

import pytest
import typer

from bot.bootstrap import open_store
from bot.cli.checking import run_check
from bot.config import Config, ConfigError, load
from bot.desk.accounts.choosing import configured_entrance, configured_organisation
from storage.audit import Audit
from storage.line import now_ms
from tests.desk.entering import Browser, app_of
from tests.servers.oidc import CLIENT, SECRET, oidc_provider


def written(folder: Path, more: str) -> Path:
    """A configuration file."""
    path = folder / "config.yaml"
    path.write_text(f"data_dir: {folder}/var\n{more}\n", encoding="utf-8")
    return path


def with_issuer(folder: Path, url: str) -> Path:
    """A configuration with an organisation's log-in."""
    return written(folder, f"desk: {{oidc: {{issuer: '{url}', client_id: {CLIENT}, name: Contoh}}}}")


@pytest.fixture
def config(tmp_path: Path) -> Config:
    """As it comes, but for the folder."""
    return load(written(tmp_path, "public_url: https://desk.example\noperator: {name: Serikat Contoh}"), {})


async def test_the_entrance_is_what_is_configured(config: Config) -> None:
    """Given a public address and a name, the log-in shows the one and gives its cookie for the other."""
    async with open_store(config) as store:
        audit = Audit(store.engine, store.seal)
        desk = configured_entrance(config, store.engine, store.line.redis, store.seal, audit, now_ms)
        browser = Browser(app_of(desk.routes()), address="http://desk.example")
        page = await browser.get("/desk/login")
        await desk.close()
    assert "Serikat Contoh" in page.text
    assert page.headers["set-cookie"].startswith("__Host-desk=")
    assert "/desk/oidc" not in page.text


def test_an_organisation_without_its_secret_is_told(tmp_path: Path) -> None:
    """Given an issuer and no secret, the sentence names the variable."""
    with pytest.raises(ConfigError, match="OIDC_CLIENT_SECRET"):
        configured_organisation(load(with_issuer(tmp_path, "https://login.example"), {}))


async def test_check_asks_the_issuer(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Given an issuer that answers, and one that lies, the check says which it is."""
    monkeypatch.setenv("OIDC_CLIENT_SECRET", SECRET)
    async with oidc_provider({}) as provider:
        path = with_issuer(tmp_path, provider.url)
        await run_check(path)
        assert f"log-in by the organisation: {provider.url}" in capsys.readouterr().out
        provider.describe = lambda told: {**told, "issuer": "https://evil.example"}
        with pytest.raises(typer.Exit):
            await run_check(path)
        assert "WRONG log-in by the organisation" in capsys.readouterr().out
