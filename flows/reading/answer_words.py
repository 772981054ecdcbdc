"""The words of a yes and a no: Indonesian, its slang, and the languages of its regions."""

from flows.reading.words import COURTESY

YES = frozenset(
    """
    yups satuju sarujuk nyak iyo'a oc satujuh iyaa yoii okk iya iyah iyak iye iyes iyo iyoh iyap y ya yaa yah yak yap
    yep yes yess yup yupz yupp yeah yea yoi yo yoo yos yoyoi ye yee yh ia io iyalah yalah iyadong ok oke okey
    okay okeh okee oks okie okelah okedeh okok okesip oce oceh siap siapp siaap sip sipp siplah siip setuju
    stuju setujuu stj agree agreed accept sepakat deal acc approve approved lanjut lanjutkan lanjutt lanjutin
    teruskan terusin gas gass gasken gaskeun gaskan gaspol cus cuss kuy hayu hayuk hayo yuk yuks ayo ayok ayuk
    next boleh bole bolehlah blh boleeh benar bener betul btul btl bnr bner bnar tul tepat cocok sesuai
    correct right true sure certainly absolutely definitely yakin mau bersedia sedia ingin izinkan ijinkan
    diizinkan tentu tentunya pasti jelas jelaslah inggih nggih injih enggih enggeh nggeh njih ngih inggeh
    enjih ngge enya muhun sumuhun leres heueuh heuh heeh heem hooh hooo'oh ho'oh he'eh ha'a hu'um iyoo iyonyo
    olo tutu patut sudah done beres sumangga mangga monggo silakan silahkan silkan sok kersa gelem purun daek
    bismillah okd jadih iyolah iyola yolah
    """.split()
)
"""Words that say yes."""

STRONG_YES = frozenset(
    """
    iya iyah iyak iye iyes iyo y ya yaa yah yap yep yes yess yup yupp yeah yea yoi ok oke okey okay okeh oks
    siap sip setuju stuju agree agreed sepakat acc inggih nggih injih enggih njih enya muhun sumuhun leres
    heueuh heeh he'eh
    """.split()
)
"""Words that say yes even if something unknown stands beside them."""

NO = frozenset(
    """
    tidak tdk tdak tida tidakk tak td ga gak gk gag gax gaa g nggak nggk ngga nga ngak enggak engga enggk
    engak enga gakk enggaklah gaklah tidaklah kagak kaga kgk kagaklah ndak ndk nda nde endak enda indak
    indaklah ora orak ra oranya mboten boten mbotenlah henteu teu hente moal embung alim ulah ogah emoh wegah
    ojo jangan janganlah bukan bkn belum durung dereng acan no nope nah nay n never nooo not dont don't tusing
    ten nenten ndang daong daongda te'e de'e ndada dede tara seng sonde trada tra tdklah menolak tolak nolak
    keberatan salah keliru gamau gakmau gasetuju gaksetuju gajadi gakjadi tidaksetuju gaboleh gakusah gausah
    disagree decline declined reject refuse sing gaperlu gakperlu ogahh
    """.split()
)
"""Words that say no."""

NOT = frozenset(
    """
    tra tara
    tidak tdk tdak tida tak td ga gak gk gag gax g nggak nggk ngga nga ngak enggak engga enggk engak enga
    kagak kaga kgk ndak ndk nda endak enda indak ora ra mboten boten henteu teu hente moal jangan bukan bkn
    belum durung no not dont don't tusing nenten seng ojo
    """.split()
)
"""Words that say no alone and turn round the yes-word behind them."""

TURNED = frozenset(
    """
    setuju sarujuk stuju mau boleh bersedia sedia ingin usah perlu jadi benar bener betul tepat cocok sesuai sepakat
    agree lanjut lanjutkan yakin izinkan ijinkan gelem purun daek kersa hoyong butuh sudi minat berminat iya
    ok oke sah acc pengen diizinkan mengizinkan accept want do menyetujui siap dulu sekarang deal cukup nak
    kerso satuju sepaham
    """.split()
)
"""Words that such a word turns into a no."""

UNSURE = frozenset(
    """
    ampun elah yaelah allah tuhan gitu gitulah begitu begitulah kali gini begini lupa hilang
    mungkin barangkali bingung ragu entah entahlah tahu tau taulah tauk ngerti paham faham mengerti nanti ntar
    tar bentar sebentar tunggu tapi asal asalkan kalau jika cuma hanya kecuali maybe perhaps later wait know
    understand but unless kayaknya kyknya kayanya sepertinya rasanya kykny keknya kayake tergantung terserah
    tanya nanya bertanya pikir pikirkan mikir tentang jelasin jelaskan takut curiga sek sik antosan engke atau
    ato atw or antara dunno idk unsure embuh duka mbuh weruh ngertos terang
    """.split()
)
"""Words that leave it open."""

QUESTION = frozenset(
    """
    ? kenapa mengapa gimana bagaimana gimna apa apakah apaan siapa kapan berapa mana dimana kemana emang
    emangnya masa masak maksud maksudnya what why how who when where which can could ngapain naon kumaha naha
    opo piye kepiye sopo pripun kah bolehkah benarkah kan
    """.split()
)
"""Words that ask."""

NEUTRAL = COURTESY | frozenset(
    """
    sekali sama saya aku kami kita data datanya itu ini dengan untuk yang di dan juga sudah semua semuanya
    syarat ketentuan pernyataan diatas atas tersebut persyaratan kok deh kak i me my we the this that is it of
    course to with im i'm jawab jawaban jawabannya pilih saja dah abdi kula kulo kulon nyong awak beta ane ana
    hamba pokoknya ah ahh euy dulu , . ! ; : - _ " ' ( ) * ~ / 🙏 😊 🙂 😁 😀 😄 😃 😅 😆 🤗 ☺ 😇 🥰 ❤ 😍 🎉 🔥 💪 🤝 🫡
    bah beh alhamdulillah insyaallah inshaallah insya cepat langsung sekarang lagi terus kakak informasi info
    pribadi proses diproses prosesnya silakan silahkan admin petugas thank you thankyou
    """.split()
)
"""Words that stand beside an answer and change nothing."""

YES_SIGNS = frozenset("👍 ✅ ☑ ✔ 👌 🙆 💯 🆗 ⭕".split())
NO_SIGNS = frozenset("👎 ❌ ✖ 🚫 🙅 ⛔ ❎ ✗ ✘".split())
FUZZY_YES = ("setuju", "lanjut", "lanjutkan", "benar", "betul", "boleh", "bersedia", "sesuai", "inggih", "muhun")
FUZZY_NO = ("tidak", "enggak", "nggak", "jangan", "kagak", "bukan", "belum", "henteu", "mboten", "menolak")

EXPLICIT = frozenset("setuju sarujuk stuju setuuju satuju agree agreed sepakat accept approve bersedia".split())
"""Words that leave no doubt about consent, whatever else is said."""

COMPLETED = frozenset("ada bisa pernah punya dapat dapet berhasil masuk selesai sempat".split())
"""Words that make a no together with a not-word, if nothing else follows: "belum pernah", "tidak ada"."""
