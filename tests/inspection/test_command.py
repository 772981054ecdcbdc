"""`temankpj flows check`, and what `check` tells of the flows."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli.main import app
from flows.flow import Ask
from flows.journeys import FLOWS

RUNNER = CliRunner()


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder without a configuration."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def lost(monkeypatch: pytest.MonkeyPatch) -> str:
    """A state of the shipped flows that nothing leads to; its sentence."""
    menu = FLOWS["menu"]
    monkeypatch.setattr(menu, "states", {**menu.states, "lost": Ask("lost")})
    return "menu.lost: nothing leads here."


@pytest.mark.usefixtures("here")
def test_nothing_is_wrong() -> None:
    """The shipped flows: one line that says so, no server, exit status 0."""
    done = RUNNER.invoke(app, ["flows", "check"])
    assert done.exit_code == 0, done.output
    assert done.output.endswith("nothing is wrong.\n")
    assert len(done.output.splitlines()) == 1


@pytest.mark.usefixtures("here")
def test_findings_are_told(lost: str) -> None:
    """One sentence a line, for people and for programs; exit status 1; `check` tells the same."""
    done = RUNNER.invoke(app, ["flows", "check"])
    assert done.exit_code == 1
    lines = done.output.splitlines()
    assert lost in lines
    assert all(line.startswith("menu.lost: ") for line in lines)
    as_json = RUNNER.invoke(app, ["flows", "check", "--json"])
    assert as_json.exit_code == 1
    findings = json.loads(as_json.output)["findings"]
    assert {"where": "menu.lost", "kind": "unreachable", "what": "nothing leads here"} in findings
    assert len(findings) == len(lines)


def test_a_bad_configuration_is_told_in_a_sentence(here: Path) -> None:
    """Given a configuration that cannot be read, no traceback."""
    (here / "config.yaml").write_text("dialogue: {locale: xx}\n")
    done = RUNNER.invoke(app, ["flows", "check"])
    assert done.exit_code == 1
    assert "dialogue.locale" in done.output
    assert "Traceback" not in done.output
