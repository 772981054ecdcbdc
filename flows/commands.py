"""The words that work everywhere, and what they do."""

from collections.abc import Callable, Iterator

from rapidfuzz import fuzz, process

from flows import engine, wishes
from flows.flow import Ask, State, Wait
from flows.following import settle
from flows.offices import call_centre, email
from flows.reading.words import COURTESY, tokens
from flows.regional_commands import MISSPELT, REGIONAL
from flows.texts import LOCALES
from flows.turn import ANSWERED, KPJ_MESSAGE, Turn

WORDS: dict[str, tuple[str, ...]] = {
    "nav.menu": ("menu", "menu utama", "ke menu", "kembali ke menu", "balik ke menu", "menu awal", "main menu",
                 "home", "beranda", "daftar menu", "lihat menu"),
    "nav.cancel": ("batal", "batalkan", "batalin", "gak jadi", "ga jadi", "gajadi", "nggak jadi", "tidak jadi",
                   "ndak jadi", "cancel", "udahan", "batal aja", "ora sido", "teu jadi"),
    "nav.back": ("kembali", "balik", "back", "mundur", "sebelumnya", "kembali ke sebelumnya", "balik lagi",
                 "langkah sebelumnya"),
    "nav.repeat": ("ulangi", "ulang", "ulangi lagi", "repeat", "apa tadi", "tadi apa", "ulangin", "ulang lagi",
                   "langkah berapa ini", "langkah ke berapa", "ini langkah berapa", "sampai mana", "tadi sampai mana"),
    "nav.help": ("bantuan", "help", "tolong", "bantu", "bingung", "gak ngerti", "ga ngerti", "nggak ngerti",
                 "tidak mengerti", "tidak paham", "gak paham", "ga paham", "kurang paham", "caranya gimana",
                 "gimana caranya", "maksudnya", "maksudnya apa", "apa maksudnya", "tulung", "bantosan",
                 "tolong kak", "tolong min", "tolong dong", "tolong dong kak", "tolong ya kak", "tolong bantu",
                 "i need help", "kalau gak mau gimana", "kalau tidak mau gimana", "kalau ga mau gimana",
                 "kalau gak setuju gimana", "kalau tidak setuju gimana", "kalau tidak setuju bagaimana",
                 "what if i don't agree"),
    "nav.agent": ("petugas", "agen", "agent", "admin", "cs", "customer service", "operator", "orang", "manusia",
                  "bicara dengan petugas", "ngomong sama orang", "mau ngomong sama orang", "hubungi petugas",
                  "minta petugas", "mau bicara dengan petugas", "sambungkan ke petugas", "human", "human agent",
                  "talk to a human", "talk to an agent", "mau sama orang", "ada orangnya", "chat admin",
                  "hubungkan ke petugas", "panggil petugas", "mau bicara sama petugas", "mau ngobrol sama petugas"),
    "agent.request": ("tinggalkan pesan", "titip pesan", "kirim pesan ke petugas", "mau titip pesan", "leave a message",
                      "tulis pesan ke petugas", "minta dihubungi petugas"),
    "faq.not_that": ("bukan itu", "bukan itu maksudnya", "bukan itu maksud saya", "maksud saya bukan itu",
                     "maksudnya bukan itu", "bukan itu yang saya tanya", "bukan yang itu", "not that",
                     "that is not what i meant", "not what i asked", "dudu kuwi", "sanes eta"),
    "menu.language": ("bahasa", "language", "ganti bahasa", "ubah bahasa", "pilih bahasa", "change language",
                      "bahasa lain"),
    "lang.en": ("english", "in english", "english please", "bahasa inggris", "speak english", "pakai bahasa inggris"),
    "lang.id": ("indonesia", "bahasa indonesia", "indonesian", "pakai bahasa indonesia"),
    "nav.stop": ("berhenti", "stop", "jangan chat lagi", "jangan chat saya lagi", "jangan hubungi saya lagi",
                 "stop dulu", "berhenti dulu", "unsubscribe", "keluar", "quit", "exit", "selesai",
                 "akhiri", "sudah cukup", "cukup"),
    "privacy.delete": ("hapus data saya", "hapus data", "hapus semua data", "hapus semua data saya", "delete my data",
                       "hapus dataku", "hapus data ku", "hapus data gue", "hapus data aku", "hapus dong data saya",
                       "tolong hapus data saya", "saya mau hapus data", "hapus riwayat", "delete data"),
    "menu.privacy": ("data saya apa saja yang disimpan", "data apa saja yang disimpan", "apa saja data saya",
                     "data apa yang disimpan", "data apa yang kalian simpan", "lihat data saya", "data pribadi saya",
                     "data saya apa saja", "datanya disimpan gak", "apakah data saya disimpan", "privasi", "privacy",
                     "cek data saya yang disimpan", "data saya disimpan di mana", "my data", "show my data",
                     "what data do you keep", "what do you know about me", "my personal data"),
    "privacy.export": ("unduh data saya", "download data saya", "kirim data saya", "salinan data saya",
                       "ekspor data saya", "minta data saya", "minta salinan data saya", "export my data",
                       "download my data", "send me my data",
                       "send my data"),
    "privacy.correct": ("perbaiki data saya", "data saya yang disimpan salah", "betulkan data saya",
                        "koreksi data saya", "correct my data"),
    "privacy.withdraw": ("cabut izin", "cabut izin saya", "cabut persetujuan", "tarik izin", "batalkan izin",
                         "saya cabut izin", "tarik persetujuan", "izin dicabut", "gak setuju lagi",
                         "saya tidak setuju lagi", "withdraw consent", "withdraw my consent", "revoke consent"),
    "recovery.hide": ("sembunyikan", "sembunyikan nomor", "sembunyikan nomornya", "sembunyiin", "tutup nomor",
                      "tarik nomornya", "hide", "hide it", "hide the number"),
}  # fmt: skip

