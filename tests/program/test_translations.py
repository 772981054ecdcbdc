"""Texts for translators and back: nothing is lost on the way, and mistakes change nothing."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli.main import app
from bot.translations import LONGEST_LABEL, NoSuchLanguage, export, look, save, units
from flows.texts import DEFAULT, LOCALES, ftl_sources, missing

RUNNER = CliRunner()
ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """What a translator gets."""
    export(tmp_path / "texts")
    return tmp_path / "texts"


def test_what_is_exported_can_be_imported_as_it_is(folder: Path) -> None:
    """Every text of every language comes back under its key; the source comes back letter by letter."""
    found = look(folder)
    assert found.mistakes == ()
    assert {locale for locale, _ in found.files} == set(LOCALES)
    for (locale, file), text in found.files.items():
        before = {unit.key: unit.text for unit in units(ftl_sources(locale).get(file, "")) if unit.key}
        assert {unit.key: unit.text for unit in units(text) if unit.key} == before, f"{locale}/{file}"
        if locale == DEFAULT:
            assert text.split() == ftl_sources(DEFAULT)[file].split()


def test_a_second_round_changes_nothing(folder: Path, tmp_path: Path) -> None:
    """After one import the files stand as they are: the order of keys, comments and blank lines stay."""
    first = look(folder)
    kept = tmp_path / "kept"
    shutil.copytree(ROOT / "flows" / "locales", kept)
    save(first, kept)
    assert {(path.parent.name, path.name) for path in kept.glob("*/*.ftl")} == set(first.files)
    for (locale, file), text in first.files.items():
        assert (kept / locale / file).read_text(encoding="utf-8") == text
        assert [unit.text for unit in units(text)] == [unit.text for unit in units(text.replace("\n\n\n", "\n\n"))]


def test_what_is_missing_is_marked_in_its_place(folder: Path) -> None:
    """A language that lacks a text has the Indonesian one as a comment, once, where the text belongs."""
    for locale in LOCALES:
        whole = "\n".join(path.read_text(encoding="utf-8") for path in (folder / locale).glob("*.ftl"))
        assert [line for line in whole.split("\n") if line.startswith("# BELUM: ")] != [] or not missing(locale)
        for key in missing(locale):
            assert whole.count(f"# BELUM: {key} =") == 1


def test_a_translated_text_takes_the_place_of_its_mark(folder: Path) -> None:
    """Whether the mark was left or not, the text is taken over and the mark is gone."""
    path = folder / "jv" / "data.ftl"
    key = missing("jv")[0]
    file = next(name for name, source in ftl_sources(DEFAULT).items() if f"\n{key} =" in source)
    path = folder / "jv" / file
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(f"# BELUM: {key} =", f"{key} = Sampun dipertal\n# BELUM: {key} ="), encoding="utf-8")
    found = look(folder)
    assert found.mistakes == ()
    assert f"{key} = Sampun dipertal\n" in found.files["jv", file]
    assert f"BELUM: {key}" not in found.files["jv", file]
    assert found.missing["jv"] == len(missing("jv")) - 1


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("menu.ftl", "menu-main = ", "menu-main ", "menu.ftl:1: cannot be read"),
        ("menu.ftl", "menu-main = ", "menu-mian = ", "menu-mian is no key"),
        ("recovery.ftl", "{ $count }", "{ $conut }", "recovery-several uses { $conut }, which it is not given"),
        ("recovery.ftl", "{ $count }", "sawetawis", "recovery-several leaves out { $count }"),
        ("guide.ftl", "{ guide-trouble-help }", "{ guide-truble-help }", "says guide-truble-help, which nobody has"),
        ("menu.ftl", "choice-nav-back = Wangsul", "choice-nav-back = Wangsul teng pitakenan sakderenge", "at most 24"),
        ("menu.ftl", "menu-main = ", "menu-main = Dua kali\nmenu-main = ", "menu-main stands already in jv/menu.ftl:1"),
        ("menu.ftl", "menu-main = ", "sorry = Nyuwun ngapunten\nmenu-main = ", "sorry belongs into general.ftl"),
    ],
)
def test_a_mistake_is_told_in_one_line(folder: Path, file: str, old: str, new: str, told: str) -> None:
    """Syntax, keys, arguments, references and lengths of labels: file, line and what is wrong with it."""
    path = folder / "jv" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    mistakes = look(folder).mistakes
    assert [line for line in mistakes if told in line and line.startswith("jv/")]
    assert all("\n" not in line for line in mistakes)
    with pytest.raises(ValueError, match="jv/"):
        save(look(folder), folder)


def test_a_label_may_be_as_long_as_every_channel_shows(folder: Path) -> None:
    """The limit itself is allowed."""
    path = folder / "jv" / "menu.ftl"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("choice-nav-back = Wangsul", f"choice-nav-back = {'W' * LONGEST_LABEL}"))
    assert look(folder).mistakes == ()


def test_a_text_of_the_source_cannot_be_taken_out(folder: Path) -> None:
    """All other languages fall back to it."""
    path = folder / DEFAULT / "menu.ftl"
    path.write_text(path.read_text(encoding="utf-8").replace("menu-main-help = ", "# menu-main-help = ", 1))
    assert any("1 texts were taken out" in line for line in look(folder).mistakes)


def test_strange_folders_are_refused(folder: Path, tmp_path: Path) -> None:
    """A language or a file that does not exist, and a folder without files."""
    (folder / "fr").mkdir()
    shutil.copy(folder / "en" / "menu.ftl", folder / "fr")
    shutil.copy(folder / "en" / "menu.ftl", folder / "en" / "more.ftl")
    mistakes = look(folder).mistakes
    assert any(line.startswith("fr/: there is no such language") for line in mistakes)
    assert any(line.startswith("en/more.ftl: there is no such file") for line in mistakes)
    assert len(look(tmp_path / "nothing").mistakes) == 1
    with pytest.raises(NoSuchLanguage):
        export(tmp_path, "fr")


def test_one_language_is_exported_beside_its_source(tmp_path: Path) -> None:
    """A translator of one language gets that one and Indonesian."""
    done = RUNNER.invoke(app, ["texts", "export", str(tmp_path), "--locale", "su"])
    assert done.exit_code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["id", "su"]
    assert RUNNER.invoke(app, ["texts", "export", str(tmp_path), "--locale", "xx"]).exit_code == 1


def test_the_command_changes_nothing_if_anything_is_wrong(folder: Path, tmp_path: Path) -> None:
    """A copy of the program imports a good change; a bad one beside it leaves every file as it was."""
    program = tmp_path / "program"
    for package in ("flows", "bot", "storage"):
        shutil.copytree(ROOT / package, program / package, ignore=shutil.ignore_patterns("__pycache__"))
    menu, general = folder / "jv" / "menu.ftl", folder / "jv" / "general.ftl"
    menu.write_text(menu.read_text(encoding="utf-8").replace("menu-main = ", "menu-main = Enggal. "), encoding="utf-8")
    good = general.read_text(encoding="utf-8")
    general.write_text(good.replace("go-on = ", "go-no = "), encoding="utf-8")
    before = (program / "flows/locales/jv/menu.ftl").read_text(encoding="utf-8")

    failed = run(program, "texts", "import", str(folder))
    assert failed.returncode == 1
    assert "go-no is no key of id/" in failed.stderr
    assert (program / "flows/locales/jv/menu.ftl").read_text(encoding="utf-8") == before

    general.write_text(good, encoding="utf-8")
    done = run(program, "texts", "import", str(folder))
    assert done.returncode == 0, done.stderr
    assert "texts are still said in Indonesian" in done.stdout
    assert "menu-main = Enggal. " in (program / "flows/locales/jv/menu.ftl").read_text(encoding="utf-8")


def run(program: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    """A command of the copy of the program in this folder."""
    code = "from bot.cli.main import main; main()"
    return subprocess.run(
        [sys.executable, "-c", code, *words], cwd=program, env={**os.environ, "PYTHONPATH": str(program)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
