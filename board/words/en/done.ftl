# Done.

done-page = Open the decision
done-share = Copy the link
done-files = Download
# $outcome is “Who decides” or “Who decided”
done-by = by
done-steps = What happens next
done-start = Start with this
done-start-whole = Start the work
done-pause = Pause for five minutes first. Starts { $time }
# Before what will exist at the end of a work session, and how long it takes
done-work = The work goes on:
done-work-minutes =
    { $minutes ->
        [one] { $minutes } minute.
       *[other] { $minutes } minutes.
    }
done-work-starts =
    { $minutes ->
        [one] { $minutes } minute. Starts { $time }.
       *[other] { $minutes } minutes. Starts { $time }.
    }
done-work-join = Join with a name
done-work-not-me = Not me
done-thanks = The decision is final. The record can no longer be changed.
