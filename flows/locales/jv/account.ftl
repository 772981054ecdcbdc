### Masalah akun JMO: sing dereng dipertal diaturke mawi basa Indonesia.

choice-menu-account = Masalah akun JMO
choice-menu-account-words = akun jmo, mboten saged mlebet, ora iso login, lali password

account-still = Yen cara wau dereng kasil, Kak, langkung sae ditangletaken teng salah setunggal niki:
