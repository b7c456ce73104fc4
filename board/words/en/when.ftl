# When something was, and how long it took.

when-moment = { $day }, { $time } UTC
when-same-day = { $day }, { $start } – { $end } UTC
when-days = { $day }, { $start } – { $last }, { $end } UTC

when-seconds = { $seconds } s
when-minutes = { $minutes } min
when-hours = { $hours } h
when-hours-minutes = { $hours } h { $minutes } min
