### The guide to registering in JMO: one step a message. What stands in quotation marks are the app's own buttons.

guide-differs = I go with you one step at a time, at your own pace. Menus in JMO may look a little different.
guide-step = Step { $number } of { $total }
guide-again = Last time we got to step { $number } of { $total }. Go on from there, or start from the beginning?
guide-again-help = CONTINUE THE STEPS goes on where we were. FROM THE BEGINNING starts with the preparation.
guide-again-wrong = Please choose CONTINUE THE STEPS or FROM THE BEGINNING.
guide-again-example = For example, answer 1 to go on.
guide-no_hurry = No problem. I will wait, also until tomorrow.

guide-ready =
    Have these ready:
    • your KTP and your KPJ (11 digits)
    • an e-mail address of your own that you can open
    • an active phone number with signal
    • the newest JMO app from Play Store or App Store
guide-ready-help = The KPJ is the number of your BPJS Ketenagakerjaan card. If you do not know it, choose NO KPJ YET, then we come back here.
guide-ready-wrong = When everything is ready, answer NEXT.
guide-ready-example = For example, answer 1 when you are ready.
guide-new_account = Open the JMO app and tap "Buat Akun Baru".
guide-new_account-help = JMO (Jamsostek Mobile) is the app of BPJS Ketenagakerjaan. Make sure it is not Mobile JKN, which is for BPJS Kesehatan.
guide-new_account-wrong = When you have tapped "Buat Akun Baru", answer NEXT.
guide-new_account-example = For example, answer DONE for the next step.
guide-member =
    JMO asks whether you are a member already. Choose "Ya, Saya Sudah Daftar".
    Careful: the other answer can create a second membership that you pay for yourself.
guide-member-help = Employees are enrolled by their employer, so you are a member even without a JMO account.
guide-member-wrong = When you have chosen "Ya, Saya Sudah Daftar", answer NEXT.
guide-member-example = For example, answer DONE when you have chosen it.
guide-kind =
    Choose the kind of membership:
    • Penerima Upah (PU): employees with wages
    • Bukan Penerima Upah (BPU): self-employed
    • Pekerja Migran (PMI): working abroad
    Construction workers who do not find theirs: type AGENT.
guide-kind-help = If your employer enrolled you, it is usually Penerima Upah (PU).
guide-kind-wrong = When the kind of membership is chosen, answer NEXT.
guide-kind-example = For example, answer DONE when it is chosen.
guide-citizenship = Choose your citizenship, WNI or WNA, then tap "Selanjutnya".
guide-citizenship-help = WNI means Indonesian citizen, WNA means foreign citizen.
guide-citizenship-wrong = When you have tapped "Selanjutnya", answer NEXT.
guide-citizenship-example = For example, answer DONE for the next step.
guide-identifiers =
    Fill in, in the app: NIK, KPJ, full name and birth date. Exactly as on your KTP, then tap "Selanjutnya".
    The NIK has 16 digits, the KPJ 11. Do not send them to this chat.
guide-identifiers-help = The NIK is on the KTP, it is not the family card number. The KPJ is the number of your BPJS Ketenagakerjaan card. If you have several, use the oldest.
guide-identifiers-wrong = These belong into the JMO app, not here. When that is done, answer NEXT.
guide-identifiers-example = For example, answer DONE when the app has accepted them.
guide-email = Fill in your e-mail address. You will log in with it, so use your own, not one of your company.
guide-email-help = Use an address that you can open now, because the code is sent there.
guide-email-wrong = The address belongs into the JMO app. When that is done, answer NEXT.
guide-email-example = For example, answer DONE when it is filled in.
guide-email_code = Open your e-mail, find the code from JMO and type it in the app. Give that code to nobody, not to us either.
guide-email_code-help = If there is none, look into the spam folder. Wait a little, then ask once for another.
guide-email_code-wrong = When the app has accepted the code, answer NEXT.
guide-email_code-example = For example, answer DONE. Or write "the code does not arrive".
guide-phone = Fill in your own phone number, one that is active and has signal.
guide-phone-help = Use a number that you will keep. The next code is sent there by SMS.
guide-phone-wrong = The phone number belongs into the JMO app. When that is done, answer NEXT.
guide-phone-example = For example, answer DONE when it is filled in.
guide-phone_code = Wait for the SMS with a code and type it in the JMO app. Do not send it to us or to anybody.
guide-phone_code-help = Make sure that there is signal and the number is right. Wait a little, then ask once for another.
guide-phone_code-wrong = When the app has accepted the code, answer NEXT.
guide-phone_code-example = For example, answer DONE. Or write "the sms does not arrive".
guide-password = Make a password in the app and type it twice. One that you remember and others cannot guess. Do not write it here.
guide-password-help = Keep the password where only you know. We never ask for it.
guide-password-wrong = When the app has accepted the password, answer NEXT.
guide-password-example = For example, answer DONE when it is accepted.
guide-terms = Read the terms and tap "Setuju". After that a photo of your face may be asked for, for "Pengkinian Data".
guide-terms-help = "Pengkinian Data" means updating your data. It can be done later, once you have the account.
guide-terms-wrong = When you have tapped "Setuju", answer NEXT.
guide-terms-example = For example, answer DONE when you have agreed.

