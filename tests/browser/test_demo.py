"""The demo's page: fictional people, plainly marked, each with a phone and a conversation."""

from playwright.async_api import expect

from flows.effect import Say
from tests.browser.conftest import DESKTOP, PHONE, Site
from tests.browser.test_chat import bubbles, greeted, write
from tests.channels.web.served import PEOPLE

CONTRAST = """() => {
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const solid = (color) => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data; return [r, g, b, a / 255]; };
  const ground = (e) => { for (; e; e = e.parentElement) { const c = solid(getComputedStyle(e).backgroundColor);
    if (c[3] > 0.99) return c; } return [255, 255, 255, 1]; };
  const linear = (v) => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4;
  const light = ([r, g, b]) => { const f = [r, g, b].map(linear);
    return .2126 * f[0] + .7152 * f[1] + .0722 * f[2]; };
  const poor = [];
  for (const e of document.querySelectorAll('body *')) {
    const own = [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
    const box = e.getBoundingClientRect();
    if (!own || box.width < 2 || getComputedStyle(e).visibility === 'hidden') continue;
    const [a, b] = [light(solid(getComputedStyle(e).color)), light(ground(e))].sort((x, y) => y - x);
    const ratio = (a + .05) / (b + .05);
    if (ratio < 4.5) poor.push(`${e.className || e.tagName}: ${ratio.toFixed(2)}`);
  }
  return poor;
}"""


async def test_writing_from_somebodys_phone(demo: Site) -> None:
    """Given the panel, what is written comes from the phone of whoever is chosen, and conversations stay apart."""
    page = await demo.open(DESKTOP)
    await greeted(page)
    await expect(page.get_by_role("heading", name="Simulasi")).to_contain_text("data fiktif")
    await write(page, "siapa")
    await expect(bubbles(page, "bot").last).to_have_text(f"Nomor: {PEOPLE[0].phone}")
    await page.get_by_role("button", name="Bambang Pujianto").click()
    await expect(bubbles(page, "user")).to_have_count(0)
    await greeted(page)
    await write(page, "siapa")
    await expect(bubbles(page, "bot").last).to_have_text(f"Nomor: {PEOPLE[1].phone}")
    await page.get_by_role("button", name="Tanpa nomor").click()
    await greeted(page)
    await write(page, "siapa")
    await expect(bubbles(page, "bot").last).to_have_text("Nomor: None")
    await page.get_by_role("button", name="Siti Rahmawati").click()
    await expect(bubbles(page, "bot").last).to_have_text(f"Nomor: {PEOPLE[0].phone}")
    await expect(bubbles(page, "user")).to_have_text(["siapa"])


async def test_a_reload_stays_with_the_same_person(demo: Site) -> None:
    """Given a chosen person, a reload keeps the choice and their conversation."""
    page = await demo.open(DESKTOP)
    await page.get_by_role("button", name="Wayan Sudiarta").click()
    await greeted(page)
    await write(page, "halo")
    await expect(bubbles(page, "bot").last).to_have_text("Anda menulis: halo")
    await page.reload()
    await expect(bubbles(page, "user")).to_have_text(["halo"])
    await expect(page.get_by_role("button", name="Wayan Sudiarta")).to_have_attribute("aria-pressed", "true")


async def test_answers_go_to_the_right_person(demo: Site) -> None:
    """Given a switch in the middle, an answer for the one is not shown to the other."""
    page = await demo.open(DESKTOP)
    await greeted(page)
    sender = demo.bot.kept[0][0]
    await page.get_by_role("button", name="Bambang Pujianto").click()
    await greeted(page)
    assert demo.bot.channel is not None
    await demo.bot.channel.send(sender, Say("Hanya untuk Siti"), "late")
    await write(page, "halo")
    await expect(bubbles(page, "bot").last).to_have_text("Anda menulis: halo")
    await expect(page.get_by_text("Hanya untuk Siti")).to_have_count(0)


async def test_data_to_try_is_one_tap_away(demo: Site) -> None:
    """Given the chosen person's data, a tap puts it into the box."""
    page = await demo.open(DESKTOP)
    await greeted(page)
    await page.get_by_role("button", name="9901015708909901").click()
    await expect(page.get_by_label("Tulis pesan")).to_have_value("9901015708909901")
    await expect(page.get_by_label("Tulis pesan")).to_be_focused()


async def test_on_a_phone_the_panel_is_folded_away(demo: Site) -> None:
    """Given a narrow screen, a bar says that it is a simulation and as whom one writes, and unfolds."""
    page = await demo.open(PHONE, has_touch=True)
    await greeted(page)
    bar = page.locator("summary")
    await expect(bar).to_contain_text("Simulasi")
    await expect(bar).to_contain_text("Siti Rahmawati")
    await expect(page.get_by_role("button", name="Bambang Pujianto")).to_be_hidden()
    await bar.tap()
    await page.get_by_role("button", name="Bambang Pujianto").tap()
    await expect(page.get_by_role("button", name="Bambang Pujianto")).to_be_hidden()
    await expect(bar).to_contain_text("Bambang Pujianto")
    await greeted(page)
    await bar.tap()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("button", name="Wayan Sudiarta")).to_be_hidden()


async def test_colours_can_be_told_apart(demo: Site) -> None:
    """Given light and dark, every text has at least the contrast of WCAG AA (4.5 to 1)."""
    for scheme in ("light", "dark"):
        page = await demo.open(DESKTOP, color_scheme=scheme)
        await greeted(page)
        await write(page, "9901015708909901")
        await expect(page.get_by_role("button", name="Sembunyikan")).to_be_visible()
        await page.evaluate("document.getAnimations().forEach(animation => animation.finish())")
        assert await page.evaluate(CONTRAST) == [], scheme


async def test_outside_of_the_demo_there_is_no_panel(site: Site) -> None:
    """Given the real page, there is nobody to choose and nothing that says simulation."""
    page = await site.open(DESKTOP)
    await greeted(page)
    await expect(page.locator(".demo, .persona, .stamp")).to_have_count(0)
    await write(page, "siapa")
    await expect(bubbles(page, "bot").last).to_have_text("Nomor: None")
