menu-main = What can I do for you?
menu-main-help = Choose one, or just write it in your own words. For example: "I lost my KPJ number". To talk to a person, type AGENT. To delete your data, type DELETE MY DATA.
menu-main-wrong = I did not get that. Choose a number from the menu, or write what you need, for example "find my KPJ".
menu-main-example = For example, answer with the number 1 to find your KPJ.

language-which = Mau pakai bahasa apa? / Which language?
language-which-help = Answer with the number in front of the language.
language-which-wrong = That language is not available yet. Please choose one below.
language-which-example = For example, answer with the number 2 for English.

pause-back_again = Welcome back. We were not finished. Go on, or start again?
pause-back_again-help = GO ON takes you back to the open question. START AGAIN takes you to the menu.
pause-back_again-wrong = Answer GO ON to continue, or START AGAIN for the menu.
pause-back_again-example = For example, answer with the number 1 to go on.

leaving-sure = We have not finished. Leave it and go to the menu?
leaving-sure-for = We have not finished. Leave it and go to "{ $journey }"?
leaving-sure-help = GO ON continues the question. YES leaves it.
leaving-sure-wrong = Reply GO ON to continue, or YES to leave it.
leaving-sure-example = For example, answer with the number 1 to go on.

forgetting-sure = All notes of this conversation will be deleted: answers, permission, proofs, codes and language. Your membership at BPJS Ketenagakerjaan does not change. Are you sure?
forgetting-sure-help = YES deletes the notes of this conversation now, for good. NO leaves everything as it is.
forgetting-sure-wrong = Answer YES to delete, or NO to leave it.
forgetting-sure-example = For example, answer with the number 2 to leave it.
forgetting-done =
    Receipt: the notes of this conversation were deleted on { $date }.
    What remains is the record that permission was given and withdrawn, the security record{ $days ->
        [0] {""}
       *[other] {" "}(for at most { $days } days)
    } and the count of attempts (for a few days at most). All of it is one-way code, without names, numbers or chat.
    You can delete the messages on your phone yourself.
forgetting-done-help = Write anything to begin a new conversation.
forgetting-done-wrong = Write anything to begin a new conversation.
forgetting-done-example = For example, write HELLO.

choice-menu-recover = Find my KPJ number
choice-menu-recover-words = find kpj, find my kpj, lost kpj, kpj, kpj number
choice-menu-register = Help me register in JMO
choice-menu-register-words = register, register in jmo, jmo registration, create jmo account
choice-menu-language = Bahasa / Language
choice-menu-privacy = My personal data
choice-menu-privacy-words = my data, personal data, privacy, show my data
choice-nav-back = Back
choice-nav-menu = Menu
choice-nav-agent = Talk to a person
choice-nav-help = Help
choice-lang-id = Indonesia
choice-lang-en = English
choice-lang-jv = Basa Jawa
choice-lang-jv-words = javanese, jawa, jowo
choice-lang-su = Basa Sunda
choice-lang-su-words = sundanese, sunda
choice-pause-go_on = Go on
choice-pause-go_on-words = continue, carry on, resume
choice-pause-restart = Start again
choice-pause-restart-words = from the beginning, start over, restart, reset
choice-leaving-go_on = Go on
choice-leaving-go_on-words = continue, carry on
choice-leaving-menu = To the menu
choice-leaving-menu-words = leave, menu please
choice-leaving-leave = Yes, go there
choice-leaving-leave-words = leave, go there, leave it
choice-privacy-delete = Delete my data
choice-forget-yes = Yes, delete
choice-forget-no = No, leave it

menu-has_kpj = That has 11 digits and looks like a KPJ. We have not kept it. If it is your own, it is the number that JMO asks for. Would you like to see the steps?
menu-has_kpj-help = STEPS IN JMO shows how to register with that number. FIND MY KPJ if it is not yours.
menu-has_kpj-wrong = Please choose one, or type MENU.
menu-has_kpj-example = For example, answer 1 to see the steps in JMO.