guide-outcome = Those were all the steps. Can you log in to JMO?
guide-outcome-help = IT WORKED if you can log in. NOT YET so that we find out why. LATER if you have no time now.
guide-outcome-wrong = Please choose IT WORKED, NOT YET or LATER.
guide-outcome-example = For example, answer 1 if you can log in.
guide-finished =
    Good. To stay safe from now on:
    • Do "Pengkinian Data" in JMO.
    • Switch notifications on and check your contributions every month.
    • If your e-mail or phone number changes, tell JMO.
    • New job: give your KPJ to the new HR.
guide-finished-help = In JMO you can see your JHT balance, your contributions and the digital card.
guide-finished-wrong = If there is anything else, just write it, or type MENU.
guide-finished-example = For example, answer 1 for the menu.
guide-later = No problem, I remember the step. May I ask you once more tomorrow how it went?
guide-later-help = YES means that we send one question only, about a day from now. NO NEED means that we stay silent.
guide-later-wrong = Please answer YES or NO NEED.
guide-later-example = For example, answer 1 if we may.
guide-will_ask = All right, I will ask once.
guide-parked = I keep the step in mind. Write CONTINUE at any time to go on.
guide-parked-help = CONTINUE THE STEPS takes you to the last step, also some days from now.
guide-parked-wrong = Choose CONTINUE THE STEPS when you are ready, or MENU.
guide-parked-example = For example, answer 1 to go on.

## Trouble at a step
guide-which = What happened? Choose what comes closest, or just write it.
guide-which-help = Choose what comes closest. If nothing fits, choose SOMETHING ELSE and write the words on your screen.
guide-which-wrong = I do not know that trouble. Choose SOMETHING ELSE, then I note the words for a person.
guide-which-example = For example, write "the code does not arrive" or "the app closes".
guide-or_call = • Still no success: ask HR, call { $call_centre }, or go to a branch office with your KTP.
guide-or_dukcapil = • If your KTP is wrong, go to Dukcapil first, phone { $dukcapil }.
guide-phones = • At least { $jmo_android } or { $jmo_ios }. Older phones may not work.
guide-kpj =
    Usually one digit is wrong, you were enrolled only lately, or the number was merged into an older one.
    • Compare the 11 digits with your card.
    • Try the oldest number that you ever had.
    • New in your job: wait a little, then ask HR.
guide-kpj-help = { guide-trouble-help }
guide-kpj-wrong = { guide-trouble-wrong }
guide-kpj-example = { guide-trouble-example }
guide-mismatch =
    Name, NIK or birth date at BPJS Ketenagakerjaan do not agree with what you typed.
    • Type exactly what is on the KTP, without titles.
    • Ask HR to check what they sent, or go to a branch office with your KTP and KK.
guide-mismatch-help = { guide-trouble-help }
guide-mismatch-wrong = { guide-trouble-wrong }
guide-mismatch-example = { guide-trouble-example }
guide-nik =
    JMO compares the NIK with Dukcapil (the population register).
    • Make sure it is the 16 digits of the KTP, not the family card number.
    • Ask HR to check which NIK they sent.
guide-nik-help = { guide-trouble-help }
guide-nik-wrong = { guide-trouble-wrong }
guide-nik-example = { guide-trouble-example }
guide-used =
    There may be an old account (BPJSTKU or JMO), or HR made one for you.
    • Try "Lupa Akun" or "Lupa Password" in JMO.
    • If the old e-mail and number are both gone, go to a branch office with your KTP.
guide-used-help = { guide-trouble-help }
guide-used-wrong = { guide-trouble-wrong }
guide-used-example = { guide-trouble-example }
guide-code =
    If the code does not arrive:
    • Check the e-mail or phone number that you typed, and the signal.
    • Look into the spam folder.
    • Wait a little, ask once for another, then restart your phone.
guide-code-help = { guide-trouble-help }
guide-code-wrong = { guide-trouble-wrong }
guide-code-example = { guide-trouble-example }
guide-face =
    So that your face can be read:
    • A bright place, face straight, phone still.
    • Take off glasses, keep hair away from the face.
    • If it keeps failing or is blocked, wait a while, then go to a branch office with your KTP.
guide-face-help = { guide-trouble-help }
guide-face-wrong = { guide-trouble-wrong }
guide-face-example = { guide-trouble-example }
guide-closing =
    If JMO closes by itself or does not open:
    • Update JMO from Play Store or App Store.
    • Restart your phone and try again.
    • Sometimes JMO is busy, try some hours later.
