# Write: alone, against the clock, and the way on to Read.

write-hint = Write alone, one idea at a time. Nobody sees them before the reveal.
write-hint-visible = Write one idea at a time. Everyone’s ideas come up below, shuffled.
write-hint-over = Nobody sees the ideas before the reveal.
write-hint-over-visible = All ideas get their numbers at the reveal.
write-held = The reveal comes in a moment. You can still write.
write-held-group = The reveal comes in a moment. Writing is still open.
write-second-wave = Second wave: the best ideas often come now. What has nobody said yet?
write-second-wave-group = Second wave. The best ideas often come now.
write-paused = The clock is paused. You can go on writing.
write-paused-group = Writing goes on.
write-over = Your ideas are kept. You can still edit or withdraw them.
write-add-late = Add one more
write-mine = Your ideas
write-mine-hidden = Your ideas, hidden from everyone until the reveal
write-none = Nothing yet. The first one is the hardest; write whatever is there.
write-others = Everyone’s ideas
write-others-none = Ideas show up here in batches, so that nobody can tell whose they are.
write-earlier = Already revealed

write-running = People are writing
write-waiting = Waiting for people. Share the link.
write-waiting-wall = Waiting for people
write-gone = Nobody is here right now. All ideas are kept.
write-over-wall = The reveal comes next.
write-over-next = Reveal when you are ready, or give more time.

write-revealing = Revealing…
write-reveal = { $count ->
    [0] Nothing to reveal yet
    [one] Reveal { $count } idea
   *[other] Reveal { $count } ideas
  }
write-reveal-now = { $count ->
    [one] Reveal { $count } idea now
   *[other] Reveal { $count } ideas now
  }
# A part between <small> and </small> is drawn small.
write-reveal-in = Reveal in { $seconds } s, <small>so that nobody can tell who was first</small>
write-read-on = Go on reading
write-late = { $count ->
    [one] { $count } came late, include it
   *[other] { $count } came late, include them
  }
write-late-short = { $count } late
write-early = Reveal before time is up?
write-early-text = { $left } left. Unfinished ideas are still taken in, then writing ends.
write-keep-writing = Keep writing
