### Pesen kangge petugas, lan wangsulane. Wekdal wangsulan namung dijanjekke miturut sing diserat pengelola.

request-topic = Pesen panjenengan badhe diwaos petugas { $operator } lan diwangsuli ing chat niki. Bab napa, Kak?
request-topic-help = Pilih sing paling celak. Sasampune niku panjenengan nyerat masalahe piyambak.
request-topic-wrong = Mangga pilih rumiyin bab napa, Kak. Sasampune niku nembe nyerat masalahe.
request-topic-example = Contone, wangsuli 1 yen bab nomer KPJ.

request-words = Mangga serat masalahe ngangge tembung piyambak, dados setunggal pesen, Kak. Langsung kula teruske. NIK, tembung sandi, utawi kode mboten perlu diserat.
request-words-help = Serat mawon: napa sing badhe ditindakke, sampun nyobi napa, lan seratan napa sing wonten ing layar.
request-words-wrong = Pesene dereng saged kula teruske, Kak. Nyuwun diserat ngangge tembung.
request-words-wrong-short = Niku taksih kecekaken kangge petugas.
request-words-example = Contone: "Ing JMO wonten seratan data tidak sesuai, mangka nami kula sampun sami kalih KTP".

request-opened = Pesene sampun diteruske, Kak. Nomer permintaan: { $number }. Wangsulan petugas badhe wonten ing chat niki.
request-hours = Petugas { $operator }: { $contact }
request-failed = Nyuwun ngapunten Kak, pesene dereng saged kula simpen. Yen pranyata mlebet, nomere kula kirim wonten mriki. Kersa dicobi malih?
request-failed-help = COBI KIRIM MALIH kangge nyerat pesene sepisan malih. Margi sanes teng petugas wonten ing MATUR KALIH TIYANG.
request-failed-wrong = Mangga pilih salah setunggal, Kak.
request-failed-example = Contone, wangsuli 1 kangge nyobi malih.

choice-menu-agent = Matur kalih petugas
choice-menu-agent-words = ngomong karo petugas, hubungi petugas, nyuwun petugas
choice-agent-request = Nilar pesen
choice-agent-request-words = kirim pesen, titip pesen, serat pesen
choice-request-kpj = Nomer KPJ
choice-request-kpj-words = kpj, padosi nomer, lali nomer
choice-request-jmo = Aplikasi JMO
choice-request-jmo-words = jmo, akun jmo, daftar jmo, aplikasi
choice-request-data = Data kepesertaan
choice-request-data-words = data, data klentu, dereng didhaftarke, nomer loro
choice-request-other = Bab sanes
choice-request-other-words = liyane, sanesipun
choice-request-again = Cobi kirim malih
choice-request-again-words = cobi malih, kirim malih, baleni
