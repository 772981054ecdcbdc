"""The fictional people of the demo. Their NIKs begin with 99, a province that does not exist."""

import csv
from importlib.resources import files

from bot.channels.web.persona import Persona
from flows.reading.phones import read_phone

NOTES = {
    "9971015708900001": "Satu nomor KPJ, masih aktif. Jalan terpendek: empat pesan.",
    "9971010203850002": "Tiga nomor KPJ dari tiga tempat kerja.",
    "9971014511880003": "Sudah berhenti bekerja: nomor tidak aktif.",
    "9971011201950004": "Nama di data disingkat (MOH.), di KTP ditulis Muhammad.",
    "9971012309790005": "Menulis dari nomor HP baru: yang terdaftar nomor lain.",
    "9971010107700006": "Tanggal di NIK berbeda dengan tanggal lahirnya. Nama satu kata.",
    "9971016804930007": "Tidak ada nomor HP di data.",
    "9971011910820008": "Pekerja mandiri (BPU).",
    "9971014112860009": "Pekerja migran (PMI).",
    "9971011505740010": "Pekerja proyek (Jakon), tidak aktif.",
    "9971015902580011": "Peserta lama, nomor diawali angka nol.",
    "9971010806000012": "Karyawan baru.",
}
WRITES_FROM = {"9971012309790005": "+628110000105", "9971016804930007": "+628110000107"}
"""Those whose phone is not the one on record."""


def members_csv() -> bytes:
    """The members file of the demo."""
    return (files("bot.demo") / "members.csv").read_bytes()


def personas() -> tuple[Persona, ...]:
    """Everybody in the members file once, with what to type as them."""
    people: dict[str, Persona] = {}
    for row in csv.DictReader(members_csv().decode().splitlines()):
        nik = row["nik"]
        if nik not in people:
            phone = read_phone(WRITES_FROM.get(nik) or row["phone"])
            tries = (("NIK", nik), ("Nama", row["name"].title()), ("Tanggal lahir", row["birth_date"]))
            people[nik] = Persona(row["name"].title(), phone, NOTES[nik], tries)
    return tuple(people.values())
