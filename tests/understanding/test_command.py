"""`temankpj understand` as operators and tools use it."""

import json
from pathlib import Path

from typer.testing import CliRunner

from bot.cli.main import app

RUN = CliRunner()


def test_lines_in_json_out() -> None:
    """One object for each utterance, in order, empty lines too."""
    done = RUN.invoke(app, ["understand", "try", "--json"], input="kpj saya berapa\n\nterima kasih banyak\n")
    assert done.exit_code == 0
    first, second, third = map(json.loads, done.stdout.splitlines())
    assert (first["intent"], third["intent"]) == ("recover_kpj", "thanks")
    assert set(first) == {"intent", "confidence", "alternatives"}
    assert all(isinstance(name, str) and 0 <= value <= 1 for name, value in first["alternatives"])
    assert second["confidence"] == 0


def test_one_utterance_for_people() -> None:
    """An argument is answered in a line that can be read."""
    done = RUN.invoke(app, ["understand", "try", "mau cairin jht"])
    assert done.stdout.startswith("claim_jht ")


def test_a_folder_is_judged(tmp_path: Path) -> None:
    """Operators can judge by examples of their own, and get the picture."""
    (tmp_path / "cost.yaml").write_text("intent: cost\nexamples:\n  - ini bayar ga\n", "utf-8")
    done = RUN.invoke(app, ["understand", "eval", str(tmp_path), "--svg", str(tmp_path / "matrix.svg")])
    assert "right             100.0%" in done.stdout
    assert (tmp_path / "matrix.svg").read_text("utf-8").startswith("<svg ")


def test_both_parts_are_judged() -> None:
    """Without a folder the texts for development and those held out are judged, each under its name."""
    done = RUN.invoke(app, ["understand", "eval"])
    assert done.exit_code == 0
    assert done.stdout.startswith("development\n")
    assert "\nheld_out\n" in done.stdout
    assert done.stdout.count("among three") == 2
