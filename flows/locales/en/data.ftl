### Trouble with the membership data: not enrolled, data that differ, several numbers.

data-kind = What is the trouble with the data?
data-kind-help = NOT ENROLLED if you are not sure whether you are enrolled. DATA DIFFER if name, birth date or NIK are not as on the KTP. SEVERAL NUMBERS if you have changed jobs.
data-kind-wrong = I did not catch what the trouble is. Please choose one below.
data-kind-example = For example, answer 3 if the name differs from the KTP.

data-not_enrolled =
    Every employer has to enrol its workers from the start of work.
    Signs that it has not: no card, no deduction on the payslip, and no news from HR.
    A deduction alone does not mean that it was paid in.
    So ask HR in writing: am I enrolled, and what is my number. The call centre and branch offices can be asked as well.
data-not_enrolled-help = SEND THE LIST holds what to prepare, in one message to keep.
data-not_enrolled-wrong = Please choose one, or type MENU.
data-not_enrolled-example = For example, answer 1 and I send the list.

data-employer =
    An employer who does not help cannot stop you.
    Ask a branch office for your KPJ directly, with your KTP, free of charge, also if the company has closed.
data-employer-call = By phone as well: call centre { $call_centre }.
data-employer-report = Not enrolled? It can be reported to BPJS Ketenagakerjaan or the local labour office (Dinas Ketenagakerjaan). The rules know sanctions.
data-employer-help = Proof of having worked there helps: payslip, employee card, or letter of employment (paklaring).
data-employer-wrong = Please choose one, or type MENU.
data-employer-example = For example, answer 1 and I send the list.

data-which = Which data differ, or have changed?
data-which-help = Compare your KTP with the BPJS Ketenagakerjaan card or the message in JMO. If more than one differs, choose MORE THAN ONE.
data-which-wrong = Please choose what differs: name, birth date, NIK, the mother's name, more than one, or phone, e-mail and address.
data-which-example = For example, answer 1 if it is the name.

data-ktp = Is what the KTP itself says correct?
data-ktp-help = If the KTP is wrong, the KTP is corrected first. If the KTP is right, the data at BPJS Ketenagakerjaan are corrected.
data-ktp-wrong = Answer YES if the KTP is right, or NO if the KTP is wrong.
data-ktp-example = For example, answer 1 if the KTP is right.

data-job = Do you still work for that employer?
data-job-help = If you still work there, HR can correct the data. If you have left, a branch office does.
data-job-wrong = Answer YES if you still work there, or NO if you have left.
data-job-example = For example, answer 2 if you have left.

data-differs-name = The name is corrected so that it is exactly as on the KTP, letter by letter.
data-differs-birth_date = The birth date is corrected so that it is as on the KTP. The NIK does not change with it, even if its digits differ from the birth date.
data-differs-nik = The NIK is corrected so that it is as on the KTP (16 digits). Make sure that it is not the family card number. A NIK does not change when you move.
data-differs-mother = We do not know for certain which papers are wanted for the mother's name, so ask the branch office before you go.
data-differs-more = First note everything that differs, so that it is corrected at once.
data-differs-working = Ask HR to correct it. If HR cannot, go to a branch office with your original KTP, the KK, and a letter from the employer if there is one.
data-differs-left = As you have left, go to a branch office with your original KTP, the KK, and a letter of employment (paklaring) if there is one.
data-differs-app = Do you have a JMO account? Try "Pengkinian Data" first. While data are being corrected, a claim may be delayed.
data-differs-help = SEND THE LIST holds the papers to bring, in one message to keep.
data-differs-wrong = Please choose one, or type MENU.
data-differs-example = For example, answer 1 and I send the list.

data-contact =
    A new phone number, e-mail or address is entered in JMO: "Profil Saya", then "Ubah Profil", or the menu "Pengkinian Data".
    No JMO account yet, or its codes still go to a number and an e-mail that are both gone? Go to a branch office with your KTP. The staff there change the data, free of charge.
data-contact-help = SEND THE LIST holds what to bring to the branch office, in one message to keep.
data-contact-wrong = Please choose one, or type MENU.
data-contact-example = For example, answer 1 to get the list.

data-dukcapil =
    If the KTP is wrong, have it corrected at Dukcapil first (the office for KTP and KK), not at BPJS Ketenagakerjaan.
    When the KTP is right, tell HR or a branch office, so that the data are made the same.
data-dukcapil-contact = Dukcapil can be called at { $dukcapil }.
data-dukcapil-help = The order: KTP and KK first, then the data at BPJS Ketenagakerjaan.
data-dukcapil-wrong = Please choose one, or type MENU.
data-dukcapil-example = For example, answer 1 and I send the list.

data-records =
    There can be more than one number if a new employer enrolled you as a new member.
    The first number is the one to keep, and the balances can be merged.
    Do you have a JMO account that you can open?
data-records-help = Merging numbers costs nothing. In JMO if you have an account, otherwise through HR or a branch office.
data-records-wrong = Answer YES if you have a JMO account that you can open, or NO if not.
data-records-example = For example, answer 1 if your JMO account can be opened.

data-merge =
    In JMO open "Pengkinian Data", then:
    1. Check the membership data. Make sure that the number shown is the first one.
    2. Take the face photo, fill in contact data, resident data and an emergency contact.
    3. Check again, tap "Konfirmasi".
    Menus may look a little different.
