menu-main = Napa sing saged kula biyantu, Kak?
menu-main-help = Pilih salah setunggal, utawi serat mawon nganggo tembung piyambak. Contone: "lali nomer KPJ". Yen badhe matur kalih tiyang, ketik PETUGAS. Kangge mbusak data, ketik HAPUS DATA SAYA.
menu-main-wrong = Kula dereng mangertos karsane, Kak. Pilih nomer ing ngandhap, utawi serat keperluane, contone "padosi KPJ".
menu-main-example = Contone, wangsuli angka 1 kangge madosi nomer KPJ.

language-which = Kersa ngangge basa napa? / Mau pakai bahasa apa? / Which language?
language-which-help = Wangsuli angka ing ngajenge basa sing dipilih.
language-which-wrong = Basa niku dereng wonten. Mangga pilih salah setunggal ing ngandhap.
language-which-example = Contone, wangsuli angka 3 kangge Basa Jawa.

pause-back_again = Sugeng rawuh malih, Kak. Wau kita dereng rampung. Kersa lajeng utawi wiwit malih?
pause-back_again-help = LAJENG tegese nerusake pitakenan wau. WIWIT MALIH tegese wangsul teng menu.
pause-back_again-wrong = Wangsuli LAJENG kangge nerusake sing wau, utawi WIWIT MALIH kangge wangsul teng menu.
pause-back_again-example = Contone, wangsuli angka 1 kangge lajeng.

leaving-sure = Sing wau dereng rampung, Kak. Kersa ditilar lan wangsul teng menu?
leaving-sure-for = Sing wau dereng rampung, Kak. Kersa ditilar lan pindhah teng "{ $journey }"?
leaving-sure-help = LAJENG tegese pitakenan wau diteruske. INGGIH tegese sing wau ditilar.
leaving-sure-wrong = Wangsuli LAJENG kangge nerusake sing wau, utawi INGGIH kangge nilar.
leaving-sure-example = Contone, wangsuli angka 1 kangge lajeng.

forgetting-sure = Sedaya cathetan obrolan niki badhe dibusak: wangsulan, izin, bukti, kode, lan pilihan basa. Data kepesertaan ing BPJS Ketenagakerjaan mboten ewah. Saestu badhe dibusak?
forgetting-sure-help = INGGIH tegese cathetan obrolan niki dibusak sakniki lan mboten saged diwangsulke. MBOTEN tegese sedaya tetep kados wau.
forgetting-sure-wrong = Wangsuli INGGIH kangge mbusak, utawi MBOTEN yen mboten siyos.
forgetting-sure-example = Contone, wangsuli angka 2 yen mboten siyos.
forgetting-done =
    Tandha tampi: cathetan obrolan niki dibusak tanggal { $date }.
    Sing taksih namung cathetan yen izin nate diparingke lan dicabut, cathetan keamanan{ $days ->
        [0] {""}
       *[other] {" "}(paling dangu { $days } dinten)
    }, lan etangan pacoban (paling dangu sawetawis dinten). Sedaya sandi searah, tanpa nami, nomer, utawi isi chat.
    Pesen sing taksih wonten ing HP saged dibusak piyambak, Kak.
forgetting-done-help = Serat napa mawon kangge miwiti obrolan enggal.
forgetting-done-wrong = Serat napa mawon kangge miwiti obrolan enggal.
forgetting-done-example = Contone, serat HALO.

choice-menu-recover = Padosi nomer KPJ kula
choice-menu-recover-words = padosi kpj, goleki kpj, golek nomer kpj, lali kpj, kesupen kpj, kpj, nomer kpj
choice-menu-register = Bantu daftar JMO
choice-menu-register-words = daftar jmo, carane daftar jmo, ndaftar jmo, gawe akun jmo, damel akun jmo
choice-menu-language = Basa / Language
choice-menu-privacy = Data pribadi kula
choice-menu-privacy-words = data kula, dataku, data pribadiku
choice-nav-back = Wangsul
choice-nav-menu = Menu
choice-nav-agent = Matur kalih tiyang
choice-nav-help = Bantuan
choice-lang-id = Indonesia
choice-lang-en = English
choice-lang-jv = Basa Jawa
choice-lang-jv-words = jawa, jowo, boso jowo, javanese
choice-lang-su = Basa Sunda
choice-lang-su-words = sunda, sundanese
choice-pause-go_on = Lajeng
choice-pause-go_on-words = lajengke, terusno, teruske, lanjut, sing mau
choice-pause-restart = Wiwit malih
choice-pause-restart-words = saking wiwitan, mulai maneh, dibaleni saka awal
choice-leaving-go_on = Lajeng
choice-leaving-go_on-words = lajengke, terusno, teruske, lanjut, sing mau
choice-leaving-menu = Teng menu
choice-leaving-menu-words = ditilar mawon, menu mawon
choice-leaving-leave = Inggih, pindhah
choice-leaving-leave-words = pindhah, tilar mawon, pindah wae
choice-privacy-delete = Busak data kula
choice-forget-yes = Inggih, busak
choice-forget-no = Mboten siyos

menu-has_kpj = Niki 11 angka, kadose nomer KPJ, Kak. Mboten kula simpen. Yen niku nomere panjenengan piyambak, nomer niku sing diangge daftar ing JMO. Kersa mirsani langkahe?
menu-has_kpj-help = LANGKAH DI JMO kangge cara daftar nganggo nomer niku. PADOSI NOMER KPJ KULA yen niku sanes nomere panjenengan.
menu-has_kpj-wrong = Mangga pilih salah setunggal, Kak, utawi ketik MENU.
menu-has_kpj-example = Contone, wangsuli 1 kangge mirsani langkah ing JMO.
