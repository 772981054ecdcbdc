### Statistics.

statistics-title = Statistics
statistics-range = Tickets opened from
statistics-until = to
statistics-show = Show
statistics-download = Download CSV
statistics-opened = Tickets opened
statistics-closed = Closed since
statistics-waiting-now = Still waiting
statistics-waiting = Waiting time
statistics-handling = Handling time
statistics-median = median { $time }
statistics-p90 = 9 of 10 at most { $time }
statistics-stars = Rating
statistics-stars-mean = { $mean } of 5 ({ $rated } ratings)
statistics-bot = Solved by the bot
statistics-bot-share = { $percent }%
statistics-bot-what = Of { $users } people who agreed in this time that their data is used (began something personal), { $alone } have opened no ticket since its first day. Whoever asked only general things is not counted.
statistics-what = Waiting: from the request until the first agent took it. Handling: from then until it was closed. Nights and holidays count.
statistics-no-figures = No figures yet.
statistics-by-day = By day
statistics-by-topic = By topic
statistics-by-hour = By hour of opening
statistics-by-agent = By agent
statistics-chart-opened = Tickets opened by day
statistics-chart-day = Waiting time by day, in minutes
statistics-chart-hour-opened = Tickets opened by hour
statistics-chart-hour = Waiting time by hour of opening, in minutes
statistics-chart-topic = Waiting time by topic
statistics-chart-handling = Handling time by topic
statistics-chart-ratings = Users' ratings
statistics-chart-agent = Tickets by agent
statistics-legend-median = median
statistics-legend-p90 = 9 of 10 at most
statistics-minutes = minutes
statistics-tickets = tickets
statistics-table = The figures as a table
statistics-column-name = Group
statistics-column-opened = Opened
statistics-column-waiting-median = Waiting (median)
statistics-column-waiting-p90 = Waiting (9 of 10)
statistics-column-handling-median = Handling (median)
statistics-column-handling-p90 = Handling (9 of 10)
statistics-column-stars = Rating
statistics-column-rated = Ratings
statistics-count = { $count ->
    [one] { $count } ticket
   *[other] { $count } tickets
 }
statistics-stars-of = { $stars ->
    [one] { $stars } star
   *[other] { $stars } stars
 }
statistics-bad-range = That range cannot be used: at most { $days } days, and the first day not after the last.
