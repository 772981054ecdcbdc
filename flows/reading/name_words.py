"""Words around and inside Indonesian names that say little about who somebody is.

None of them is thrown away unseen: a word listed here may still be compared (`Gusti`, `Mas`, `Uni` are names too); it
is only allowed to be missing on one side.
"""

MUHAMMAD = "muhammad"

ABBREVIATIONS = {
    **dict.fromkeys(
        "m md mhd mhmd muh muhd muhm moh mohd moch mochd much mch mokh mukh muhmd mhammad".split(), (MUHAMMAD,)
    ),
    **dict.fromkeys("ach ahm akh achm akhm ahmd".split(), ("ahmad",)),
    **dict.fromkeys("abd abdl abdu".split(), ("abdul",)),
    "st": ("siti",), "sti": ("siti",),
    "md": (MUHAMMAD, "made"), "wy": ("wayan",), "wyn": ("wayan",), "wn": ("wayan",),
    "pt": ("putu",), "gd": ("gede",), "gde": ("gede",), "kdk": ("kadek",), "kd": ("kadek",), "ngh": ("nengah",),
    "nym": ("nyoman",), "nyn": ("nyoman",), "nmn": ("nyoman",), "km": ("komang",), "kmg": ("komang",),
    "kmng": ("komang",), "kt": ("ketut",), "ktt": ("ketut",), "gst": ("gusti",), "gt": ("gusti",), "lh": ("luh",),
    "ngr": ("ngurah",), "bgs": ("bagus",), "dw": ("dewa",), "cok": ("cokorda",), "tjok": ("cokorda",),
    "dsk": ("desak",),
    "tb": ("tubagus",), "tbg": ("tubagus",), "t": ("t", "teuku"), "dg": ("daeng",), "dt": ("datuk",),
    "fx": ("fransiskusxaverius", "fransiskus"),
}  # fmt: skip
"""Usual abbreviations of name words, with the words that each may stand for."""

BIRTH_ORDER = frozenset("wayan putu gede made kadek nengah nyoman komang ketut kade koming".split())

FILLERS = BIRTH_ORDER | frozenset(
    f"siti sri nur {MUHAMMAD} ahmad abdul luh ngurah nyi nyai gusti dewa ida desak cokorda sagung"
    " teuku cut tubagus ratu sutan daeng karaeng datuk ode".split()
)
"""Names so frequent, or so much a title, that agreeing on them alone proves nothing."""

TITLES = frozenset(
    """
    h hj hi haji hajah hajjah kh khh drs dra ir dr drg drh prof profesor professor insinyur dokter doktor apt
    raden rd rr rm rmt rngt rra ust ustad ustadz ustaz ustadh ustadzah ustazah kyai kiai kyiai tgk teungku pdt
    pendeta pastor romo rev suster pnt kol kolonel letkol mayor kapten kpt letda lettu serka sertu serda kopda
    praka bripka brigadir bripda briptu aiptu aipda ipda iptu akp kompol akbp akbp kombes brigjen jenderal rdn
    """.split()
)  # fmt: skip
"""Titles before a name; a title is missing or added without changing who is meant."""

LEADING_LETTERS = frozenset("r t".split())
"""Letters that are a title (Raden, Teuku) in front of a single name, and could be an initial in front of more."""

ADDRESS = frozenset(
    """
    bpk bapak pak pa bp ibu bu sdr sdri sdra saudara saudari sodara tn tuan ny nyonya nn nona mas mba mbak mbk
    mbah kak kaka ka bang bng abang kang akang teh teteh aa neng mang uda uni ajo bli mbok gek om tante pakde bude
    paklik bulik dik dek adek lae ito gan agan sis sist bro bos boss min mimin admin cs say ndan gus cak bunda
    bapa koh ci cik cece cici mr mrs ms miss sir madam pakdhe budhe yu lek kakak
    """.split()
)
"""How people address each other in front of a name, or the bot behind it."""

FRAME = frozenset(
    """
    nama namanya namaku name nm lengkap lengkapnya panjang saya sya sy aku gw gue gua ane adalah ialah yaitu ini
    nih bernama atas sesuai berdasarkan menurut ktp ektp kk kartu keluarga tanda penduduk identitas di pada dalam
    tertulis tertera tercatat terdaftar tercantum asli benar betul bener sebenarnya iya ya yaa yah yes ok oke okay
    baik siap sip halo hallo helo hello hai hi hey assalamualaikum assalamu alaikum ass waalaikumsalam wr wb pagi
    siang sore terimakasih makasih trims thanks thx tolong mohon maaf permisi perkenalkan kenalkan kenalin dengan
    dgn untuk peserta pemilik dong deh sih lah kok nya yang yg itu punya milik my full is this am im gelar tanpa
    huruf besar kapital semua jeneng jenengku jenenge jenengan kulo kula nami ngaran wasta wastana nggih nggeh
    inggih inyong punten hehe hehehe haha wkwk wkwkwk hihi malam saja aja sj doang hanya cuma satu kata ditulis
    tulis tulisan tulisannya ejaannya oh eh hmm dibantu bantu bantuannya dicek cekkan infonya hormat kalau kalo
    klo nma namq atasnama begitu gitu kah silakan silahkan
    """.split()
)
"""What else stands in a message that tells a name."""

JOINING = frozenset("al el da de dos van der den la dan'".split()) - {"dan'"}
"""Particles that are written or left out at will."""