guide-closing-help = { guide-trouble-help }
guide-closing-wrong = { guide-trouble-wrong }
guide-closing-example = { guide-trouble-example }
guide-trouble-help = CONTINUE THE STEPS to try again. STILL FAILING so that I note the words on your screen for a person.
guide-trouble-wrong = Please choose CONTINUE THE STEPS or STILL FAILING.
guide-trouble-example = For example, answer 1 to try again.
guide-wording = Write the words on your screen, just as you read them. I note them for a person. Do not write your NIK, a code or a password.
guide-wording-help = The words on your screen help to find the reason. One sentence is enough.
guide-wording-wrong = Write one sentence that JMO shows on the screen.
guide-wording-example = For example: "Data tidak ditemukan".
guide-noted = Noted. We do not guess what the message means. Please tell the same words to one of these:
guide-noted-help = CONTINUE THE STEPS to try again. I remember the step.
guide-noted-wrong = Choose CONTINUE THE STEPS, or MENU.
guide-noted-example = For example, answer 1 to try again.
wrong-jmo-code = That looks like a code. We have not kept it. Send a JMO code to nobody.
wrong-jmo-address = That looks like an e-mail address. We have not kept it.
wrong-jmo-secret = If that is a password, send it to nobody. We have not kept it. Better change it for another one.

choice-guide-next = Next
choice-guide-next-ready = { choice-guide-next }
choice-guide-next-new_account = { choice-guide-next }
choice-guide-next-member = { choice-guide-next }
choice-guide-next-kind = { choice-guide-next }
choice-guide-next-citizenship = { choice-guide-next }
choice-guide-next-identifiers = { choice-guide-next }
choice-guide-next-email = { choice-guide-next }
choice-guide-next-email_code = { choice-guide-next }
choice-guide-next-phone = { choice-guide-next }
choice-guide-next-phone_code = { choice-guide-next }
choice-guide-next-password = { choice-guide-next }
choice-guide-next-terms = { choice-guide-next }
choice-guide-no_kpj = No KPJ yet
choice-guide-no_kpj-words = i have no kpj, i don't have a kpj, find my kpj
choice-guide-see_kpj = Show my KPJ again
choice-guide-trouble = There is a problem
choice-guide-trouble-words = problem at this step, it fails, error
choice-guide-resume = Continue the steps
choice-guide-resume-words = continue, go on, back to the step, try again
choice-guide-restart = From the beginning
choice-guide-restart-words = start again, restart
choice-guide-succeeded = It worked
choice-guide-succeeded-words = success, i can log in
choice-guide-failed = Not yet
choice-guide-failed-words = it failed, cannot log in
choice-guide-later = Later
choice-guide-ask_me = Yes
choice-guide-do_not_ask = No need
choice-guide-kpj = KPJ not found
choice-guide-mismatch = Data do not match
choice-guide-nik = NIK not found
choice-guide-used = E-mail/phone in use
choice-guide-used-words = already registered, already used
choice-guide-code = Code does not arrive
choice-guide-face = Face photo fails
choice-guide-closing = JMO closes by itself
choice-guide-other = Something else
choice-guide-still = Still failing

follow_up-how = Hello, yesterday we tried to register in JMO. Did it work?
follow_up-how-help = YES if you can log in. NOT YET so that we go on together. After this we do not ask again.
follow_up-how-wrong = Please answer YES or NOT YET.
follow_up-how-example = For example, answer 2 to go on with the steps.
follow_up-glad = { guide-finished }
follow_up-glad-help = { guide-finished-help }
follow_up-glad-wrong = { guide-finished-wrong }
follow_up-glad-example = { guide-finished-example }
choice-follow-done = Yes
choice-follow-done-words = it worked, i can log in
choice-follow-not_yet = Not yet
choice-follow-not_yet-words = it failed, no success
choice-follow-stop = Do not ask again

guide-ready-short = We are still at step 1: KTP, KPJ number, e-mail, phone number and the JMO app. Is everything ready?
guide-kind-short = When you have chosen the kind of membership in JMO, answer NEXT.
guide-identifiers-short = We are still at step 6: NIK, KPJ, name and birth date go into the app, not into this chat. When done, answer NEXT.
guide-noted-short = To try again, choose { choice-guide-resume }.
guide-worker-pu = If a company pays your wage, choose Penerima Upah (PU).
guide-worker-bpu = If you work for yourself and pay the contributions yourself, choose Bukan Penerima Upah (BPU). If a company enrolled you, choose Penerima Upah (PU).
guide-worker-pmi = If you work abroad, choose Pekerja Migran (PMI).
guide-worker-builder = Construction workers have a kind of their own (Jasa Konstruksi), which JMO may not offer. If it is not there, type AGENT. If a company pays your wage, it is usually Penerima Upah (PU).
guide-other_answer = Do not worry. If the registration is not finished, go back in the app and choose "Ya, Saya Sudah Daftar". If it is finished, do not pay anything before you have asked one of these:
choice-guide-other_answer = Chose the wrong one
choice-guide-other_answer-words = wrong button, wrong answer, asked to pay
guide-other_answer-help = { guide-trouble-help }
guide-other_answer-wrong = { guide-trouble-wrong }
guide-other_answer-example = { guide-trouble-example }
guide-worker-which = { guide-kind-help }