BY_WORD = {
    " ".join(tokens(word)): command
    for table in (MISSPELT, REGIONAL, WORDS)
    for command, words in table.items()
    for word in words
}
OF_COMMANDS = frozenset(word for command in BY_WORD for word in command.split())
BY_LETTERS = {"".join(sorted(word)): command for word, command in BY_WORD.items() if " " not in word}
LONGEST_COMMAND, LONGEST_TYPO, SURE = 8, 24, 82
WHILE_WAITING = {"nav.menu", "nav.cancel", "nav.stop", "privacy.delete"}
STILL_CHECKING = 3


def find_command(words: list[str]) -> str | None:
    """The command that these words are, friendly words around it aside."""
    said = words[:-1] if words[-1:] == ["?"] else words
    found = BY_WORD.get(" ".join(said))
    if found is None and len(said) <= LONGEST_COMMAND:
        firm = [word for word in said if word not in COURTESY]
        if OF_COMMANDS.issuperset(firm):
            found = BY_WORD.get(" ".join(firm)) or _among_courtesy(said)
    return found


def _among_courtesy(said: list[str]) -> str | None:
    """The command that stays when friendly words are taken from the ends only: it may hold some itself."""
    firm = [at for at, word in enumerate(said) if word not in COURTESY]
    if not firm:
        return None
    ways = (
        BY_WORD.get(" ".join(said[first:last]))
        for first in range(firm[0] + 1)
        for last in range(len(said), firm[-1], -1)
    )
    return next((command for command in ways if command), None)


def nearly_command(words: list[str]) -> str | None:
    """The command that was most likely meant by a misspelt word; None if that is doubtful."""
    said = " ".join(word for word in words if word not in COURTESY)
    if not 4 <= len(said) <= LONGEST_TYPO:
        return None
    swapped = BY_LETTERS.get("".join(sorted(said)))
    if swapped is not None:
        return swapped
    best = process.extractOne(said, BY_WORD.keys(), scorer=fuzz.ratio, score_cutoff=SURE)
    return BY_WORD[best[0]] if best else None


def obey(turn: Turn, command: str) -> bool:
    """Carry out a command; False if this is none."""
    act = ACTS.get(command)
    if act is None:
        return False
    if isinstance(turn.here, Wait) and command not in WHILE_WAITING:
        _while_waiting(turn, command)
    else:
        act(turn)
    return True


def still_checking(turn: Turn, *before: str) -> None:
    """Ask for patience, in other words each time."""
    number = turn.frame.tries % STILL_CHECKING + 1
    turn.frame.tries += 1
    turn.leads += [*before, turn.text(f"still-checking-{number}")]
    turn.flush()


def _while_waiting(turn: Turn, command: str) -> None:
    if command == "nav.agent":
        still_checking(turn, ways_to_people(turn))
    elif command in LOCALES_BY_COMMAND:
        turn.locale = LOCALES_BY_COMMAND[command]
        still_checking(turn, turn.text("language-changed"))
    else:
        still_checking(turn)


