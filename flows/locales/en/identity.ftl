identity-consent =
    To find your KPJ, { $operator } needs your NIK and, if necessary, your name, birth date and phone number.
    They are only used to make sure that it is really you. Unfinished answers are deleted after { $forget_hours } hours at the latest.
    At any time you can type DELETE MY DATA.
    Do you agree?
identity-consent-help = Your permission is needed because NIK and KPJ are personal data. AGREE means we go on. NO means that nothing is asked, and I show you other ways.
identity-consent-wrong = Answer AGREE to go on, or NO if you do not want to.
identity-consent-example = For example, answer with the number 1 if you agree.
identity-contact = So that nobody else can get your number, press the button "{ identity-contact-button }" below. If this phone is the registered one, it will be quick.
identity-contact-button = Share my contact
identity-contact-help = The button sends the phone number of this Telegram account. It is compared with the registered number. You can press SKIP.
identity-contact-wrong = Press the button "{ identity-contact-button }" below, or answer SKIP.
identity-contact-wrong-is-phone = A typed number is no proof, because anybody can type it.
identity-contact-example = If you do not see the button, tap the small square beside the text field. Or answer 1 to skip.
identity-nik = Please type your NIK, the 16 digits on your KTP.
identity-nik-help = The NIK is the 16-digit number at the top of your KTP. Not the family card number, not a BPJS card. It is used to find you in the members list.
identity-nik-wrong = What is needed is the NIK: 16 digits on the KTP, no letters.
identity-nik-wrong-nik-short = Those are only { $count } digits, something seems to be missing.
identity-nik-wrong-nik-long = Those are { $count } digits, that seems too many.
identity-nik-wrong-kpj = Those are 11 digits, it looks like a KPJ already. If it is yours, you can use it in JMO right away.
identity-nik-wrong-phone = That looks like a phone number.
identity-nik-wrong-bpjs-kesehatan = That looks like a BPJS Kesehatan number (13 digits).
identity-nik-wrong-date = That looks like a date.
identity-nik-wrong-other = Those are { $count } digits, that does not look like a NIK.
identity-nik-example = It looks like this: 9971011708900001. Find the long number in the first line of your KTP and type all of it.
identity-kk_check = That looks more like the number of a family card (KK). The NIK is on the KTP. Is it really your NIK?
identity-kk_check-help = The KK number is at the top of the family card and is the same for the whole family. The NIK is on the KTP and different for everybody.
identity-kk_check-wrong = Answer YES if it is your NIK, or type the NIK from your KTP (16 digits).
identity-kk_check-wrong-nik-short = Those are only { $count } digits, something seems to be missing.
identity-kk_check-wrong-nik-long = Those are { $count } digits, that seems too many.
identity-kk_check-example = For example, answer 2 to type the NIK again.
identity-name = What is your full name, as on the KTP?
identity-name-help = Write your full name as on the KTP. Capitals do not matter, titles are not needed.
identity-name-wrong = Write your full name as on the KTP, in letters only.
identity-name-wrong-digits = There are digits or signs in it that names do not usually have.
identity-name-wrong-length = That does not look like a full name.
identity-name-example = For example: Rukmini Contohwati.
identity-birth_date = When were you born? Day, month and year.
identity-birth_date-month = And the month?
identity-birth_date-year = Now only the year, in four digits, for example 1990.
identity-birth_date-help = Write your birth date as on the KTP, the day first. It is used to make sure that the data is yours.
identity-birth_date-wrong = Write day, month and year, for example 17 August 1990.
identity-birth_date-wrong-unclear = I could not read that date, or it is not in the calendar.
identity-birth_date-example = Digits are fine too: 17-08-1990. Day first, then month, then year.
identity-date_check = That birth date differs from the one inside the NIK. That can be right. Is it as on your KTP?
identity-date_check-help = Digits 7 to 12 of a NIK are usually the birth date. If your KTP really says otherwise, answer IT IS RIGHT.
identity-date_check-wrong = Answer IT IS RIGHT, or type your birth date once more.
identity-date_check-wrong-unclear = I could not read that date, or it is not in the calendar.
identity-date_check-example = For example, answer 1 if the date is right.
identity-mother = What is your mother's name?
identity-mother-help = Your mother's name as on the family card. It is an additional security question.
identity-mother-wrong = Write your mother's name, in letters only.
identity-mother-wrong-digits = There are digits or signs in it that names do not usually have.
identity-mother-wrong-length = That does not look like a full name.
identity-mother-example = For example: Sulastri Contohwati.
identity-away = Sorry, the members list cannot be opened right now. Your answers are not lost: I will try again by myself and tell you here.
identity-away-help = I keep trying. You can close this chat. If it is urgent, choose TALK TO A PERSON.
identity-away-wrong = It still cannot be opened. I will tell you as soon as it can.
identity-away-example = If you do not want to wait, answer 1 to talk to a person.

identity-found = Your data were found. The number ends with { $last }.
identity-code = If the data match, a 6-digit code was sent by SMS or WhatsApp to the registered phone number. Type it here. It is valid for 5 minutes.
identity-code-help = The code goes only to the phone number on record, not to one that is typed here. If none arrives within a minute, choose SEND AGAIN. If that number is no longer in use, choose NO CODE.
identity-code-wrong = Type the 6 digits from that message, or choose one below.
identity-code-wrong-digits = Those are { $count } digits, the code has 6.
identity-code-example = It looks like this: 048151. You can also copy the whole message here.
sms-code = { $code } is your Teman KPJ code from { $operator }. Valid for 5 minutes. Type it only in the chat that you began yourself, give it to nobody.
code-wrong = That is not the code. Please look again.
code-again = If the data match, a new code is sent to the registered phone number. There is at least a minute between codes.
code-unchecked = Sorry, the code could not be checked just now. Please type it once more.

choice-code-again = Send again
choice-code-again-words = resend, no code yet, another code
choice-code-none = No code
choice-code-none-words = i got no code, lost phone, old number
choice-consent-yes = Agree
choice-consent-yes-words = i agree, yes i agree, ok, go ahead, sure
choice-consent-no = No
choice-consent-no-words = i do not agree, no thanks, i refuse
choice-contact-skip = Skip
choice-contact-skip-words = not now, later
choice-nik-keep = Yes, it is my NIK
choice-nik-again = Type the NIK again
choice-date-keep = It is right
choice-date-keep-words = correct, as on the ktp
choice-date-again = Type the date again

identity-name-wrong-sentence = That looks like a sentence, not a name. To change your last answer, type BACK.
identity-name-wrong-script = I cannot read those letters. Please use Latin letters as on the KTP.
identity-mother-wrong-sentence = That looks like a sentence, not a name. To change your last answer, type BACK.
identity-mother-wrong-script = I cannot read those letters. Please use Latin letters.

## Shorter, when the question comes again after something else
identity-consent-short = So, do you agree that your data is used to find your KPJ?
identity-contact-short = Let us go on: press the button "{ identity-contact-button }" below, or answer SKIP.
identity-code-short = Type the 6-digit code from that SMS or WhatsApp message here.
wrong-nik-again = We have your NIK already.
identity-away-short = { identity-away-wrong }