data-merge-help = If it fails in the app, choose NOT POSSIBLE IN JMO. The other ways are HR or a branch office.
data-merge-wrong = Please choose one, or type MENU.
data-merge-example = For example, answer 1 and I send the list.

data-merge_people = Through the HR of your present employer, or at a branch office. Bring all cards (paper or digital), your KTP, and letters of employment (paklaring) of earlier employers.
data-merge_people-help = All numbers are merged into the first one. It costs nothing and needs no middleman.
data-merge_people-wrong = Please choose one, or type MENU.
data-merge_people-example = For example, answer 1 and I send the list.

data-kept = The list is in the message above. You can keep it or pass it on. Anything else?
data-kept-help = Press the message for a while to keep it or pass it on. OTHER TROUBLE goes back to the kinds of trouble.
data-kept-wrong = Please choose one, or type MENU.
data-kept-example = For example, answer 2 for other trouble with data.

## The list to keep
data-list =
    KEEP THIS MESSAGE
    { $title }
data-list-not_enrolled = To make sure that you are enrolled:
data-list-employer = If the employer does not help:
data-list-differs = To correct data at BPJS Ketenagakerjaan:
data-list-contact = To change a phone number, e-mail or address:
data-list-dukcapil = To correct the KTP first:
data-list-merge = To merge numbers in JMO:
data-list-merge_people = To merge numbers through HR or a branch office:
data-item-ask-enrolled = • Ask HR in writing: "Am I enrolled in BPJS Ketenagakerjaan, and what is my member number?"
data-item-payslip = • Keep your payslips
data-item-answer-kept = • Keep HR's answer
data-item-where-call = • Can be asked: call centre { $call_centre }
data-item-where-branch = • Where: a branch office of BPJS Ketenagakerjaan
data-item-where-labour = • To report: BPJS Ketenagakerjaan or the labour office (Dinas Ketenagakerjaan)
data-item-where-hr = • Where: HR of your employer
data-item-ktp = • KTP
data-item-ktp-original = • Original KTP
data-item-kk = • Family card (KK)
data-item-card = • Card or KPJ number, if there is one
data-item-letter = • Letter from the employer, if there is one
data-item-paklaring = • Letter of employment (paklaring), if there is one
data-item-paklaring-all = • Letters of employment (paklaring) of earlier employers
data-item-all-cards = • All cards, paper or digital
data-item-proof = • Proof of work: payslip, employee card, or letter of employment (paklaring)
data-item-what = • To be corrected: { $what }
data-item-what-first = • To be corrected at Dukcapil: { $what }
data-item-contact = • The new phone number, e-mail and address
data-item-then = • Afterwards: show the right KTP to HR or a branch office
data-item-first-number = • The number from your first employer
data-item-phone = • An e-mail address and phone number in use
data-item-update = • JMO, menu "Pengkinian Data"
data-item-check-first = • Make sure that the number shown is the first one
data-item-confirm = • Face photo, fill in the data, tap "Konfirmasi"
data-item-free = • It costs nothing and needs no middleman
data-what-name = the name, exactly as on the KTP
data-what-birth_date = the birth date, as on the KTP
data-what-nik = the NIK of 16 digits, as on the KTP
data-what-mother = the mother's name
data-what-more = everything that differs from the KTP

choice-menu-data = Trouble with my data
choice-menu-data-words = data problem, wrong data, my data is wrong
choice-data-not_enrolled = Not enrolled
choice-data-not_enrolled-words = not registered, am i enrolled
choice-data-employer = Employer does not help
choice-data-employer-words = hr does not help, company closed, no answer from hr
choice-data-differs = Data differ
choice-data-differs-words = wrong data, data mismatch, wrong name
choice-data-records = Several numbers
choice-data-records-words = two numbers, two cards, merge, duplicate number
choice-data-name = Name
choice-data-name-words = my name, wrong name, spelling
choice-data-birth_date = Birth date
choice-data-birth_date-words = date of birth, birthday
choice-data-nik = NIK
choice-data-nik-words = id number, ktp number
choice-data-mother = Mother's name
choice-data-mother-words = mother, maiden name, name of my mother
choice-data-more = More than one
choice-data-more-words = all of them, several, both
choice-data-contact = Phone, e-mail, address
choice-data-contact-words = phone number, new number, email, address, moved
choice-data-ktp_right = The KTP is right
choice-data-ktp_right-words = right, correct
choice-data-ktp_wrong = The KTP is wrong
choice-data-ktp_wrong-words = ktp wrong, wrong on the ktp
choice-data-working = Still working
choice-data-working-words = still there, still employed
choice-data-left = I have left
choice-data-left-words = left, resigned, laid off, contract ended
choice-data-has_jmo = I have a JMO account
choice-data-has_jmo-words = have an account, can open it
choice-data-no_jmo = No JMO account
choice-data-no_jmo-words = no account, cannot open it, forgot my account
choice-data-app_fails = Not possible in JMO
choice-data-app_fails-words = fails in jmo, app error
choice-data-keep = Send the list
choice-data-keep-words = the list, what to bring
choice-data-others = Other trouble
choice-data-others-words = something else, other choices
