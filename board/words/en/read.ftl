# Read: all ideas at once, and those that came late.

read-none = No ideas yet
read-loading = Fetching the ideas…
read-lead = Read them all. Ask what is unclear; judging comes later.
read-empty = Nobody has written anything yet.
read-empty-lead = Step back to give people more time to write.
read-late = { $count ->
    [one] { $count } idea came late
   *[other] { $count } ideas came late
  }
read-late-why = They are not shown yet. If only one is let in, people may guess whose it is.
read-late-held = { $count ->
    [one] It comes in a little later, so that nobody can tell who was first.
   *[other] They come in a little later, so that nobody can tell who was first.
  }
read-admit = { $count ->
    [1] Let it in
   *[other] Let { $count } in
  }
read-admit-in = In { $seconds } s
read-add-late = Something missing? Add an idea
read-yours-late = Yours, came late
