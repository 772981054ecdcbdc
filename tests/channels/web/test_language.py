"""The page speaks the language of the conversation."""

import re
from importlib.resources import files

import pytest

from bot.channels.web.page import PACKAGE, Assets, spoken
from bot.words import LOCALES, Locale, all_of
from tests.channels.web.served import Bot
from tests.channels.web.visitor import Visitor, message_id

SOURCES = files(PACKAGE)
PAGES = [SOURCES.joinpath(name).read_text("utf-8") for name in ("page.html", "personas.html")]
REFUSALS = SOURCES.joinpath("refusal.py").read_text("utf-8")
SCRIPTS = [one.read_text("utf-8") for one in SOURCES.joinpath("static").iterdir() if one.name.endswith(".js")]


@pytest.mark.parametrize(("locale", "words"), [("id", "Tulis pesan"), ("en", "Write a message"), ("su", "Tulis pesan")])
async def test_a_page_that_comes_back_speaks_as_the_conversation(
    visitor: Visitor, bot: Bot, locale: str, words: str
) -> None:
    """Given a conversation in a language, the page is in it, or in Indonesian where it does not know that one."""
    bot.locale = locale
    page = (await visitor.visit()).text
    assert words in page
    assert f'lang="{"en" if locale == "en" else "id"}"' in page


async def test_a_page_is_shown_while_nobody_knows_the_language(visitor: Visitor, bot: Bot) -> None:
    """Given that Redis is away, the page comes all the same."""
    bot.locale, bot.away = "en", True
    page = await visitor.visit()
    assert (page.status_code, "Tulis pesan" in page.text) == (200, True)


async def test_the_page_is_told_before_the_first_words_of_another_language(visitor: Visitor, bot: Bot) -> None:
    """Given somebody who changes the language, the page hears of it once, and before the answer."""
    async with visitor.listening() as page:
        assert (await page.until("ready"))[0] == ("begin", {"fresh": True, "locale": "id"})
        bot.locale, bot.answers = "en", True
        await visitor.write("english please", 1)
        events = await page.until("said", lambda data: data["author"] == "bot")
        assert [(name, data) for name, data in events if name == "language"] == [("language", {"locale": "en"})]
        await visitor.write("thanks", 2)
        later = await page.until("said", lambda data: data["author"] == "bot")
        assert "language" not in [name for name, _ in later]


@pytest.mark.parametrize(
    ("says", "words"),
    [("en", "The message is empty."), ("en-GB,en;q=0.9", "The message is empty."), ("id", "Pesannya kosong."),
     ("", "Pesannya kosong."), ("*", "Pesannya kosong."), ("de, en", "Pesannya kosong.")],
)  # fmt: skip
async def test_a_refusal_is_in_the_language_of_the_page(visitor: Visitor, says: str, words: str) -> None:
    """Given what the page says of itself, or a browser, the reason can be read."""
    refused = await visitor.post({"id": message_id(1), "text": " "}, **{"Accept-Language": says})
    assert words in refused.json()["message"]


def test_which_language_is_spoken() -> None:
    """English to who speaks it, Indonesian to everybody else."""
    assert [spoken(one) for one in ("en", "EN", "en-US", "id", "jv", "su", "", None)] == ["en"] * 3 + ["id"] * 5


@pytest.mark.parametrize("locale", LOCALES)
def test_everything_that_is_said_is_there_and_nothing_else(locale: Locale) -> None:
    """Given all keys, none is left over, and what pages, scripts and refusals say is written."""
    words = all_of(PACKAGE, locale)
    labels = " ".join(re.findall(r'data-say="([^"]*)"', "".join(PAGES))).split()
    on_pages = {label.partition(":")[2] for label in labels} | {"needs-javascript"}
    in_scripts = set(re.findall(r'[(?:] ?"([a-z-]+)"|, "([a-z-]+)"', "".join(SCRIPTS)))
    refusals = {f"refused-{key}" for key in re.findall(r'"([a-z-]+)"', REFUSALS)}
    quoted = {key for pair in in_scripts for key in pair} | refusals
    assert on_pages <= set(words)
    assert set(re.findall(r'say\("([a-z-]+)"', "".join(SCRIPTS))) <= set(words)
    assert set(words) - on_pages - quoted == {"no-phone"}  # said by the page's own program


def test_the_words_are_a_script_that_is_never_out_of_date() -> None:
    """Given the page's files, the words are among them, under the version of all of them."""
    assets = Assets()
    script = assets.get(assets.version, "words.js")
    assert script is not None
    assert script.body.startswith(b'export default {"id":{')
    assert script.media_type == "text/javascript"