def ways_to_people(turn: Turn) -> str:
    """How a person can be reached: the operator's own people first, then the official channels that are set."""
    lines = [turn.text("agent")]
    if turn.settings.operator.contact:
        lines.append(turn.text("way-operator"))
    lines += [call_centre(turn, "way-call", "way-call-hours"), email(turn), turn.text("way-branch")]
    return "\n".join(line for line in lines if line)


def people(turn: Turn) -> tuple[str, ...]:
    """The option that leads to people: a request where the operator takes them, else the ways to reach somebody."""
    return ("agent.request",) if turn.settings.operator.takes_requests else ("nav.agent",)


def _menu(turn: Turn) -> None:
    engine.go_home(turn)


def open_states(turn: Turn) -> Iterator[State]:
    """The states of all flows that are open."""
    return (turn.flows[frame.flow].states[frame.state] for frame in turn.frames)


def _cancel(turn: Turn) -> None:
    if len(turn.frames) > 1:
        told = any(isinstance(state, Ask) and state.personal for state in open_states(turn))
        turn.lead("cancelled" if told else "cancelled-plain")
    engine.go_home(turn)


def _back(turn: Turn) -> None:
    if not engine.pull(turn, "back"):
        if len(turn.frames) == 1:
            turn.lead("nothing-before")
        engine.go_home(turn)


def _repeat(turn: Turn) -> None:
    turn.ask()


def _help(turn: Turn) -> None:
    turn.lead(f"{turn.frame.flow}-{turn.frame.state}-help")
    turn.ask_again()


def _agent(turn: Turn) -> None:
    turn.leads.append(ways_to_people(turn))
    if turn.settings.operator.takes_requests and "menu.agent" not in turn.options() and turn.floor is None:
        turn.extras = ("agent.request",)
    turn.ask_again()


def _request(turn: Turn) -> None:
    if not turn.settings.operator.takes_requests:
        _agent(turn)
    elif turn.here.name == "main" and len(turn.frames) == 1:
        wishes.take_up(turn, wishes.WISHES["request"])
    else:
        engine.overlay(turn, "request")


def _not_that(turn: Turn) -> None:
    """The answer was not the one that was wanted."""
    if not engine.pick(turn, "faq.not_that"):
        engine.overlay(turn, "questions", "not_that", {"topic": turn.notes.get(ANSWERED)})


def _language(turn: Turn) -> None:
    engine.overlay(turn, "language")


def _speak(locale: str) -> Callable[[Turn], None]:
    def act(turn: Turn) -> None:
        turn.locale = locale
        turn.lead("language-changed")
        if not (turn.frame.flow == "language" and engine.pull(turn, "chosen")):
            turn.ask()

    return act


def _stop(turn: Turn) -> None:
    """Everything ends, the proof too: the phone may go to other hands."""
    engine.leave_all(turn)
    turn.evidence = ()
    settle(turn)
    turn.offer(turn.text("stopped"), ("nav.menu", "privacy.delete"))


def _my_data(trigger: str) -> Callable[[Turn], None]:
    def act(turn: Turn) -> None:
        engine.overlay(turn, "my_data", trigger)

    return act


def _delete(turn: Turn) -> None:
    if isinstance(turn.here, Wait):
        engine.leave_all(turn)
    engine.overlay(turn, "forgetting")


def _hide(turn: Turn) -> None:
    """The number that was sent is taken back, wherever the user is by now."""
    if engine.pick(turn, "recovery.hide"):
        return
    if not turn.abilities.delete_own_messages:
        turn.lead("cannot-hide")
    elif f"sent-{KPJ_MESSAGE}" in turn.notes:
        turn.take_back(KPJ_MESSAGE)
        turn.lead("recovery-hidden")
    else:
        turn.lead("nothing-to-hide")
    turn.ask_again()


LOCALES_BY_COMMAND = {f"lang.{locale}": locale for locale in LOCALES}
ACTS: dict[str, Callable[[Turn], None]] = {
    "nav.menu": _menu,
    "nav.cancel": _cancel,
    "nav.back": _back,
    "nav.repeat": _repeat,
    "nav.help": _help,
    "nav.agent": _agent,
    "menu.language": _language,
    **{command: _speak(locale) for command, locale in LOCALES_BY_COMMAND.items()},
    "nav.stop": _stop,
    "menu.privacy": _my_data("show"),
    "privacy.export": _my_data("export"),
    "privacy.correct": _my_data("correct"),
    "privacy.withdraw": _my_data("withdraw"),
    "privacy.delete": _delete,
    "recovery.hide": _hide,
    "pause.restart": _menu,
    "leaving.menu": _menu,
    "leaving.leave": wishes.leave,
    "agent.request": _request,
    "faq.not_that": _not_that,
}
