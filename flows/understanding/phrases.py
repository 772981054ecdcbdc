"""Patterns that the rules are made of: how a thing is called, in all the ways in which people write it."""

NUMBER = r"(?:nomor|nomer|nmr|no|number|kode)"
KPJ = r"(?:kpj\w*|kjp)"
SCHEME = r"(?:bpjstk\w*|bpjs(?! kes| sehat)(?: (?:tk|naker|ketenagakerjaan))?|jamsos\w*|bpjamsos\w*)"
CARD = rf"(?:{KPJ}|{SCHEME}|kartu|peserta|kepesertaan|member\w*)"
MINE = r"(?:saya|aku|ku|sy|abdi|kula|my|i|dong|ya|nya)"
RELATIVE = (
    r"(?:istri|suami|bapak|bapa|ayah|ibu|mama|emak|mamak|adik|adek|kakak|abang|anak|teman|temen|tetangga|sepupu"
    r"|saudara|mertua|bos|karyawan|almarhum\w*|wife|husband|friend|brother|sister|father|mother|son|daughter"
    r"|orang tua|ortu)"
)
OTHERS = rf"(?:{RELATIVE}(?:ku|nya|'s)?|orang lain|someone else|somebody else)"
NOT = r"(?:gak|ga|gk|nggak|ngga|enggak|tidak|tdk|kagak|ndak|ora|teu|belum|not|don't|can't|cannot|susah)"
LOST = (
    r"(?:lupa|lali|poho|ilang|hilang|kehilangan|lost|forgot\w*|forget|gatau|gtw"
    rf"|{NOT} (?:ngerti|apal|tau|tahu|inget|ingat|hafal|hapal|punya|know|have|remember))"
)
SEEK = (
    r"(?:cari\w*|cek|tau|tahu|minta|butuh|perlu|mau|ingin|find|need|dapat\w*|dapet\w*|tanya|lihat|liat|check|get|what)"
)
ASKS = r"(?:berapa|piro|apa|gimana|bagaimana|sabaraha)"
LIMIT = r"(?:batas\w*|paling (?:banyak|besar)|maksimal\w*|maks|limit\w*|maximum)"
PHONE = r"(?:(?:nomor|no) (?:hp|wa|whatsapp|telepon|telpon|telp|handphone)\w*|hp|handphone|phone(?: number)?)"
CLAIM = r"(?:klaim\w*|claims?|cair\w*|dicairkan|pencairan)"
ON_ONES_OWN = (
    r"(?:ojek|ojol|gojek|grab|driver online|pedagang|dagang|jualan|warung|petani|nelayan|freelance\w*|bpu"
    r"|usaha sendiri|kerja sendiri|pekerja mandiri|self employed)"
)
SOMEONE = (
    r"(?:orang(?! tua)|dia|mereka|oknum|calo|teman\w*|temen\w*|tetangga|kenalan|mandor\w*"
    r"|someone|somebody|he|she|they|guy|man)"
)
DEMANDS = r"(?:minta\w*|mintain|nyuruh|menyuruh|suruh|asks?|asked|asking|wants?)"
SECRETS = r"(?:kode|otp|password|sandi|pin|foto ktp|code)"
MONEY = r"(?:uang|duit|bayar\w*|imbalan|\d+ (?:ribu|rb|k|juta|jt)|money)"
PAPERS = r"(?:syarat\w*|persyaratan\w*|dokumen\w*|berkas\w*|(?:surat|bawa) apa|requirements?|documents?|papers)"
GAP = r"(?: \S+){0,4}?"
WAITING = (
    r"(?: (?:ya|iya|kak|kakak|min|pak|bu|mas|mbak|saya|dulu|sebentar|bentar|tunggu|lagi|saja|first|nggih|sik|sek"
    r"|heula|\W))*"
)
EMAIL = r"(?:email|e - mail|gmail)"
THING = r"(?:ktp|kk|kartu|dompet|hp|kacamata|catatan|surat|berkas|id card|wallet)"
ADDRESS = r"(?: (?:kak|kakak|min|admin|gan|bang|mas|mba|mbak|pak|bu|semua|ya|all|there|wr|wb|warahmatullahi|\W))*"
