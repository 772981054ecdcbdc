menu-main = Naon anu tiasa dibantos, Kak?
menu-main-help = Pilih salah sahiji, atanapi serat waé ku kecap nyalira. Contona: "hilap nomer KPJ". Kanggo nyarios sareng jalmi, ketik PETUGAS. Kanggo ngahapus data, ketik HAPUS DATA SAYA.
menu-main-wrong = Abdi teu acan ngartos maksadna, Kak. Pilih nomer di handap, atanapi serat peryogina, contona "milarian KPJ".
menu-main-example = Contona, waler angka 1 kanggo milarian nomer KPJ.

language-which = Badé nganggo basa naon? / Mau pakai bahasa apa? / Which language?
language-which-help = Waler angka di payuneun basa anu dipilih.
language-which-wrong = Basa éta teu acan aya. Mangga pilih salah sahiji di handap.
language-which-example = Contona, waler angka 4 kanggo Basa Sunda.

pause-back_again = Wilujeng sumping deui, Kak. Tadi urang teu acan réngsé. Badé teras atanapi mimitian deui?
pause-back_again-help = TERASKEUN hartosna nuluykeun patarosan nu tadi. MIMITIAN DEUI hartosna uih deui ka menu.
pause-back_again-wrong = Waler TERASKEUN kanggo nuluykeun nu tadi, atanapi MIMITIAN DEUI kanggo uih deui ka menu.
pause-back_again-example = Contona, waler angka 1 kanggo neraskeun.

leaving-sure = Nu tadi teu acan réngsé, Kak. Badé dikantunkeun sareng uih deui ka menu?
leaving-sure-for = Nu tadi teu acan réngsé, Kak. Badé dikantunkeun sareng ngalih ka "{ $journey }"?
leaving-sure-help = TERASKEUN hartosna patarosan tadi diteraskeun. MUHUN hartosna nu tadi dikantunkeun.
leaving-sure-wrong = Waler TERASKEUN kanggo nuluykeun nu tadi, atanapi MUHUN kanggo ngantunkeun.
leaving-sure-example = Contona, waler angka 1 kanggo neraskeun.

forgetting-sure = Sadaya catetan obrolan ieu bade dihapus: waleran, idin, bukti, kode, sareng pilihan basa. Data kaanggotaan di BPJS Ketenagakerjaan teu robah. Yakin badé dihapus?
forgetting-sure-help = MUHUN hartosna catetan obrolan ieu dihapus ayeuna sareng teu tiasa dipulangkeun. HENTEU hartosna sadayana tetep sapertos tadi.
forgetting-sure-wrong = Waler MUHUN kanggo ngahapus, atanapi HENTEU upami teu janten.
forgetting-sure-example = Contona, waler angka 2 upami teu janten.
forgetting-done =
    Tanda tarima: catetan obrolan ieu dihapus tanggal { $date }.
    Anu nyésa mung catetan yén idin kantos dipasihkeun sareng dicabut, catetan kaamanan{ $days ->
        [0] {""}
       *[other] {" "}(paling lami { $days } dinten)
    }, sareng itungan percobaan (paling lami sababaraha dinten). Sadayana sandi saarah, tanpa nami, nomer, atanapi eusi chat.
    Pesen anu aya kénéh dina HP tiasa dihapus nyalira, Kak.
forgetting-done-help = Serat naon waé kanggo ngamimitian obrolan énggal.
forgetting-done-wrong = Serat naon waé kanggo ngamimitian obrolan énggal.
forgetting-done-example = Contona, serat HALO.

choice-menu-recover = Milarian nomer KPJ abdi
choice-menu-recover-words = milarian kpj, neangan kpj, neangan nomer kpj, hilap kpj, poho kpj, kpj, nomer kpj
choice-menu-register = Bantos daptar JMO
choice-menu-register-words = daptar jmo, kumaha daptar jmo, cara daptar jmo, jieun akun jmo, ngadamel akun jmo
choice-menu-language = Basa / Language
choice-menu-privacy = Data pribadi abdi
choice-menu-privacy-words = data abdi, data urang, data kuring
choice-nav-back = Uih deui
choice-nav-menu = Menu
choice-nav-agent = Nyarios sareng jalmi
choice-nav-help = Bantuan
choice-lang-id = Indonesia
choice-lang-en = English
choice-lang-jv = Basa Jawa
choice-lang-jv-words = jawa, jowo, javanese
choice-lang-su = Basa Sunda
choice-lang-su-words = sunda, sundanese
choice-pause-go_on = Teraskeun
choice-pause-go_on-words = teras, tuluykeun, lajengkeun, lanjut, nu tadi
choice-pause-restart = Mimitian deui
choice-pause-restart-words = ti mimiti, ti awal, ulang ti awal
choice-leaving-go_on = Teraskeun
choice-leaving-go_on-words = teras, tuluykeun, lajengkeun, lanjut, nu tadi
choice-leaving-menu = Ka menu
choice-leaving-menu-words = kantunkeun, tinggalkeun, menu wae
choice-leaving-leave = Muhun, ngalih
choice-leaving-leave-words = ngalih, pindah, kantunkeun, tinggalkeun
choice-privacy-delete = Hapus data abdi
choice-forget-yes = Muhun, hapus
choice-forget-no = Teu janten

menu-has_kpj = Éta 11 angka, sigana nomer KPJ, Kak. Ku kami teu disimpen. Upami éta nomer Kakak nyalira, nomer éta anu dianggo daptar di JMO. Badé ningali léngkahna?
menu-has_kpj-help = LÉNGKAH DI JMO kanggo cara daptar nganggo nomer éta. MILARIAN NOMER KPJ ABDI upami éta sanés nomer Kakak.
menu-has_kpj-wrong = Mangga pilih salah sahiji, Kak, atanapi ketik MENU.
menu-has_kpj-example = Contona, waler 1 kanggo ningali léngkah di JMO.
