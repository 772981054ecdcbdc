"""Yes or no, as people in Indonesia say it. When in doubt it is neither: consent must be unmistakable."""

import functools
import re

from rapidfuzz.distance import OSA

from flows.reading.words import COURTESY, tokens

_MOST_TOKENS = 24
"""A longer message is a story, not an answer."""

_STRANGERS = 3
"""Words without a meaning here that may stand beside a clear yes or no."""

_YES = frozenset(
    """
    iya iyah iyak iye iyes iyo iyoh iyap y ya yaa yah yak yap yep yes yess yup yupz yupp yeah yea yoi yo yoo yos
    yoyoi ye yee yh ia io iyalah yalah iyadong ok oke okey okay okeh okee oks okie okelah okedeh okok okesip oce
    oceh okay siap siapp siaap sip sipp siplah siip setuju stuju setujuu stj agree agreed accept sepakat deal
    acc approve approved lanjut lanjutkan lanjutt lanjutin teruskan terusin gas gass gasken gaskeun gaskan
    gaspol cus cuss kuy hayu hayuk hayo yuk yuks ayo ayok ayuk next boleh bole bolehlah blh boleeh benar bener
    betul btul btl bnr bner bnar tul tepat cocok sesuai correct right true sure certainly absolutely definitely
    yakin mau bersedia sedia ingin izinkan ijinkan diizinkan tentu tentunya pasti jelas jelaslah inggih nggih
    injih enggih enggeh nggeh njih ngih inggeh enjih ngge nggeh enya muhun sumuhun leres heueuh heuh heeh heem
    hooh hooo'oh ho'oh he'eh ha'a hu'um hooh iyoo iyonyo olo tutu patut sudah done beres sumangga mangga monggo
    silakan silahkan silkan sok kersa gelem purun daek bismillah okd
    """.split()
)
_STRONG_YES = frozenset(
    """
    iya iyah iyak iye iyes iyo y ya yaa yah yap yep yes yess yup yupp yeah yea yoi ok oke okey okay okeh oks
    siap sip setuju stuju agree agreed sepakat acc inggih nggih injih enggih njih enya muhun sumuhun leres
    heueuh heeh he'eh
    """.split()
)
_NO = frozenset(
    """
    tidak tdk tdak tida tidakk tak td ga gak gk gag gax gaa g nggak nggk ngga nga ngak enggak engga enggk engak
    enga gakk enggaklah gaklah tidaklah kagak kaga kgk kagaklah ndak ndk nda nde endak enda indak indaklah ora
    orak ra oranya mboten boten mbotenlah henteu teu hente moal embung alim ulah ogah emoh wegah ojo jangan
    janganlah bukan bkn belum durung dereng acan no nope nah nay n never nooo not dont don't tusing ten nenten
    ndang daong daongda te'e de'e ndada dede tara seng sonde trada tra tida tdklah menolak tolak nolak keberatan
    salah keliru gamau gakmau ngga gasetuju gaksetuju gajadi gakjadi tidaksetuju gaboleh gakusah gausah disagree
    decline declined reject refuse sing gaperlu gakperlu ogahh
    """.split()
)
# Said alone these refuse; before a yes-word they turn it round.
_NOT = frozenset(
    """
    tidak tdk tdak tida tak td ga gak gk gag gax g nggak nggk ngga nga ngak enggak engga enggk engak enga kagak
    kaga kgk ndak ndk nda endak enda indak ora ra mboten boten henteu teu hente moal jangan bukan bkn belum
    durung no not dont don't tusing nenten seng ojo
    """.split()
)
_TURNED = frozenset(
    """
    setuju stuju mau boleh bersedia sedia ingin usah perlu jadi benar bener betul tepat cocok sesuai sepakat
    agree lanjut lanjutkan yakin izinkan ijinkan gelem purun daek kersa hoyong butuh sudi minat berminat iya ok
    oke sah acc pengen diizinkan mengizinkan accept want do menyetujui siap dulu sekarang ada deal cukup
    """.split()
)
_UNSURE = frozenset(
    """
    mungkin barangkali bingung ragu entah entahlah tahu tau taulah tauk ngerti paham faham mengerti nanti ntar
    tar bentar sebentar tunggu tapi asal asalkan kalau jika cuma hanya kecuali maybe perhaps later wait know
    understand but unless tentu_belum tergantung terserah tanya nanya bertanya pikir pikirkan mikir tentang
    jelasin jelaskan takut curiga sek sik antosan engke atau ato atw or antara dunno idk unsure embuh duka mbuh
    weruh ngertos terang
    """.split()
)
_QUESTION = frozenset(
    """
    ? kenapa mengapa gimana bagaimana gimna apa apakah apaan siapa kapan berapa mana dimana kemana emang
    emangnya masa masak maksud maksudnya what why how who when where which can could ngapain naon kumaha naha
    opo piye kepiye sopo pripun kah bolehkah benarkah kan
    """.split()
)
_NEUTRAL = COURTESY | frozenset(
    """
    saya aku kami kita data datanya itu ini dengan untuk yang di dan juga sudah semua semuanya syarat ketentuan
    pernyataan diatas atas tersebut persyaratan kok deh kak i me my we the this that is it of course to with im
    i'm jawab jawaban jawabannya pilih saja dah abdi kula kulo kulon nyong awak beta ane ana hamba tentu
    pokoknya dulu , . ! ; : - _ " ' ( ) * ~ / 🙏 😊 🙂 😁 😀 😄 😃 😅 😆 🤗 ☺ 😇 🥰 ❤ 😍 🎉 🔥 💪 🤝 🫡 alhamdulillah insyaallah
    inshaallah insya allah cepat langsung sekarang lagi terus kakak sama informasi info pribadi proses diproses
    prosesnya silakan silahkan admin petugas thank you thankyou
    """.split()
)
_YES_SIGNS = frozenset("👍 ✅ ☑ ✔ 👌 🙆 💯 🆗 ⭕".split())
_NO_SIGNS = frozenset("👎 ❌ ✖ 🚫 🙅 ⛔ ❎ ✗ ✘".split())
_BREAKS = frozenset(", . ! ; : -".split())
_FUZZY_YES = ("setuju", "lanjut", "lanjutkan", "benar", "betul", "boleh", "bersedia", "sesuai", "inggih", "muhun")
_FUZZY_NO = ("tidak", "enggak", "nggak", "jangan", "kagak", "bukan", "belum", "henteu", "mboten", "menolak")

