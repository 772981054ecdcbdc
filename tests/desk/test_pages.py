"""What holds for every template, text and file of the desk."""

import re
from pathlib import Path
from typing import Any

import pytest
from fluent.syntax import FluentParser, ast
from jinja2 import UndefinedError
from starlette.applications import Starlette

from bot.desk.templating import Files, Pages
from bot.desk.texts import DeskTexts, NoSuchText, best_locale
from flows.texts import arguments
from tests.desk.entering import Browser

DESK = Path(__file__).parents[2] / "bot" / "desk"
TEMPLATES = sorted((DESK / "templates").rglob("*.html"))
_INLINE = re.compile(
    r"<script(?![^>]*\ssrc=)|<style|\sstyle\s*=|\son[a-z]+\s*=\s*[\"'{]|\shx-on|javascript:|\|\s*safe\b|autoescape",
    re.IGNORECASE,
)
_KEYS = re.compile(r"""\bt\(\s*["']([a-z][a-z0-9-]*)["']\s*[,)]""")


def keys(locale: str) -> dict[str, set[str]]:
    """Every text of a locale, with its variables."""
    found: dict[str, set[str]] = {}
    for path in sorted((DESK / "locales" / locale).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, ast.Junk), f"{path.name}: {entry.content}"
            if isinstance(entry, ast.Message):
                assert entry.id.name not in found, f"{entry.id.name} stands twice"
                found[entry.id.name] = set(arguments(entry))
    return found


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(DESK / "templates").as_posix())
def test_no_template_has_inline_script_or_style(path: Path) -> None:
    """Given a template, the policy runs all of it, and nothing in it goes out unescaped."""
    assert _INLINE.findall(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(DESK / "templates").as_posix())
def test_every_form_that_is_posted_carries_the_token(path: Path) -> None:
    """Given a form that changes something, its token is in it."""
    forms = re.findall(r"<form\b.*?</form>", path.read_text(encoding="utf-8"), re.DOTALL)
    assert [form for form in forms if 'method="post"' in form and "token_field()" not in form] == []


def test_templates_name_texts_that_are_there() -> None:
    """Given the texts that templates name, all are there."""
    named = {key for path in TEMPLATES for key in _KEYS.findall(path.read_text(encoding="utf-8"))}
    assert named - set(keys("id")) == set()


def test_both_languages_have_the_same_texts_and_variables() -> None:
    """Given Indonesian and English, neither lacks a text or a variable."""
    assert keys("id") == keys("en")


def test_a_text_that_is_missing_is_a_mistake() -> None:
    """Given a key that nobody wrote, or a variable that is not given, it is told and not shown."""
    texts = DeskTexts()
    with pytest.raises(NoSuchText):
        texts.say("en", "nobody-wrote-this")
    with pytest.raises(NoSuchText):
        texts.say("en", "login-locked")
    assert texts.say("xx", "login-go") == texts.say("id", "login-go")


@pytest.mark.parametrize(
    ("accepted", "locale"),
    [
        ("", "id"),
        ("en", "en"),
        ("en-US,en;q=0.9,id;q=0.8", "en"),
        ("id-ID,id;q=0.9,en;q=0.8", "id"),
        ("in,en", "id"),
        ("en;q=0.1,id;q=0.2", "id"),
        ("de,fr", "id"),
        ("*;q=x,,;", "id"),
    ],
)
def test_the_language_that_a_browser_prefers(accepted: str, locale: str) -> None:
    """Given what a browser says, the best of ours is taken."""
    assert best_locale(accepted) == locale


def test_what_goes_into_a_page_is_escaped_and_nothing_may_be_missing() -> None:
    """Given markup as a value it is text, and a value that is not given is a mistake."""
    pages = Pages("<b>Koperasi</b>")
    given: dict[str, Any] = {"locale": "id", "who": None, "token": "", "links": [], "here": "", "why": "role"}
    assert "&lt;b&gt;Koperasi" in pages.text("account/denied.html", **given)
    with pytest.raises(UndefinedError):
        pages.text("account/people.html", **given)


async def test_files_are_kept_for_ever_under_the_name_of_their_contents(app: Starlette) -> None:
    """Given a file's address, a browser may keep it; with another version, or another name, there is nothing."""
    browser, address = Browser(app), Files().address("desk.css")
    found = await browser.get(address)
    assert (found.status_code, found.headers["content-type"]) == (200, "text/css; charset=utf-8")
    assert found.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert "set-cookie" not in found.headers
    assert (await browser.get(address.replace("desk.css", "%2e%2e%2fbase.html"))).status_code == 404
    assert (await browser.get("/desk/static/0/desk.css")).status_code == 404
    with pytest.raises(KeyError):
        Files().address("nothing.css")
