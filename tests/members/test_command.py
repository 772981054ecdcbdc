"""`temankpj members import`: what the operator sees, and the exit code."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli.members import app
from tests.members.files import numbered, read_report, siti, write_csv, write_xlsx


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder with a data folder in it, and nothing set in the environment."""
    monkeypatch.chdir(tmp_path)
    for name in ("DATABASE_URL", "REDIS_URL", "TEMANKPJ_SECRET_KEY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TEMANKPJ__DATA_DIR", str(tmp_path / "var"))
    monkeypatch.setenv("COLUMNS", "200")
    return tmp_path


def command(*words: object) -> Result:
    """Run the command; a traceback fails the test."""
    result = CliRunner().invoke(app, ["import", *map(str, words)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    return result


@pytest.mark.parametrize("name", ["m.csv", "m.xlsx"])
def test_a_file_is_loaded_and_the_result_told(folder: Path, name: str) -> None:
    """The second time nothing changes; one key in the data folder seals both."""
    path = (write_csv if name == "m.csv" else write_xlsx)(folder / name, [siti(), numbered(1)])
    first, again = command(path), command(path)
    assert (first.exit_code, again.exit_code) == (0, 0)
    assert "Ditambahkan │ 2" in " ".join(first.output.split())
    assert "Tidak berubah │ 2" in " ".join(again.output.split())


def test_rejected_rows_are_told_and_listed(folder: Path) -> None:
    """The file counts as loaded; what is left out stands in a report beside it, and no cell is repeated."""
    result = command(write_csv(folder / "m.csv", [siti(), numbered(1, birth_date="rahasia")]))
    assert result.exit_code == 0
    assert "hanya baris yang ditolak tidak ikut" in result.output
    assert "m.laporan.csv" in result.output
    assert "rahasia" not in result.output
    assert [line["baris"] for line in read_report(folder / "m.laporan.csv")] == ["3"]


def test_a_file_without_one_usable_row_fails(folder: Path) -> None:
    """Nothing could be loaded, so the exit code says so."""
    result = command(write_csv(folder / "m.csv", [siti(nik="1")]), "--report", folder / "why.csv")
    assert result.exit_code == 1
    assert "Tidak ada baris yang dapat dimuat" in result.output
    assert (folder / "why.csv").exists()


def test_a_dry_run_loads_nothing(folder: Path) -> None:
    """It says so, and the import after it inserts."""
    path = write_csv(folder / "m.csv", [siti()])
    assert "tidak ada yang disimpan" in command(path, "--dry-run").output
    assert "Ditambahkan │ 1" in " ".join(command(path).output.split())


def test_a_mapping_file_is_used(folder: Path) -> None:
    """Headers that cannot be guessed."""
    (folder / "map.yaml").write_text("kpj: Kode\n")
    path = write_csv(
        folder / "m.csv",
        [["1" * 11, "9901014107909901", "Siti", "1990-07-01"]],
        header=["Kode", "NIK", "Nama", "Tgl Lahir"],
    )
    assert command(path).exit_code == 1
    assert command(path, "--mapping", folder / "map.yaml").exit_code == 0


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["missing.csv"], "missing.csv"),
        (["m.csv", "--mapping", "missing.yaml"], "missing.yaml"),
        (["m.csv", "--config", "missing-config.yaml"], "missing-config.yaml"),
        (["m.csv", "--report", "no/folder.csv"], "Laporan"),
    ],
)
def test_a_mistake_is_told_in_one_sentence(folder: Path, words: list[str], says: str) -> None:
    """Exit code 1 and no traceback."""
    write_csv(folder / "m.csv", [siti()])
    result = command(*words)
    assert result.exit_code == 1
    assert says in result.stderr
    assert len(result.stderr.strip().splitlines()) <= 2


def test_an_outside_directory_is_not_loaded_into(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Members of an institution's own service are not kept here."""
    monkeypatch.setenv("TEMANKPJ__MEMBERS__SOURCE", "http")
    result = command(write_csv(folder / "m.csv", [siti()]))
    assert result.exit_code == 1
    assert "members.source" in result.stderr
