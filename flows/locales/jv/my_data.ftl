### Data pribadi kula: napa sing disimpen, lan napa sing saged ditindakke.

my_data-shown = Sing kula simpen saking chat niki, sedaya kekunci:
my_data-shown-help = KIRIM DATA KULA ngirim sedaya dados berkas. LERESKE kangge data sing klentu. CABUT IZIN ngendelke panganggene data. BUSAK DATA KULA mbusak sedaya.
my_data-shown-wrong = Mangga pilih salah setunggal, Kak, utawi ketik MENU.
my_data-shown-example = Contone, wangsuli 1 supados datane dikirim dados berkas.
my_data-consent = • Izin: diparingke { $when }, kangge teks versi { $version } ({ $language })
my_data-no-consent = • Izin: mboten wonten, dados data mboten kula angge
my_data-proof-phone = • Bukti: HP kadhaftar, { $when }. Berlaku dumugi { $until }
my_data-proof-code = • Bukti: kode saking HP kadhaftar, { $when }. Berlaku dumugi { $until }
my_data-proof-agent = • Bukti: dipriksa petugas, { $when }. Berlaku dumugi { $until }
my_data-proof-knowledge = • Bukti: data dhiri cocok, { $when }. Berlaku dumugi { $until }
my_data-language = • Alamat chat niki supados saged diwangsuli, lan pilihan basa: { $language }
my_data-unfinished = • Wangsulan sing dereng rampung: { $kinds }. Dibusak paling dangu { $forget_hours } jam sasampune pesen pungkasan
my_data-nothing-unfinished = • Wangsulan sing dereng rampung: mboten wonten
my_data-ends = • Sedaya niki dibusak piyambak yen { $days } dinten mboten wonten pesen
my_data-speaks-id = Basa Indonesia
my_data-speaks-en = Basa Inggris
my_data-speaks-jv = Basa Jawa
my_data-speaks-su = Basa Sunda
my_data-kind-nik = NIK
my_data-kind-name = nami
my_data-kind-birth_date = tanggal lair
my_data-kind-mother = nami ibu
my_data-kind-phone = nomer HP
my_data-kind-code = kode

my_data-exported = Berkase kula kirim ing chat niki, Kak: setunggal kangge diwaos, setunggal kangge komputer. Data kepesertaan wonten ing { $operator }, mboten ing berkas niki. Ampun dibagi-bagi nggih.
my_data-exported-help = Berkas niku isi sedaya sing kula simpen saking chat niki. Yen dereng katon, tengga sekedhap, lajeng ketik KIRIM DATA SAYA malih.
my_data-exported-wrong = Mangga pilih salah setunggal, Kak, utawi ketik MENU.
my_data-exported-example = Contone, wangsuli 2 kangge mirsani malih napa sing disimpen.

my_data-correct = Wangsulan sing dereng rampung saged digantos kanthi ngetik KEMBALI, lajeng nyerat sing leres. Data kepesertaan (nami, NIK, tanggal lair, nomer HP) mboten saged kula ewahi saking chat niki. Nyuwun teng HRD utawi { $operator }, mbekta KTP.
my_data-correct-help = Cawiske KTP asli lan KK. Yen KTP-ne sing klentu, lereske rumiyin ing Dukcapil.
my_data-correct-wrong = Mangga pilih salah setunggal, Kak, utawi ketik MENU.
my_data-correct-example = Contone, wangsuli 1 kangge mirsani malih napa sing disimpen.

my_data-withdrawing = Yen izin dicabut, data panjenengan mboten kula angge malih lan bukti ing chat niki rampung. Mangke izin saged diparingke malih. Saestu badhe dicabut?
my_data-withdrawing-help = INGGIH tegese izin rampung sakniki lan wangsulan sing dereng rampung dibusak. MBOTEN tegese sedaya tetep.
my_data-withdrawing-wrong = Wangsuli INGGIH kangge nyabut izin, utawi MBOTEN yen mboten siyos.
my_data-withdrawing-example = Contone, wangsuli angka 2 yen mboten siyos.
my_data-withdrawn = Izin sampun dicabut, Kak, lan niku kula cathet. Wangsulan sing dereng rampung lan bukti sampun dibusak. Cathetan sanes dibusak yen panjenengan milih BUSAK DATA KULA.
my_data-withdrawn-help = Tanpa izin, nomer KPJ mboten saged dipadosi wonten mriki. Cara sanes: HRD, call center, utawi kantor cabang mbekta KTP.
my_data-withdrawn-wrong = Mangga pilih salah setunggal, Kak, utawi ketik MENU.
my_data-withdrawn-example = Contone, wangsuli 1 kangge mbusak sedaya cathetan.
my_data-no-consent-to-withdraw = Mboten wonten izin sing perlu dicabut, Kak.

export-name = data-kula
export-title = Data pribadi kula ing Teman KPJ
export-by = Layanan saking { $operator }. Didamel { $when }.
export-address = Alamat chat: { $channel }, { $address }
export-consent-given = Izin diparingke { $when }, teks versi { $version }, basa { $locale }
export-consent-withdrawn = Izin dicabut { $when }
export-consents = Cathetan izin:
export-no-consents = Cathetan izin: mboten wonten
export-proofs = Bukti identitas sing taksih disimpen:
export-no-proofs = Bukti identitas: mboten wonten
export-proof = { $kind }, { $when }
export-kind-phone = HP kadhaftar
export-kind-code = kode saking HP kadhaftar
export-kind-agent = dipriksa petugas
export-kind-knowledge = data dhiri cocok
export-unfinished = Wangsulan sing dereng rampung (isine mboten dibaleni wonten mriki): { $kinds }. Dibusak paling telat { $when }
export-no-unfinished = Wangsulan sing dereng rampung: mboten wonten
export-ends = Obrolan niki dibusak piyambak tanggal { $when } yen mboten wonten pesen malih.
export-also = Sakliyane niku wonten cathetan keamanan (wekdal lan jinis kedadosan) lan etangan pacoban, dados sandi searah tanpa nami, nomer, utawi isi chat. Data kepesertaan disimpen dening { $operator }; salinane disuwun ing mrika.
export-rights = Kapan mawon saged ketik CABUT IZIN utawi HAPUS DATA SAYA.

choice-privacy-export = Kirim data kula
choice-privacy-export-words = kirim, kirimno dataku, salinan, berkas
choice-privacy-correct = Lereske
choice-privacy-correct-words = lereske data, benakno data, wonten sing klentu
choice-privacy-withdraw = Cabut izin
choice-privacy-withdraw-words = cabut, jabut izin
choice-withdraw-yes = Inggih, cabut
choice-withdraw-no = Mboten, tetep
