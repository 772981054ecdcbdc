### The agents' desk: what is on every page.

desk-nav-queue = Queue
desk-nav-replies = Canned replies
desk-nav-statistics = Statistics
desk-waiting = { $count ->
    [one] { $count } ticket waits
   *[other] { $count } tickets wait
 }
desk-mine = { $count ->
    [one] { $count } ticket of yours waits for a reply
   *[other] { $count } tickets of yours wait for a reply
 }
desk-presence-here = At the desk
desk-presence-away = Away
desk-presence-change-here = Mark that you are back
desk-presence-change-away = Mark that you are away
presence-here = here
presence-away = away
presence-gone = not in
desk-sound = Sound: off
desk-sound-on = Sound: on
desk-sound-why = Sounds when a new ticket, or one of yours, waits
desk-keys = Keyboard
desk-keys-off = These keys do nothing while you write in a text box.
desk-key-move = next / previous ticket
desk-key-open = open the ticket
desk-key-mark = mark the ticket, to take several at once
desk-key-claim = take the ticket
desk-key-reply = write a reply
desk-key-search = search for a ticket
desk-key-queue = back to the queue
desk-key-send = send the reply
desk-key-canned = at the beginning of a reply: find a canned reply
desk-key-help = show this list
desk-close-dialog = Close
desk-live-lost = The connection is lost. This page tries again by itself; what it shows may be out of date.
desk-live-out = You have been signed out. What you have written stays here.
desk-live-door = Sign in again
desk-live-undone = No answer came, so this may not have been done. Try again; what was done already is not done twice.
desk-live-new = A new ticket waits.
desk-live-mine = A ticket of yours waits for a reply.
desk-length-now = < 1 min
desk-length-minutes = { $minutes } min
desk-length-hours = { $hours } h { $minutes } min
desk-length-days = { $days } d { $hours } h

topic-kpj = KPJ number
topic-jmo = JMO app
topic-data = Membership data
topic-other = Something else
channel-whatsapp = WhatsApp
channel-telegram = Telegram
channel-web = Web chat
channel-terminal = Terminal

notice-records-away = The database cannot be reached. Nothing has changed; try again in a moment.
notice-line-away = The connection to the bot is lost. Try again in a moment.
notice-no-ticket = There is no such ticket (any more).
notice-unreadable = That ticket cannot be opened: its key is not in the configuration.
notice-not-yours = This ticket belongs to { $name }. Nothing has changed.
notice-nobodys = Nobody has taken this ticket yet. Take it first.
notice-closed = This ticket is closed. Nothing has changed.
notice-claimed = This ticket is yours now.
notice-claimed-several = { $taken ->
    [one] { $taken } ticket taken.
   *[other] { $taken } tickets taken.
 }
notice-claimed-some = { $taken } taken; { $lost } had been taken by another agent or closed.
notice-claimed-none = Nothing taken: they had been taken by another agent or closed.
notice-nothing-marked = Mark the tickets that you want to take first.
notice-empty = Write the reply first.
notice-too-long = Too long: at most { $most } characters.
notice-window-over = WhatsApp takes no more messages: it is more than 24 hours since the user last wrote. Your message was not sent.
notice-transferred = Handed to { $name }.
notice-released = Back in the queue.
notice-ended = The ticket is closed.
notice-asked = The bot was asked to do that.
notice-stopped = The bot's step was stopped.
notice-template-sent = The template message is on its way. Whether it arrives shows here.
notice-no-template = No WhatsApp template is set in the configuration.
notice-needs-second = Your request is kept. Another agent has to look at the documents and confirm as well.
notice-confirmed = Identity confirmed. The user is proven at level 3 now.
notice-not-seen = First tick that you have compared the documents.
notice-member-old = That card is out of date. Find the person again.
notice-directory-away = The members' data cannot be reached. Try again in a moment.
notice-not-for-you = You may not open this ticket.
notice-search-what = Write a ticket's number, or a whole KPJ (11 digits).
notice-unknown-agent = There is no such agent.
notice-file-empty = That file is empty.
notice-file-type = That file cannot be sent: only photos (JPEG, PNG, WebP) and PDF.
notice-file-heic = HEIC photos of iPhones cannot be sent yet. Save it as JPEG first.
notice-file-large = That file is too large.
notice-file-pixels = That picture is too large.
notice-file-damaged = That file is damaged, or is not what its name says.
notice-file-locked = That PDF is locked with a password.
notice-file-active = That PDF holds a script or other files, so it cannot be sent.
notice-file-pages = That PDF has too many pages.
notice-file-virus = The virus check refused that file.
notice-file-unscanned = The virus check cannot be reached. Try again later.
notice-file-many-ticket = This ticket holds too many files already.
notice-file-other = That file cannot be taken.
notice-template-not-now = The template need not be sent yet, or was sent a moment ago.
