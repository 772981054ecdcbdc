### Pesen kanggo petugas, sareng walerna. Waktos ngawaler mung dijangjikeun sakumaha nu diserat pangurus.

request-topic = Pesen Kakak bakal diaos ku petugas { $operator } sareng diwaler dina chat ieu. Perkawis naon, Kak?
request-topic-help = Pilih nu pangcaketna. Saatos éta Kakak nyerat nyalira masalahna.
request-topic-wrong = Mangga pilih heula perkawis naon, Kak. Saatos éta nembé nyerat masalahna.
request-topic-example = Contona, waler 1 upami perkawis nomer KPJ.

request-words = Mangga serat masalahna ku kecap nyalira, dina hiji pesen, Kak. Langsung diteraskeun. NIK, kecap sandi, atanapi kode teu kedah diserat.
request-words-help = Serat waé: badé naon, tos nyobian naon, sareng seratan naon anu aya dina layar.
request-words-wrong = Pesenna teu acan tiasa diteraskeun, Kak. Mangga serat ku kecap.
request-words-wrong-short = Éta pondok teuing kanggo petugas.
request-words-example = Contona: "Di JMO aya seratan data tidak sesuai, padahal nami abdi tos sami sareng KTP".

request-opened = Pesenna tos diteraskeun, Kak. Nomer paménta: { $number }. Waleran petugas bakal aya dina chat ieu.
request-hours = Petugas { $operator }: { $contact }
request-failed = Hapunten Kak, pesenna teu acan tiasa disimpen. Upami tétéla lebet, nomerna dikintun di dieu. Badé dicobian deui?
request-failed-help = COBI KINTUN DEUI kanggo nyerat pesenna sakali deui. Jalan sanés ka petugas aya dina NYARIOS SARENG JALMI.
request-failed-wrong = Mangga pilih salah sahiji, Kak.
request-failed-example = Contona, waler 1 kanggo nyobian deui.

choice-menu-agent = Nyarios ka petugas
choice-menu-agent-words = nyarios sareng petugas, ngobrol jeung petugas, pénta petugas
choice-agent-request = Ngantunkeun pesen
choice-agent-request-words = kintun pesen, kirim pesen, nitip pesen, serat pesen
choice-request-kpj = Nomer KPJ
choice-request-kpj-words = kpj, milarian nomer, hilap nomer
choice-request-jmo = Aplikasi JMO
choice-request-jmo-words = jmo, akun jmo, daptar jmo, aplikasi
choice-request-data = Data kapesertaan
choice-request-data-words = data, data lepat, teu acan didaptarkeun, nomer dua
choice-request-other = Perkawis sanés
choice-request-other-words = nu sanes, nu lain
choice-request-again = Cobi kintun deui
choice-request-again-words = cobi deui, kintun deui, ulang
