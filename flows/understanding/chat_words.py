"""The words of a chat message, each in one spelling.

Chat writes `sy blm tw nmr kpj nya 😭`, `gratiiiis`, `b4yar`, `temen2`, `kartux`. What is read here is the same message
as `saya belum tau nomor kpj nya`, so that a classifier has fewer spellings to learn.
"""

import re

from flows.reading.words import SPELLINGS, plain

LONGEST = 80
"""Words of a message that are looked at. What somebody wants is said in the first few."""
CHARACTERS = 600

_TOKEN = re.compile(r"[a-z]+(?:'[a-z]+)*'?[0-9a-z]*|\d+(?:[.,]\d+)*[a-z]*|\?")
_STRETCHED = re.compile(r"([a-z?!.])\1{2,}")
_LONG_NUMBER = re.compile(r"\d(?:[\d .-]{7,})\d")
_DIGIT_LETTERS = str.maketrans("0134578", "oieasjb")
_SIGNS = {"?"}
_AFTER_TWO = {"", "nya", "an", "ku"}
"""What may follow the 2 that doubles a word."""
_LEADING = re.compile(r"^(\d+)([a-z]+)$")

_SHORT = """
account: acc
aktif: akif aktf aktip
aku: ak q
alamat: almat almt
apa: ap pa
apakah: apkah apkh pakah
assalamualaikum: asalamualaikum askum aslmkm assalamu
bagaimana: bagemana bagimana bgaimana bgimana bgmna
bahasa: bhasa bhs
bantu: bant bntu
bantuin: bntuin
bayar: bayr byr
beda: bda
beda beda: beda2
begini: bgni gini
belum: blm blon blum
benar: bener bner
berapa: berpa bpr brap brpa
berlaku: berlku
besok: bsk
bikin: bkin
bos: bosnya
bpjs kes: bpjskes
bpjs kesehatan: bpjskesehatan
bpjs ketenagakerjaan: bpjsketenagakerjaan
bpjs tk: bpjstk
buat: bt bwt
bukan: bkn
bulan: bln
butuh: bth btuh
cairkan: cairn
can't: cant
cara: cr cra
caranya: carany crany cranya crnya
cepat: cepet cpet cpt
daftar: daptar dftar dftr dptar ngedaftar
dalam: dlm
dan: n
dapat: dapet dpet dpt
dari: dr dri
dekat: deket dket dkt
dengan: dg
di: d
dikirim: dkrm
dimana: dimna dmna
dipakai: dipake dpke
doesn't: doesnt
don't: dont
error: eroor eror erorr err
gabung: gbung
gabungin: gbungin
gabungkan: gbungkan
gak: engga enggak enggk g ga gag gk gx ngga nggak nggk ngk
gak ada: gaad gaada gada
gak apa: gapapa gpp
gak bisa: gabisa gabs gaisa gbisa gbs gkbs
gak boleh: gaboleh
gak dapat: gadapet
gak inget: gainga gainget
gak jadi: gajadi gajd gakjadi gjd
gak mau: gamau gmau gmw
gak perlu: gaperlu
gak punya: gapunya gpunya
gak tahu: gatahu
gak tau: gaktau gatau gatw gktau gtau gtw
gak usah: gausah
ganti: gnti gti
gimana: gimna gmna gmne
gitu: gt gtu
gratis: gratizz grtis
gw: gwe
habis: abis abs hbis hbs
hapus: hapuss hps hpus
hari: hr hri
hilang: hlang hlng
hrd: hrda hrdny hrdnya
hubungi: hbngi hub
i'm: im
ilang: ilank ilng
ingin: pengn pgen pgn pngen
itu: tu tuh
jadi: jd jdi
kagak: kaga kgk
kantor: kntor kntornya kntr
kapan: kapn kpan
karena: krna
kartu: krt krtu
kartunya: krtunya
kasih: kasi ksh ksih
kayak: kya kyk
kayaknya: kykny kyknya
ke: k
kedaftar: kdaftar
keluar: klr kluar klwr
kemana: kmn kmna
kenapa: kenap knpa npa
kerja: kerj krj krja
kesehatan: kesehtn kshatan kshtn
kirim: krim krm
kontrak: kntrak kntrk
lagi: lg lgi
lahir: lhir lhr
lama: lm lma lmaa
langsung: lgsg lgsung lngsng lngsung
login: lgin lgn logn
lupa: lp lpa luoa
lupa password: lupapassword
makasih: mkash mkasih trims trmkasih trmksh
mana: mn mna
masih: masi msh msih
masuk: mask msk msuk
mau: mao maw mu mw
mendaftar: mndaftar
menit: mnt
nama: nm nma
ndak: ndag ndk
ngomong: ngmg ngmong
no bpjs: nobpjs
no hp: nohp
no kpj: nokpj
no ktp: noktp
nomor kpj: nomerkpj nomorkpj
nya: ny
pada: pd
pakai: pake pakek pk pke pki
password: passwod paswod pasword pswd pw
people: ppl
perlu: prlu
perusahaan: perusahan perush prsh prshn prusahaan prushn psh
please: pls plz
pt: ptnya
saja: ae ajaa ajah aje
salah: slah slh
saldo: saldonya slado sldo
sama: ama sm
saya: engsun saia w
sebelum: sblm
sedang: sdg
semua: smua smw
setelah: stelah stlh
siapa: sp spa
soalnya: soal soalny
tadi: td
tahun: thn
tak bisa: takbisa
tanggal: tggl tgl tnggal
tapi: tpi
telepon: telp telpon tlp tlpn
terdaftar: terdaptar terdftar trdaftar
terdekat: tdekat trdekat
terima kasih: terimakasih trimakasih
thanks: thx
tidak: tdak tdk tida
tolong: tlng tolng
ubah: ubh
ya: y yaa
you: u
your: ur
"""
CHAT = {
    short: meant
    for meant, _, shorts in (line.partition(": ") for line in _SHORT.strip().splitlines())
    for short in shorts.split()
}
"""More chat spellings than a reader of answers needs: here a wrong guess costs little."""


def words(text: str) -> list[str]:
    """Return at most `LONGEST` plain words of a message, chat spellings written out, in order.

    A question mark is a word of its own, a number of nine digits or more is `<number>`, other signs are gone.
    Never raises; a text without words gives an empty list.
    """
    said = _STRETCHED.sub(r"\1", plain(text[: CHARACTERS * 2])[:CHARACTERS])
    said = _LONG_NUMBER.sub(" longnumber ", said)
    found: list[str] = []
    for token in _TOKEN.findall(said):
        found.extend(_spelled(token))
    return found[:LONGEST]


def _spelled(token: str) -> list[str]:
    known = CHAT.get(token) or SPELLINGS.get(token)
    if known is not None:
        return known.split()
    if token.isalpha() or token.isdigit() or token in _SIGNS:
        return [token]
    if token[0].isdigit():
        match = _LEADING.match(token)
        return [match[1], *_spelled(match[2])] if match else [token]
    once, two, ending = token.partition("2")
    if two and once.isalpha() and ending in _AFTER_TWO:
        return _spelled(once) * (1 if ending else 2)
    if "'" in token:
        return [token.strip("'")]
    letters = token.translate(_DIGIT_LETTERS)
    return _spelled(letters) if letters.isalpha() else [letters]
