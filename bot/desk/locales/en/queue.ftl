### The queue of tickets.

queue-title = Queue
queue-views = Filters
queue-view-all = All open
queue-view-waiting = Waiting
queue-view-mine = Mine
queue-view-overdue = Too long
queue-view-closed = Closed
queue-topic = Topic
queue-topic-all = All topics
queue-topic-go = Filter
queue-search = Search
queue-search-what = Ticket or KPJ number
queue-search-go = Search
queue-search-why = A ticket's number, or a whole KPJ of 11 digits. The KPJ is not kept and does not become part of the page's address.
queue-found = { $count ->
    [0] No ticket fits.
    [one] { $count } ticket fits.
   *[other] { $count } tickets fit.
 }
queue-found-back = Back to the queue
queue-list = Tickets
queue-mark = Mark ticket { $number }
queue-claim = Take
queue-claim-this = Take ticket { $number }
queue-claim-marked = Take those marked
queue-priority-high = Important
queue-reopened = Reopened
queue-waits = Waits
queue-window = WhatsApp:
queue-window-closed = 24 hours are over
queue-window-left = { $time } left
queue-you = You
queue-state-waiting = Waits for an agent
queue-state-agent = Agent's turn
queue-state-user = User's turn
queue-state-closed = Closed
queue-empty-waiting = Nobody waits. This page tells you when a new ticket comes.
queue-empty-mine = You have no tickets.
queue-empty-all = There are no open tickets.
queue-empty-overdue = Nobody has waited too long.
queue-empty-closed = No ticket has been closed yet.
queue-empty-search = Check the number.

proof-short-0 = Not proven
proof-short-1 = Proof 1
proof-short-2 = Proof 2
proof-short-3 = Proof 3
proof-level-0 = Nothing proves yet who this user is
proof-level-1 = Level 1: knows NIK, name and birth date
proof-level-2 = Level 2: NIK and phone number match the data
proof-level-3 = Level 3: an agent has looked at the documents
queue-place-away = { $place } has not been reachable for { $time }. All tickets are here all the same.
place-telegram_group = The Telegram group
place-chatwoot = Chatwoot
