### My personal data: what is kept, and what can be done with it.

my_data-shown = What we keep of this chat, all of it encrypted:
my_data-shown-help = SEND MY DATA sends all of it as files. CORRECT is for wrong data. WITHDRAW PERMISSION stops the use of your data. DELETE MY DATA deletes everything.
my_data-shown-wrong = Please choose one, or type MENU.
my_data-shown-example = For example, answer 1 to get your data as files.
my_data-consent = • Permission: given { $when }, for text version { $version } ({ $language })
my_data-no-consent = • Permission: none, so we do not use your data
my_data-proof-phone = • Proof: the registered phone, { $when }. Valid until { $until }
my_data-proof-code = • Proof: a code from the registered phone, { $when }. Valid until { $until }
my_data-proof-agent = • Proof: checked by our staff, { $when }. Valid until { $until }
my_data-proof-knowledge = • Proof: your details match, { $when }. Valid until { $until }
my_data-language = • The address of this chat, to answer you, and your language: { $language }
my_data-unfinished = • Unfinished answers: { $kinds }. Deleted at most { $forget_hours } hours after your last message
my_data-nothing-unfinished = • Unfinished answers: none
my_data-ends = • All of this is deleted by itself after { $days } days without a message
my_data-speaks-id = Bahasa Indonesia
my_data-speaks-en = English
my_data-speaks-jv = Basa Jawa
my_data-speaks-su = Basa Sunda
my_data-kind-nik = NIK
my_data-kind-name = name
my_data-kind-birth_date = date of birth
my_data-kind-mother = mother's name
my_data-kind-phone = phone number
my_data-kind-code = code

my_data-exported = We are sending the files in this chat: one to read, one for computers. Your membership data are with { $operator } and not in these files. Do not share them.
my_data-exported-help = The files hold everything that we keep of this chat. If you do not see them yet, wait a moment, then type SEND MY DATA again.
my_data-exported-wrong = Please choose one, or type MENU.
my_data-exported-example = For example, answer 2 to see again what is kept.

my_data-correct = Unfinished answers are changed by typing BACK and writing the right one. Membership data (name, NIK, date of birth, phone) cannot be changed from this chat. Ask your HR department or { $operator }, with your KTP.
my_data-correct-help = Have your original KTP and your KK ready. If the KTP itself is wrong, have it corrected at Dukcapil first.
my_data-correct-wrong = Please choose one, or type MENU.
my_data-correct-example = For example, answer 1 to see again what is kept.

my_data-withdrawing = If you withdraw your permission, we no longer use your data, and the proofs in this chat end. You can give it again later. Are you sure?
my_data-withdrawing-help = YES ends the permission now and deletes unfinished answers. NO leaves everything as it is.
my_data-withdrawing-wrong = Answer YES to withdraw your permission, or NO to leave it.
my_data-withdrawing-example = For example, answer with the number 2 to leave it.
my_data-withdrawn = Your permission is withdrawn, and we have recorded that. Unfinished answers and proofs are deleted. The other notes are deleted if you choose DELETE MY DATA.
my_data-withdrawn-help = Without permission we cannot look for your KPJ here. Other ways: HR, the call centre, or a branch office with your KTP.
my_data-withdrawn-wrong = Please choose one, or type MENU.
my_data-withdrawn-example = For example, answer 1 to delete all notes.
my_data-no-consent-to-withdraw = There is no permission to withdraw.

export-name = my-data
export-title = My personal data at Teman KPJ
export-by = A service of { $operator }. Made { $when }.
export-address = Address of the chat: { $channel }, { $address }
export-consent-given = Permission given { $when }, text version { $version }, language { $locale }
export-consent-withdrawn = Permission withdrawn { $when }
export-consents = Record of permissions:
export-no-consents = Record of permissions: none
export-proofs = Proofs of identity still kept:
export-no-proofs = Proofs of identity: none
export-proof = { $kind }, { $when }
export-kind-phone = the registered phone
export-kind-code = a code from the registered phone
export-kind-agent = checked by our staff
export-kind-knowledge = your details match
export-unfinished = Unfinished answers (not repeated here): { $kinds }. Deleted at the latest { $when }
export-no-unfinished = Unfinished answers: none
export-ends = This conversation is deleted by itself on { $when } if nothing more is written.
export-also = Besides, there are a security record (time and kind of event) and a count of attempts, as one-way code without names, numbers or chat. Membership data are kept by { $operator }; ask there for a copy.
export-rights = At any time you may type WITHDRAW CONSENT or DELETE MY DATA.

choice-privacy-export = Send my data
choice-privacy-export-words = send, download, copy, file, export
choice-privacy-correct = Correct
choice-privacy-correct-words = correct my data, something is wrong
choice-privacy-withdraw = Withdraw permission
choice-privacy-withdraw-words = withdraw, revoke
choice-withdraw-yes = Yes, withdraw
choice-withdraw-no = No, leave it
