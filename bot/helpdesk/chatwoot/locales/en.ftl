### What stands in Chatwoot besides what users and agents say.

contact = Member #{ $number }

## The ticket in short
brief-title = 🎫 Ticket #{ $number }: { $topic }
brief-channel = Channel: { $channel }
brief-level = Proven: { $level }
brief-priority = Priority: high
brief-head = In short:
brief-again = The conversation before this was deleted in Chatwoot; the ticket's history is on the desk (/desk).

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

step-identity = prove identity
step-kpj = show the KPJ
step-confirm = identity confirmed from documents
step-menu = menu
step-guide = JMO guide
step-verified = identity proven
step-not_confirmed = the identity could not be confirmed
step-locked = proof of identity is locked after too many attempts
step-declined = the user did not consent
step-given_up = the user gave up proving their identity
step-done = done
step-stopped = stopped
step-invite = send the WhatsApp template
step-left = the user left it
step-recovery-shown = the KPJ was shown
step-recovery-none = there is no KPJ for this person
step-recovery-hidden = the KPJ was hidden again
step-recovery-keep = explained how to keep the number
step-recovery-which = explained what several numbers mean
step-recovery-not_confirmed = the identity could not be confirmed
step-recovery-locked = proof of identity is locked after too many attempts
step-recovery-ways = explained other ways
step-recovery-declined = the user did not consent
step-guide-finished = the JMO guide is done

## What happens in a ticket
entry-agent = 💬 { $name } → user: { $text }
entry-bot = 🤖 Bot: { $text }
entry-note = 📝 { $name }: { $text }
entry-step = 🤖 Bot step, { $name }: { $text }
entry-claimed = ✋ { $name } took this ticket.
entry-transferred = ↪️ { $name } handed this ticket to { $to }.
entry-proved = ✅ Proven now: { $level }.
entry-asked-approval = 🔎 { $name } has compared the documents. A second agent has to compare them on the desk (/desk).
entry-overdue = ⏰ This ticket has waited too long.
entry-quiet = 💤 The user has been quiet; the bot asked whether there is anything else.
entry-closed = ✔️ Closed: { $reason }.
entry-reopened = 🔁 The user wrote again, the ticket is open.
entry-rated = ⭐ The user's rating: { $text }
entry-undelivered-held-back = ⚠️ Not sent, because the ticket had changed hands or was closed when this was to be sent: { $text }
entry-undelivered-failed = ⚠️ Not sent, because this could not be delivered to the user: { $text }
entry-unreadable = (cannot be read)
file = 📎 { $name } ({ $kilobytes } kB): open it on the desk (/desk)
file-sent = 📎 { $name }
file-gone = 📎 { $name }: the file is not kept any more
queue = the queue
user = User
bot = Bot
system = System
somebody = another agent

## What was not sent
unsent = ⚠️ Not sent to the user: { $why } { $name } wrote: { $text }
why-theirs = this ticket is { $owner }'s.
why-nobody = this ticket is not the sender's any more.
why-closed = this ticket is closed; only the user can open it again, by writing.
why-long = a message has 1 to 1,200 characters. Send it in parts.
why-window = the user has not written for more than 24 hours, so WhatsApp takes no message. Open the desk (/desk) to send a template.
why-file = only photos and PDF can be passed on, and this file was refused by the checks or cannot be fetched from Chatwoot. Send it from the desk (/desk), or say it in words.
not-closed = ⚠️ The ticket was not closed: it is { $owner }'s.
not-taken = ⚠️ The ticket did not change hands: it is { $owner }'s, who works elsewhere.