FATHER = frozenset("bin binti bint bnt bt bte binte bti".split())
CONJUNCTIONS = frozenset("dan atau and or serta ato atw atawa utawa dn maupun".split())
DOUBT = frozenset(
    """
    apa apakah siapa siapakah mana kenapa knp mengapa bagaimana gimana kapan berapa bisakah bolehkah mungkin entah
    antara contoh contohnya misal misalnya seperti sepertinya kayaknya kayanya kayak coba cobain tes test
    """.split()
)
"""Words of questions, guesses and examples: what stands beside them is not given as one's own name."""

ALIAS = frozenset("alias als".split())
"""What stands between a name and another one of the same person."""

NICKNAME = frozenset("panggilan dipanggil panggil biasa sapaan disapa akrab nickname".split())
DENIAL = frozenset(
    """
    bukan bukannya tidak tdk gak ga nggak ngga enggak tak salah belum lupa ora dudu not kosong rahasia
    """.split()
)
LATE = frozenset("alm almh almarhum almarhumah".split())

RELATIVES = frozenset(
    """
    istri isteri suami anak ayah mertua ipar menantu cucu kakek nenek paman bibi sepupu keponakan ponakan teman
    temen tetangga pacar tunangan mama papa mamah papah emak ortu orangtua bini laki dia beliau doi mantan
    almarhum wife husband father mother son daughter brother sister friend his her majikan atasan bawahan kandung
    calon kenalan rekan sahabat kawan konco kanca kembaran murid pembantu sopir supir pimpinan direktur nasabah
    klien pasien pelanggan bojo garwa simbok mamak mak pakne sodara mewakili wakil titipan buat adik adek bosnya
    """.split()
)
"""Whose name it is when it is not the writer's own."""

RELATIVES_WITH_OWNER = frozenset("bapak ibu kakak kaka adik adek abang om tante saudara saudari bos boss bunda".split())
"""Forms of address that mean a relative as soon as an owner follows: `ibu saya`."""

OWNERS = frozenset("saya sy sya aku ku gw gue gua kami kita nya kandung kulo kula abdi".split())

DEGREES = frozenset(
    """
    se sh st sp ss spd spdi spdk spdsd spdaud skom ssi ssos ssosi sked skep skm skg sfarm sag sak sei sesy sy sth
    shi shut sikom sip sap stp spt spi sptk ssn sds spsi sgz str strkes strkep strkeb strt sstat skel sin sars sor
    sfil sakt shum spar sling sst sstp sstk skeb skpm sik sab sad smb stk sthi shan sars stt sak mm mt mh ma mp me
    ms msi mpd mpdi mkom mkes mkep mkn msc mag mhum mak msos map mec meng mba mbiomed mfarm mked msn mds mip mpp
    mpsi mstat mtr mhi mth mdiv mei mph mars mpmat mikom mps mesy mpkn mtrkes mmt mti mcs mkeb mmpd mgz amd amdkeb
    amdkep amdak amdkom amdkes amdt amk amkeb amkg ama amp aptnh amdrad amdfarm amdpar phd dea dess spa spog spb
    span spjp spm sptht spkj sprad spkk sps spok spk spot spbs spn apt ners ns ca cpa cfp bkp lc ba bsc bba bed
    beng bcom llm llb bac bcip bcku ahk ak gr ipm ipp ipu cht dip
    """.split()
)
"""Academic degrees behind a name, without their dots and spaces."""

NAMES_TOO = frozenset(
    """
    ama amp ba bac dea ca gr me sin sad sy sp ak spa mei mak map mag sei sor sak sap sip spi shi shan mars dess
    dip ipu ahk spar sling skel shum stat
    """.split()
)
"""Degrees that count only when written with dots, because without them they could be somebody's name."""

BALINESE_NEXT = BIRTH_ORDER | frozenset(
    "gde ngurah istri ayu raka oka rai alit mas bagus agung sagung kompiang gd".split()
)
EXPANSIONS = {
    "iga": "i gusti ayu", "ign": "i gusti ngurah", "igb": "i gusti bagus", "igp": "i gusti putu",
    "igm": "i gusti made", "igk": "i gusti ketut", "igd": "i gusti gede", "igstngr": "i gusti ngurah",
    "ib": "ida bagus", "ld": "la ode", "wd": "wa ode", "ia": "ida ayu",
    "idabgs": "ida bagus", "nl": "ni luh", "nlp": "ni luh putu",
    "hm": "h m", "khm": "kh m", "ha": "h a", "hr": "h r", "hmuh": "h muhammad",
}  # fmt: skip
"""What a name may begin with in short, written out."""

BORU = frozenset("hj br boru beru".split())
"""Words that may be missing wherever they stand."""

TITLES_TOO = frozenset(("andi",))
"""Titles of birth that are first names as often."""

NOBLE = frozenset("i ni teuku cut tubagus gusti dewa".split())
NOBLE_PAIRS = frozenset((("anak", "agung"), ("ida", "bagus"), ("ida", "ayu"), ("la", "ode"), ("wa", "ode")))
"""Titles of birth: two people who bear different ones are two people."""

RADEN_PAIRS = frozenset(("raden", title) for title in ("ajeng", "roro", "rara", "ayu", "mas", "nganten", "ngabehi"))
RADEN_WORDS = frozenset(word for pair in RADEN_PAIRS for word in pair)
ON_RECORD = frozenset("bpk bapak ibu sdr sdri saudara saudari tn tuan ny nyonya nn alm almh".split())
"""Forms of address and notes in records."""

BEFORE = TITLES | ADDRESS | FRAME
"""Everything that may stand in front of a name."""
