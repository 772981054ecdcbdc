### Foto lan berkas kangge petugas: kenging napa wonten sing mboten ditampi.

file-empty = Berkas niku kosong, Kak. Nyuwun dikirim malih.
file-type = Sing saged kula tampi foto biasa utawi PDF, Kak. Nyuwun dikirim ngangge wujud niku.
file-heic = Foto saking iPhone niku dereng saged kula bukak, Kak. Nyuwun dikirim gambar layare.
file-large = Berkase kegedhen, Kak. Nyuwun dikirim sing langkung alit, utawi foto halamane.
file-pixels = Fotone kegedhen, Kak. Nyuwun dikirim gambar layare.
file-damaged = Berkase mboten saged kula bukak, Kak, mbok menawi rusak. Nyuwun dikirim malih, utawi kirim fotone.
file-locked = PDF niku ngangge tembung sandi, Kak. Nyuwun dikirim sing tanpa sandi, utawi foto halamane.
file-active = PDF niku isine langkung saking halaman biasa, dados kangge keamanan mboten kula tampi. Nyuwun dikirim foto halamane, Kak.
file-pages = PDF niku kedawan, Kak, paling kathah { $pages } halaman. Nyuwun dikirim sing perlu mawon.
file-virus = Berkas niku mbebayani miturut pemriksa virus, Kak, dados mboten kula tampi. Nyuwun dikirim fotone mawon.
file-unscanned = Berkase dereng saged kula priksa sakniki, Kak. Nyuwun dikirim malih mangke nggih.
file-many-ticket = Berkas kangge panyuwunan niki sampun { $files }, Kak. Nyuwun pirsa rumiyin dhateng petugas pundi sing taksih perlu.
file-many-day = Dinten niki sampun wonten { $a_day } berkas, Kak. Nyuwun turahane dikirim mbenjing.
file-gone = Berkase sampun mboten wonten, Kak. Nyuwun dikirim malih.
file-away = Berkase dereng saged kula pendhet, Kak. Nyuwun dikirim malih mangke nggih.
file-instead = Wonten berkas kangge Kakak: { $name }. Lewat mriki berkase mboten saged dikirim.
