### Masalah akun JMO: anu teu acan ditarjamahkeun disanggakeun ku basa Indonésia.

choice-menu-account = Masalah akun JMO
choice-menu-account-words = akun jmo, teu tiasa lebet, teu bisa login, poho password

account-still = Upami cara tadi teu acan hasil, Kak, langkung saé ditaroskeun ka salah sahiji ieu:
