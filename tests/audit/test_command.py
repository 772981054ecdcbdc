"""`temankpj audit` and `temankpj keys`, as an operator runs them on one machine."""

import json
import sqlite3
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli.main import app
from storage.sealing import decode_secret
from tests.members.files import siti, write_csv
from tests.members.people import BUDI_NIK, SITI_NIK

RUN = CliRunner()


@pytest.fixture
def loaded(short_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with one member, and the import in the audit."""
    monkeypatch.chdir(short_folder)
    members = write_csv(short_folder / "members.csv", [siti()])
    assert RUN.invoke(app, ["members", "import", str(members)]).exit_code == 0
    return short_folder


def shown(*options: str) -> list[dict[str, object]]:
    """What `audit show` prints."""
    done = RUN.invoke(app, ["audit", "show", "--json", *options])
    assert done.exit_code == 0, done.output
    return [json.loads(line) for line in done.output.splitlines()]


def test_an_import_is_in_the_audit(loaded: Path) -> None:
    """With counts, and by kind, actor and day; about no member."""
    del loaded
    (entry,) = shown()
    assert (entry["number"], entry["kind"], entry["actor"]) == (1, "import", "operator")
    assert entry["detail"] == "inserted 1, updated 0, rejected 0"
    assert len(shown("--kind", "import", "--actor", "operator", "--since", "2020-01-01")) == 1
    assert shown("--until", "2020-01-01") == []
    assert shown("--member", SITI_NIK) == shown("--member", BUDI_NIK) == shown("--member", "00123456781") == []
    assert "import" in RUN.invoke(app, ["audit", "show"]).output


def test_a_number_that_nobody_has_is_told(loaded: Path) -> None:
    """A KPJ leads to its member by the directory; where it is in none, it is a mistake and not an empty answer."""
    del loaded
    done = RUN.invoke(app, ["audit", "show", "--member", "99999999999"])
    assert done.exit_code == 1
    assert "99999999999" not in done.output


def test_verify_tells_an_anchor_and_knows_it_again(loaded: Path) -> None:
    """The last line of one call is what the next one takes."""
    del loaded
    first = RUN.invoke(app, ["audit", "verify"])
    anchor = first.output.splitlines()[-1]
    assert first.exit_code == 0
    assert RUN.invoke(app, ["audit", "verify", "--anchor", anchor]).exit_code == 0
    assert RUN.invoke(app, ["audit", "verify", "--anchor", "7" + anchor]).exit_code == 1
    assert "NUMBER:HASH" in RUN.invoke(app, ["audit", "verify", "--anchor", "nonsense"]).output


def test_verify_fails_after_tampering(loaded: Path) -> None:
    """Exit status 1, and which entry."""
    with sqlite3.connect(loaded / "var/records.db") as database:
        database.execute("DROP TRIGGER audit_entries_stay_as_they_are")
        database.execute("UPDATE audit_entries SET detail = 'inserted 9'")
    done = RUN.invoke(app, ["audit", "verify"])
    assert done.exit_code == 1
    assert "entry 1" in done.output


def test_a_key_is_changed_from_the_command_line(loaded: Path) -> None:
    """A new key first, everything sealed anew, the old one left for hashes; members and audit are what they were."""
    file = loaded / "var/secret.key"
    old, new = file.read_text(), RUN.invoke(app, ["keys", "new"]).output.strip()
    assert decode_secret(new) != decode_secret(old)
    file.write_text(f"1:{new},0:{old}")
    done = RUN.invoke(app, ["keys", "rotate"])
    assert done.exit_code == 0, done.output
    assert "members 1" in done.output
    file.write_text(f"1:{new},hash:{old}")
    assert RUN.invoke(app, ["audit", "verify"]).exit_code == 0
    assert [entry["kind"] for entry in shown()] == ["import", "key-rotation"]
    again = RUN.invoke(app, ["members", "import", str(loaded / "members.csv")])
    assert "Tidak berubah │ 1" in again.output


def test_a_new_key_alone_is_refused(loaded: Path) -> None:
    """Without the old one for hashes nobody would be found any more."""
    new = RUN.invoke(app, ["keys", "new"]).output.strip()
    (loaded / "var/secret.key").write_text(f"1:{new}")
    done = RUN.invoke(app, ["audit", "verify"])
    assert done.exit_code == 1
    assert "hash:" in done.output
