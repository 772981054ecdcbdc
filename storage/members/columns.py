"""Which column of a members file is which: by our names, by what Indonesian offices call them, or by a mapping."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import yaml

REQUIRED = ("kpj", "nik", "name", "birth_date")
OPTIONAL = (
    "mother_name",
    "phone",
    "employer",
    "employer_npp",
    "segment",
    "status",
    "joined",
    "left",
    "registered_phone_confirmed",
)
COLUMNS = REQUIRED + OPTIONAL
TWICE = -1

# Compared without case, spaces and punctuation.
_NAMES = {
    "kpj": "kpj, no kpj, nomor kpj, nomor peserta, no peserta, nomor kepesertaan, nomor kartu, no kartu, "
    "nomor kartu peserta, no kartu peserta, nomor bpjs ketenagakerjaan, no bpjs ketenagakerjaan, no bpjstk, "
    "nomor jamsostek, no jamsostek",
    "nik": "nik, no nik, nomor nik, no ktp, nomor ktp, ktp, nik ktp, nik/no ktp, no identitas, nomor identitas, "
    "nomor induk kependudukan, no e-ktp, nomor e-ktp",
    "name": "name, nama, nama lengkap, nama peserta, nama tenaga kerja, nama tk, nama pekerja, nama karyawan, "
    "nama sesuai ktp, full name",
    "birth_date": "birth date, tgl lahir, tanggal lahir, date of birth, dob, tgl. lahir (hh-bb-tttt), "
    "tanggal lahir (dd-mm-yyyy), tgl lahir (dd-mm-yyyy)",
    "mother_name": "mother name, nama ibu kandung, nama ibu, ibu kandung, nama gadis ibu kandung",
    "phone": "phone, no hp, nomor hp, hp, handphone, no handphone, nomor handphone, telepon, no telepon, "
    "nomor telepon, no telp, telp, telepon seluler, no wa, nomor wa, nomor whatsapp, phone number, mobile",
    "employer": "employer, perusahaan, nama perusahaan, pemberi kerja, nama pemberi kerja, tempat kerja, instansi",
    "employer_npp": "employer npp, npp, no npp, nomor npp, npp perusahaan, nomor pendaftaran perusahaan, "
    "nomor pokok perusahaan",
    "segment": "segment, segmen, segmen kepesertaan, jenis kepesertaan, segmentasi",
    "status": "status, status kepesertaan, status peserta, status keaktifan, keaktifan",
    "joined": "joined, tgl kepesertaan, tanggal kepesertaan, tgl masuk, tanggal masuk, tgl aktif, tanggal aktif, "
    "tgl daftar, tanggal daftar, tmt, tmt kepesertaan, tanggal mulai",
    "left": "left, tgl non aktif, tanggal non aktif, tgl nonaktif, tanggal nonaktif, tgl keluar, tanggal keluar, "
    "tanggal berhenti, tgl berhenti",
    "registered_phone_confirmed": "registered phone confirmed, tgl konfirmasi hp, tanggal konfirmasi hp, "
    "tgl konfirmasi no hp, tanggal konfirmasi no hp, hp dikonfirmasi, no hp dikonfirmasi",
}


def _plain(header: object) -> str:
    return re.sub(r"[\W_]+", "", str(header or "").casefold())


_BY_NAME = {_plain(name): column for column, names in _NAMES.items() for name in names.split(", ")}


class WrongColumns(Exception):
    """The header, or the mapping for it, cannot be used; the text is one Indonesian sentence for the operator."""


def find_columns(cells: Sequence[object], mapping: Mapping[str, str]) -> dict[str, int]:
    """Where in this row of headers each of our columns stands; what `mapping` names goes before what we know.

    Some may be missing; where two headers claim one column its place is `TWICE`. See `require`.
    """
    mapped = {_plain(header): column for column, header in mapping.items()}
    found: dict[str, int] = {}
    for index, cell in enumerate(cells):
        name = _plain(cell)
        column = mapped.get(name) or _BY_NAME.get(name)
        if column is None or (column in mapping and name not in mapped):
            continue
        found[column] = TWICE if column in found else index
    return found


def require(found: Mapping[str, int], mapping: Mapping[str, str]) -> None:
    """Raise `WrongColumns` unless all required columns, and all that the mapping names, stand in one place each."""
    for column, index in found.items():
        if index == TWICE:
            raise WrongColumns(f"Dua kolom sama-sama terbaca sebagai {column}; pilih satu dengan --mapping.")
    lacking = [column for column in COLUMNS if column not in found and (column in REQUIRED or column in mapping)]
    if lacking:
        names = ", ".join(f"{column} ({mapping[column]!r})" if column in mapping else column for column in lacking)
        raise WrongColumns(f"Kolom berikut tidak ditemukan: {names}. Beri nama kolom sesuai itu, atau pakai --mapping.")


def read_mapping(path: Path) -> dict[str, str]:
    """Read a YAML file of lines ``our column: their header``; raise `WrongColumns`."""
    try:
        content = yaml.safe_load(path.read_text("utf-8-sig"))
    except OSError as error:
        raise WrongColumns(f"File mapping {path} tidak dapat dibuka: {error.strerror}.") from None
    except (yaml.YAMLError, UnicodeDecodeError):
        raise WrongColumns(f"File mapping {path} bukan YAML yang benar.") from None
    if not isinstance(content, dict) or not all(isinstance(header, str) for header in content.values()):
        raise WrongColumns(f'File mapping {path} harus berisi baris seperti  kpj: "Nomor Kartu".')
    unknown = sorted(str(column) for column in content if column not in COLUMNS)
    if unknown:
        raise WrongColumns(f"File mapping {path} menyebut kolom yang tidak dikenal: {', '.join(unknown)}.")
    return content