_WHOLE = (
    (re.compile(r"\b(?:ya|y|iya|yes|setuju|ok|boleh|mau) ?/ ?(?:tidak|t|n|no|g|ga|gak|enggak|tdk)\b"), " atau "),
    (re.compile(r"\b(?:tidak|tdk|ga|gak|gk|nggak|ngga|enggak|engga|ndak|ora) ?(?:ada )?(?:keberatan|masalah|mslh|problem)\b|\bno problem\b"), " boleh "),
    (re.compile(r"\b(?:tidak|tdk|ga|gak|gk|g|nggak|ngga|enggak|engga|ndak|ora|teu) ?(?:apa-apa|apa apa|papa|apa|popo|opo-opo|opo opo|nanaon|kunanaon|pp)\b|\bg(?:ak?)?pp\b|\bgapapa\b|\bgpapa\b|\bora ?popo\b"), " "),
    (re.compile(r"\b(?:ya|iya|y) ?(?:sudah|udah|sdh|udh|dah|wes|wis)(?:lah)?\b|\byaudah?(?:lah)?\b|\byowes\b|\byaudh\b|\byodah\b|\byawes\b"), " yasudah "),
    (re.compile(r"\b(?:sudah|udah|udh|sdh|dah) (?:setuju|benar|bener|betul|sesuai|cocok|oke|ok|siap|bisa|berhasil|selesai|pernah|ada|masuk|dapat|dapet)\b"), " benar "),
    (re.compile(r"\b(?:tidak|tdk|ga|gak|nggak|ngga|enggak|blm|belum) (?:tentu|yakin|pasti|jelas)\b"), " mungkin "),
    (re.compile(r"\bbukan (?:tidak|ga|gak|nggak|ngga|enggak)\b|\b(?:tidak|ga|gak|nggak) (?:salah|keliru)\b"), " mungkin "),
    (re.compile(r"\bnot sure\b|\bi don'?t know\b|\bnot yet\b"), " mungkin "),
    (re.compile(r"\bof course\b|\bgo ahead\b|\bwhy not\b|\bkenapa (?:tidak|enggak|nggak|ga|gak)\b|\bcarry on\b|\bthat'?s (?:right|correct|fine)\b|\bsounds good\b"), " boleh "),
    (re.compile(r"\bno (?:thanks?|thank you|thx)\b|\bof course not\b"), " tidak "),
)  # fmt: skip


