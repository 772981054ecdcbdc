"""`temankpj dialogues run`: what is told of a conversation that goes otherwise than written."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli.main import app

FOLDER = Path(__file__).parent
RUNNER = CliRunner()
GREETED = """
title: Halo
turns:
  - {user: halo, bot: [greeting, {say: menu-main}]}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A small conversation that goes as written."""
    path = tmp_path / "halo.yaml"
    path.write_text(GREETED)
    return path


def test_files_and_folders_are_played(file: Path) -> None:
    """All of them go as written: one line each, and the exit status says so."""
    done = RUNNER.invoke(app, ["dialogues", "run", str(file), str(FOLDER)])
    assert done.exit_code == 0, done.output
    lines = done.output.splitlines()
    assert lines[0] == f"  ok    {file}: Halo"
    assert len(lines) > 100
    assert all(line.startswith("  ok    ") for line in lines)


def test_a_difference_is_shown(file: Path) -> None:
    """Expected against said, with the turn; the files after it are played all the same."""
    file.write_text(GREETED.replace("{say: menu-main}", "{exact: Selamat pagi}"))
    done = RUNNER.invoke(app, ["dialogues", "run", str(file), str(FOLDER / "stop.yaml")])
    assert done.exit_code == 1
    lines = [line.strip() for line in done.output.splitlines()]
    assert lines[0] == f"WRONG {file}: Halo"
    assert lines[1] == "turn 1, user: halo"
    assert lines[2:5] == ["message 2: expected:", "| Selamat pagi", "said:"]
    assert any(line.startswith("| Apa yang bisa dibantu") for line in lines)
    assert lines[-1].startswith("ok    ")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("title: [", "halo.yaml is no YAML"),
        ("- a\n", "has no names"),
        ("title: Halo\n", "needs a title and turns"),
        (GREETED + "channel: smoke\n", "there is no channel smoke"),
        (GREETED + "settings: {colour: blue}\n", "there is no setting colour"),
        (GREETED + "settings: {pause_after: soon}\n", "settings: pause_after"),
        (GREETED + "operator: {nama: X}\n", "Operator has no nama"),
        (GREETED + "began: yesterday\n", "is no moment"),
        (GREETED + "members: nobody\n", "members.yaml cannot be read"),
        (GREETED.replace("user", "usr"), "no such turn"),
        (GREETED.replace("menu-main", "menu-mian"), "menu-mian"),
    ],
)
def test_what_is_no_conversation_is_told_in_a_sentence(file: Path, text: str, told: str) -> None:
    """A slip of the pen is no traceback."""
    file.write_text(text)
    done = RUNNER.invoke(app, ["dialogues", "run", str(file)])
    assert done.exit_code == 1
    assert told in done.output
    assert "Traceback" not in done.output
    assert len(done.output.splitlines()) == 2
