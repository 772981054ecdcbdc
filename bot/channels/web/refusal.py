"""What the page is told when something cannot be taken: a status, a word for the program and a sentence for people."""

from collections.abc import Mapping

from starlette.responses import JSONResponse, Response


class Refusal(Exception):
    """A request that is answered with a clean 4xx."""

    def __init__(self, status: int, code: str, message: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.message = message
        self.headers = dict(headers or {})

    def response(self) -> Response:
        """The answer on the wire."""
        return JSONResponse({"error": self.code, "message": self.message}, self.status, self.headers)


def foreign_origin() -> Refusal:
    """Another site wrote in the user's name."""
    return Refusal(403, "origin", "Halaman lain tidak boleh mengirim pesan ke sini. Buka obrolan ini langsung, ya.")


def no_cookie() -> Refusal:
    """The browser has no conversation; the page fetches itself one."""
    return Refusal(401, "conversation", "Percakapan belum dibuka. Muat ulang halaman ini, ya.")


def no_persona() -> Refusal:
    """Somebody asks to write as another person."""
    return Refusal(403, "persona", "Menulis sebagai orang lain hanya ada di simulasi.")


def no_file() -> Refusal:
    """There is no such file (any more), or it is somebody else's."""
    return Refusal(404, "file", "Berkas ini sudah tidak ada. Tulis KIRIM DATA SAYA sekali lagi, ya.")


def no_such_file(why: str, largest: int) -> Refusal:
    """A file that is not taken; `why` as `bot.helpdesk.files.refusals` names it."""
    if why == "large":
        most = largest // (1024 * 1024)
        return Refusal(413, "large", f"Berkasnya terlalu besar, paling besar {most} MB. Kirim foto biasa, ya.")
    if why == "empty":
        return Refusal(400, "empty", "Berkas itu kosong. Pilih yang lain, ya.")
    return Refusal(415, "type", "Yang bisa dikirim foto (JPG, PNG, WebP) atau PDF. Kirim dalam bentuk itu, ya.")


def no_uploads() -> Refusal:
    """The operator takes no files."""
    return Refusal(404, "uploads", "Di sini berkas tidak bisa dikirim. Tulis saja, ya.")


def no_room(*, own: bool) -> Refusal:
    """Too many uploads wait to be fetched: this conversation's, or everybody's."""
    if own:
        return Refusal(429, "room", "Sudah banyak berkas yang dikirim. Coba lagi nanti, ya.", {"Retry-After": "600"})
    return Refusal(503, "room", "Sedang banyak kiriman berkas. Coba lagi nanti, ya.", {"Retry-After": "60"})


def too_slow() -> Refusal:
    """The body did not come in time."""
    return Refusal(408, "slow", "Kiriman berkas terputus. Coba lagi, ya.")


def not_json() -> Refusal:
    """The body says that it is something else."""
    return Refusal(415, "type", "Kiriman ini tidak bisa dibaca. Gunakan kotak pesan di halaman, ya.")


def malformed() -> Refusal:
    """The body is not what the page sends."""
    return Refusal(400, "malformed", "Kiriman ini tidak bisa dibaca. Muat ulang halaman, lalu coba lagi, ya.")


def empty() -> Refusal:
    """Nothing visible was written."""
    return Refusal(400, "empty", "Pesannya kosong. Tulis sesuatu dulu, ya.")


def too_long(limit: int) -> Refusal:
    """More text than a message may have."""
    return Refusal(413, "long", f"Pesannya terlalu panjang. Paling banyak {limit} huruf, ya. Coba dipecah.")


def too_fast(seconds: int) -> Refusal:
    """More messages than a person writes."""
    return Refusal(429, "fast", "Pelan-pelan, ya. Pesannya terlalu cepat.", {"Retry-After": str(seconds)})


def too_many_pages() -> Refusal:
    """More open pages than this process serves."""
    return Refusal(503, "full", "Sedang ramai. Kami coba sambungkan lagi sebentar lagi.", {"Retry-After": "10"})
