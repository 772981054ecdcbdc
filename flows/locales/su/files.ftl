### Foto sareng berkas kanggo petugas: kunaon aya anu teu ditampi.

file-empty = Berkas éta kosong, Kak. Mangga kintun sakali deui.
file-type = Anu tiasa ditampi foto biasa atanapi PDF, Kak. Mangga kintun dina wangun éta.
file-heic = Foto tina iPhone éta teu acan tiasa dibuka, Kak. Mangga kintun gambar layarna.
file-large = Berkasna ageung teuing, Kak. Mangga kintun anu langkung alit, atanapi foto halamanna.
file-pixels = Fotona ageung teuing, Kak. Mangga kintun gambar layarna.
file-damaged = Berkasna teu tiasa dibuka, Kak, panginten ruksak. Mangga kintun sakali deui, atanapi kintun fotona.
file-locked = PDF éta nganggo kecap sandi, Kak. Mangga kintun anu tanpa sandi, atanapi foto halamanna.
file-active = PDF éta eusina langkung ti halaman biasa, janten demi kaamanan teu ditampi. Mangga kintun foto halamanna, Kak.
file-pages = PDF éta panjang teuing, Kak, paling seueur { $pages } halaman. Mangga kintun anu peryogi waé.
file-virus = Berkas éta bahaya numutkeun pamariksa virus, Kak, janten teu ditampi. Mangga kintun fotona waé.
file-unscanned = Berkasna teu acan tiasa dipariksa ayeuna, Kak. Mangga kintun deui engké nya.
file-many-ticket = Berkas kanggo pamundut ieu tos { $files }, Kak. Mangga taroskeun heula ka petugas mana anu peryogi kénéh.
file-many-day = Dinten ieu tos aya { $a_day } berkas, Kak. Mangga sésana kintun énjing.
file-gone = Berkasna tos teu aya, Kak. Mangga kintun sakali deui.
file-away = Berkasna teu acan tiasa dicandak, Kak. Mangga kintun deui engké nya.
file-instead = Aya berkas kanggo Kakak: { $name }. Ti dieu berkasna teu tiasa dikintun.