def read_yes_no(text: str) -> bool | None:
    """Return True for a yes, False for a no, None if a message is neither, both, doubtful or a question."""
    return _read(text) if len(text) <= 60 else _decide(text[:400])


@functools.lru_cache(maxsize=1024)
def _read(text: str) -> bool | None:
    return _decide(text)


def _decide(text: str) -> bool | None:
    words = tokens(text)
    if len(words) == 1:
        return _alone(words[0])
    joined = " ".join(words)
    for pattern, meaning in _WHOLE:
        joined = pattern.sub(meaning, joined)
    words = joined.split()
    if not words or len(words) > _MOST_TOKENS or any(word in _QUESTION or word in _UNSURE for word in words):
        return None
    return _weigh(words)


def _alone(word: str) -> bool | None:
    if word in _YES or word in _YES_SIGNS or word == "yasudah":
        return True
    if word in _NO or word in _NO_SIGNS:
        return False
    if word in {"yaudah", "yaudahlah", "yowes", "yawes", "yaudh", "yodah"}:
        return True
    return None if word in _NEUTRAL or word in _QUESTION or word in _UNSURE else _misspelt(word)


def _weigh(words: list[str]) -> bool | None:
    """Count what says yes and what says no; both, neither or too much else is no answer."""
    yes = no = strangers = 0
    strong = resigned = False
    skip = -1
    answers = [at for at, word in enumerate(words) if word not in _NEUTRAL or word in {"ya", "yaa"}]
    for at, word in enumerate(words):
        if at == skip:
            continue
        following = words[at + 1] if at + 1 < len(words) else ""
        if word in _NOT and following in _TURNED:
            no, skip, strong = no + 1, at + 1, True
        elif word in {"ya", "yaa"} and answers and at != answers[0]:
            # Behind an answer "ya" is only a friendly ending.
            continue
        elif word == "yasudah":
            resigned = True
        elif word in _NO or word in _NO_SIGNS:
            refused = (
                word not in _NOT or not following or following in _NEUTRAL or following in _NO or following in _NO_SIGNS
            )
            no += 1
            strong = strong or refused
            strangers += 0 if refused else 2
        elif word in {"sudah", "silakan", "silahkan", "dulu"} and len(answers) > 1:
            continue
        elif word in _YES or word in _YES_SIGNS:
            yes += 1
            strong = strong or word in _STRONG_YES or word in _YES_SIGNS
        elif word not in _NEUTRAL:
            guess = _misspelt(word)
            yes, no = yes + (guess is True), no + (guess is False)
            strong = strong or guess is not None
            strangers += guess is None
    yes += resigned and not no and not yes
    if bool(yes) == bool(no) or strangers > (_STRANGERS if strong else 0):
        return None
    return yes > 0


@functools.lru_cache(maxsize=512)
def _misspelt(word: str) -> bool | None:
    if len(word) < 4 or not word.isalpha():
        return None
    limit = 1 if len(word) < 7 else 2
    yes = min(OSA.distance(word, known, score_cutoff=limit) for known in _FUZZY_YES) <= limit
    no = min(OSA.distance(word, known, score_cutoff=limit) for known in _FUZZY_NO) <= limit
    return None if yes == no else yes
