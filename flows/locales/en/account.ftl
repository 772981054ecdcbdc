### Trouble with a JMO account: short answers, the next thing to do, and the way back.

account-which = What is the trouble with your JMO account? Choose, or just write it.
account-which-help = Choose what comes closest. You can write, for example, "forgot my password" or "no code".
account-which-wrong = I do not know that trouble. Please choose one, or type AGENT.
account-which-example = For example, answer 1 for a forgotten password.
account-or_call = • Still no success: call { $call_centre }, or go to a branch office with your KTP.
account-phones = • At least { $jmo_android } or { $jmo_ios }. Older phones may not work.
account-password =
    On JMO's log-in screen:
    • Tap "Lupa Password".
    • Fill in your e-mail and KPJ.
    • Wait for the code, then make a new password.
account-password-help = { account-topic-help }
account-password-wrong = { account-topic-wrong }
account-password-example = { account-topic-example }
account-forgotten =
    On JMO's log-in screen:
    • Tap "Lupa Akun".
    • Fill in KPJ and NIK, then "Cari Akun".
    • Choose SMS or e-mail, type the code, make a new password.
account-forgotten-help = { account-topic-help }
account-forgotten-wrong = { account-topic-wrong }
account-forgotten-example = { account-topic-example }
account-code =
    If JMO's code does not arrive:
    • Check the phone number or e-mail that you use, and the signal.
    • Look into the spam folder.
    • Wait a little, ask once for another, then restart your phone.
account-code-help = { account-topic-help }
account-code-wrong = { account-topic-wrong }
account-code-example = { account-topic-example }
account-locked =
    How long an account stays locked is not known to us for certain.
    • Do not keep trying. Wait a while.
    • Then use "Lupa Password" on JMO's log-in screen.
account-locked-help = { account-topic-help }
account-locked-wrong = { account-topic-wrong }
account-locked-example = { account-topic-example }
account-lost =
    If one of the two is left, use "Lupa Akun" and let the code be sent there.
    If both the old e-mail and the old number are gone: go to a branch office with your KTP. The staff there change the data, free of charge.
account-lost-help = { account-topic-help }
account-lost-wrong = { account-topic-wrong }
account-lost-example = { account-topic-example }
account-app =
    If JMO shows errors, closes by itself or does not open:
    • Update JMO from Play Store or App Store.
    • Restart your phone and try again.
    • Sometimes JMO is busy, try some hours later.
account-app-help = { account-topic-help }
account-app-wrong = { account-topic-wrong }
account-app-example = { account-topic-example }
account-balance =
    Usually the KPJ has not been added to the account:
    • Open "Profil Saya", then "Ubah Profil".
    • Choose "Tambah Kartu Peserta".
    • Type the 11 digits of the KPJ, then "Simpan".
account-balance-help = { account-topic-help }
account-balance-wrong = { account-topic-wrong }
account-balance-example = { account-topic-example }
account-jkn =
    Those are two different apps:
    • JMO is for BPJS Ketenagakerjaan: JHT balance, contributions, KPJ (11 digits).
    • Mobile JKN is for BPJS Kesehatan: health care, KIS card (13 digits).
    Your KPJ is not in Mobile JKN.
account-jkn-help = { account-topic-help }
account-jkn-wrong = { account-topic-wrong }
account-jkn-example = { account-topic-example }
account-topic-help = ANOTHER PROBLEM shows the list again. TALK TO A PERSON if this does not help.
account-topic-wrong = Please choose one, or write what the trouble is.
account-topic-example = For example, write "account locked", or answer with a number.

choice-menu-account = JMO account trouble
choice-menu-account-words = account, cannot log in, forgot password, account problem
choice-account-password = Forgotten password
choice-account-password-words = forgot password, password
choice-account-forgotten = Forgotten account
choice-account-forgotten-words = forgot account, forgot e-mail
choice-account-code = No code arrives
choice-account-code-words = otp, no code, no sms
choice-account-locked = Account locked
choice-account-locked-words = blocked, locked
choice-account-lost = Old e-mail & phone gone
choice-account-lost-words = old number, lost phone
choice-account-app = App does not work
choice-account-app-words = app error, app closes, update
choice-account-balance = Balance not shown
choice-account-balance-words = no balance, empty balance, add card
choice-account-jkn = JMO or Mobile JKN?
choice-account-jkn-words = mobile jkn, difference
choice-account-find = Find my KPJ number
choice-account-find-words = find kpj, find my kpj, i do not know my kpj
choice-account-another = Another problem
choice-account-another-words = something else, others

account-still = If that has not helped, it is best to ask one of these:
account-face = { guide-face }
account-used = { guide-used }
account-still-help = { account-topic-help }
account-still-wrong = { account-topic-wrong }
account-still-example = { account-topic-example }
account-face-help = { account-topic-help }
account-used-help = { account-topic-help }
account-used-wrong = { account-topic-wrong }
account-used-example = { account-topic-example }
account-face-wrong = { account-topic-wrong }
account-face-example = { account-topic-example }
