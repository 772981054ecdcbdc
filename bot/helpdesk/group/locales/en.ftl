### What the bot says to agents in the Telegram group.

## The ticket's card
card-title = #{ $number } { $topic }
card-channel = Channel: { $channel }
card-level = Proven: { $level }
card-since = Waiting since: { $at }
card-owner = With: { $name }
card-closed = Closed: { $reason }
card-priority = Priority: high
card-brief = In short:
card-words = The user's message:
card-before = What was said in this ticket before:

topic-kpj = KPJ
topic-jmo = JMO
topic-data = Data
topic-other = Other
channel-whatsapp = WhatsApp
channel-telegram = Telegram
channel-web = Web
channel-terminal = Terminal
level-0 = nothing (level 0)
level-1 = personal details match (level 1)
level-2 = registered phone (level 2)
level-3 = documents seen by an agent (level 3)
reason-solved = solved
reason-quiet = the user did not answer
reason-no-answer-possible = no answer possible
reason-abuse = abuse
reason-user = ended by the user
reason-left-queue = the user left the queue
reason-unreachable = the user cannot be reached
reason-forgotten = the user's data were deleted

## Buttons
button-take = Take
button-identity = Confirm identity
button-steps = Bot steps
button-release = Release
button-done = Close
button-back = Back
button-same = Same
button-other = Different
button-step-identity = Prove identity
button-step-kpj = Show the KPJ
button-step-confirm = Identity confirmed from documents
button-step-menu = Menu
button-step-guide = JMO guide
button-step-verified = identity proven
button-step-not_confirmed = the identity could not be confirmed
button-step-locked = proof of identity is locked after too many attempts
button-step-declined = the user did not consent
button-step-given_up = the user gave up proving their identity
button-step-done = done
button-step-stopped = stopped
button-step-invite = send the WhatsApp template
button-step-left = the user left it
button-step-recovery-shown = the KPJ was shown
button-step-recovery-none = there is no KPJ for this person
button-step-recovery-hidden = the KPJ was hidden again
button-step-recovery-keep = explained how to keep the number
button-step-recovery-which = explained what several numbers mean
button-step-recovery-not_confirmed = the identity could not be confirmed
button-step-recovery-locked = proof of identity is locked after too many attempts
button-step-recovery-ways = explained other ways
button-step-recovery-declined = the user did not consent
button-step-guide-finished = the JMO guide is done
guide-ready = 1 Preparation
guide-new_account = 2 New account
guide-member = 3 Registered
guide-kind = 4 Membership
guide-citizenship = 5 Citizenship
guide-identifiers = 6 Details
guide-email = 7 E-mail
guide-email_code = 8 E-mail code
guide-phone = 9 Phone
guide-phone_code = 10 Phone code
guide-password = 11 Password
guide-terms = 12 Terms

## What happens in a ticket
entry-user = 👤 User: { $text }
entry-agent = 💬 { $name } → user: { $text }
entry-bot = 🤖 Bot: { $text }
entry-note = 📝 { $name } (note): { $text }
entry-step = 🤖 Bot step, { $name }: { $text }
entry-claimed = ✋ { $name } took this ticket.
entry-transferred = ↪️ { $name } handed this ticket to { $to }.
entry-proved = ✅ Proven now: { $level }.
entry-approval = 🔎 { $name } has compared the documents. A second agent is needed: press "Confirm identity" and compare them yourself.
entry-overdue = ⏰ This ticket has waited too long.
entry-quiet = 💤 The user has been quiet; the bot asked whether there is anything else.
entry-closed = ✔️ Closed: { $reason }.
entry-reopened = 🔁 The user wrote again, the ticket is open: { $text }
entry-rated = ⭐ The user's rating: { $text }
entry-file = 📎 { $name } ({ $kilobytes } kB): open it on the desk (/desk)
entry-file-sent = 📎 { $name } ({ $kilobytes } kB): below
entry-file-gone = 📎 { $name }: the file is not kept any more
entry-unreadable = (cannot be read)
queue = the queue
user = User
bot = Bot
system = System
somebody = another agent

## What was not sent
unsent-held-back = ⚠️ Not sent: the ticket had changed hands or was closed when it was this message's turn.
unsent-failed = ⚠️ Not sent: this message could not be delivered to the user.
unsent-text = ⚠️ The message: { $text }
unsent-theirs = ⚠️ Not sent: this ticket is with { $name }. To leave a note for colleagues, begin with //
unsent-nobody = ⚠️ Not sent: this ticket is not yours. Press Take first.
unsent-closed = ⚠️ Not sent: this ticket is closed.
unsent-gone = ⚠️ Not sent: this ticket no longer exists.
unsent-long = ⚠️ Not sent: a message has 1 to 1,200 characters. Send it in parts.
unsent-window = ⚠️ Not sent: the user has not written for more than 24 hours, so WhatsApp takes no message. Use the desk (/desk) to send a template.
unsent-file = ⚠️ Not sent: only photos and PDFs can be passed on from the group, and this could not be fetched or did not pass the checks. Try again, send it from the desk (/desk), or write in words.
unsent-edit = ⚠️ The change was not sent to the user. Write a new message if it matters.
unsent-command = ⚠️ This command is not known, so it was not sent. { help }
unsent-mistake = ⚠️ A mistake in the program kept this from happening. Try again; if it stays, tell the operator.

## Who may
refused-anonymous = Anonymous administrators cannot work on tickets: switch "Remain anonymous" off in your rights.
refused-channel = Messages in a channel's name cannot work on tickets. Write with your own account.
refused-unlisted = You are not listed as an agent. Ask the operator to add your account (number { $id }).

## Answers to presses
press-taken = Ticket #{ $number } is yours now.
press-theirs = This ticket is with { $name }.
press-nobody = This ticket is not yours. Press Take first.
press-closed = This ticket is closed.
press-gone = This ticket no longer exists.
press-old = This button is out of date.
press-released = The ticket is back in the queue.
press-done = The ticket is closed.
press-step = The bot does it.
press-question = Answer the bot's question with the NIK or KPJ from the document.
press-confirmed = The identity is confirmed.
press-second = Noted. A second agent has to confirm.
press-other = All right, not confirmed.

## Confirming who it is
ask-number = { $name }, answer this message with the NIK (16 digits) or KPJ (11 digits) that stands in the user's document. Your message is deleted from the group at once.
ask-number-hint = NIK or KPJ from the document
number-unreadable = That is no NIK (16 digits) or KPJ (11 digits). Press "Confirm identity" to try again.
number-unknown = No member has that number. Check it in the document.
number-away = The members directory does not answer. Press "Confirm identity" again in a moment.
number-needs-nik = A NIK (16 digits) is needed here; nobody can be found by KPJ alone.
number-stays = ⚠️ The bot may not delete messages in this group. Delete the message with the number yourself now, and ask the operator to give the bot the right to delete messages.
compare = Compare with the document:
compare-name = Name: { $name }
compare-born = Born: { $date }
compare-nik = NIK: …{ $end }
compare-kpj = KPJ: …{ $end } · { $employer } · { $status }
compare-disputed = ⚠️ Different people stand under this NIK. Confirming shows the user every number above: only if all of them are theirs.
compare-ask = Is everything the same as in the document?
status-active = active
status-inactive = inactive

## Commands
help = What you write in a ticket's topic goes to the user. Notes for colleagues begin with // or /catat. Other commands: /ambil, /identitas, /lepas, /selesai, /kartu.
