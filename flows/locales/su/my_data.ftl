### Data pribadi abdi: naon anu disimpen, sareng naon anu tiasa dipidamel.

my_data-shown = Anu disimpen tina chat ieu, sadayana dikonci:
my_data-shown-help = KINTUN DATA ABDI ngintun sadayana janten berkas. LERÉSKEUN kanggo data anu lepat. CABUT IDIN ngeureunkeun dianggona data. HAPUS DATA ABDI ngahapus sadayana.
my_data-shown-wrong = Mangga pilih salah sahiji, Kak, atanapi ketik MENU.
my_data-shown-example = Contona, waler 1 supados datana dikintun janten berkas.
my_data-consent = • Idin: dipasihkeun { $when }, kanggo téks vérsi { $version } ({ $language })
my_data-no-consent = • Idin: teu aya, janten data teu dianggo
my_data-proof-phone = • Bukti: HP kadaptar, { $when }. Lumaku dugi ka { $until }
my_data-proof-code = • Bukti: kode tina HP kadaptar, { $when }. Lumaku dugi ka { $until }
my_data-proof-agent = • Bukti: dipariksa petugas, { $when }. Lumaku dugi ka { $until }
my_data-proof-knowledge = • Bukti: data diri cocog, { $when }. Lumaku dugi ka { $until }
my_data-language = • Alamat chat ieu supados tiasa diwaler, sareng pilihan basa: { $language }
my_data-unfinished = • Waleran anu teu acan réngsé: { $kinds }. Dihapus paling lami { $forget_hours } jam saatos pesen panungtung
my_data-nothing-unfinished = • Waleran anu teu acan réngsé: teu aya
my_data-ends = • Sadaya ieu dihapus nyalira upami { $days } dinten teu aya pesen
my_data-speaks-id = Basa Indonésia
my_data-speaks-en = Basa Inggris
my_data-speaks-jv = Basa Jawa
my_data-speaks-su = Basa Sunda
my_data-kind-nik = NIK
my_data-kind-name = nami
my_data-kind-birth_date = tanggal lahir
my_data-kind-mother = nami ibu
my_data-kind-phone = nomer HP
my_data-kind-code = kode

my_data-exported = Berkasna dikintun dina chat ieu, Kak: hiji kanggo diaos, hiji kanggo komputer. Data kaanggotaan aya di { $operator }, teu aya dina berkas ieu. Ulah dibagikeun nya.
my_data-exported-help = Berkas éta eusina sadaya anu disimpen tina chat ieu. Upami teu acan katingali, antosan sakedap, teras ketik KIRIM DATA SAYA deui.
my_data-exported-wrong = Mangga pilih salah sahiji, Kak, atanapi ketik MENU.
my_data-exported-example = Contona, waler 2 kanggo ningali deui naon anu disimpen.

my_data-correct = Waleran anu teu acan réngsé tiasa digentos ku ngetik KEMBALI, teras nyerat nu leres. Data kaanggotaan (nami, NIK, tanggal lahir, nomer HP) teu tiasa dirobih tina chat ieu. Suhunkeun ka HRD atanapi { $operator }, candak KTP.
my_data-correct-help = Siapkeun KTP asli sareng KK. Upami KTP-na nu lepat, leréskeun heula di Dukcapil.
my_data-correct-wrong = Mangga pilih salah sahiji, Kak, atanapi ketik MENU.
my_data-correct-example = Contona, waler 1 kanggo ningali deui naon anu disimpen.

my_data-withdrawing = Upami idin dicabut, data Kakak teu dianggo deui sareng bukti dina chat ieu réngsé. Engké idin tiasa dipasihkeun deui. Yakin badé dicabut?
my_data-withdrawing-help = MUHUN hartosna idin réngsé ayeuna sareng waleran anu teu acan réngsé dihapus. HENTEU hartosna sadayana tetep.
my_data-withdrawing-wrong = Waler MUHUN kanggo nyabut idin, atanapi HENTEU upami teu janten.
my_data-withdrawing-example = Contona, waler angka 2 upami teu janten.
my_data-withdrawn = Idin tos dicabut, Kak, sareng éta ku kami dicatet. Waleran anu teu acan réngsé sareng bukti tos dihapus. Catetan sanésna dihapus upami Kakak milih HAPUS DATA ABDI.
my_data-withdrawn-help = Tanpa idin, nomer KPJ teu tiasa dipilari di dieu. Cara sanés: HRD, call center, atanapi kantor cabang candak KTP.
my_data-withdrawn-wrong = Mangga pilih salah sahiji, Kak, atanapi ketik MENU.
my_data-withdrawn-example = Contona, waler 1 kanggo ngahapus sadaya catetan.
my_data-no-consent-to-withdraw = Teu aya idin anu kedah dicabut, Kak.

export-name = data-abdi
export-title = Data pribadi abdi di Teman KPJ
export-by = Layanan ti { $operator }. Didamel { $when }.
export-address = Alamat chat: { $channel }, { $address }
export-consent-given = Idin dipasihkeun { $when }, téks vérsi { $version }, basa { $locale }
export-consent-withdrawn = Idin dicabut { $when }
export-consents = Catetan idin:
export-no-consents = Catetan idin: teu aya
export-proofs = Bukti idéntitas anu disimpen kénéh:
export-no-proofs = Bukti idéntitas: teu aya
export-proof = { $kind }, { $when }
export-kind-phone = HP kadaptar
export-kind-code = kode tina HP kadaptar
export-kind-agent = dipariksa petugas
export-kind-knowledge = data diri cocog
export-unfinished = Waleran anu teu acan réngsé (eusina teu diulang di dieu): { $kinds }. Dihapus paling telat { $when }
export-no-unfinished = Waleran anu teu acan réngsé: teu aya
export-ends = Obrolan ieu dihapus nyalira tanggal { $when } upami teu aya pesen deui.
export-also = Salian ti éta aya catetan kaamanan (waktos sareng jinis kajadian) katut itungan percobaan, janten sandi saarah tanpa nami, nomer, atanapi eusi chat. Data kaanggotaan disimpen ku { $operator }; salinanna disuhunkeun di ditu.
export-rights = Iraha waé tiasa ngetik CABUT IZIN atanapi HAPUS DATA SAYA.

choice-privacy-export = Kintun data abdi
choice-privacy-export-words = kintun, kirim, salinan, berkas
choice-privacy-correct = Leréskeun
choice-privacy-correct-words = lereskeun data, benerkeun, aya nu lepat
choice-privacy-withdraw = Cabut idin
choice-privacy-withdraw-words = cabut, cabut izin
choice-withdraw-yes = Muhun, cabut
choice-withdraw-no = Henteu, tetep
