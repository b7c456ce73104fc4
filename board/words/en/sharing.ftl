# Sharing the recap of a work session with readers.

sharing-title = Share the recap
sharing-title-again = Share the corrected recap
sharing-lead = Readers get what stands here now. It stays as it is: a correction is a new one that follows it.
sharing-lead-again = It becomes a new record that follows the earlier one. Without a change the earlier one stays.
sharing-back = Not yet
sharing-press = Share
sharing-busy = Sharing …

sharing-add = What you add
sharing-add-hint = Each may stay empty. What you type is kept.
sharing-summary = What changed, and why it looks like this
sharing-next = What you would do next
sharing-was = How it was before, in one line
sharing-became = How it is now, in one line

sharing-see = What readers see
sharing-shows-before = Readers see the text it began with
sharing-before-hint = Otherwise they see how long it was, and its checksum.
sharing-shows-making = Readers can watch it being made
sharing-making-hint = The copies kept on the way, in 15 seconds, without names.
sharing-preview = See it as readers will
sharing-name = “{ $name }” stands { $times ->
    [one] once
    [2] twice
   *[other] { $times } times
  } in the text. Readers will see it.

sharing-find = Who can find it
sharing-find-link = Anyone with the link
sharing-find-link-hint = Not listed by search engines.
sharing-find-public = Public
sharing-find-public-hint = Search engines can list it. Is everybody named here fine with that?
sharing-find-back = Leave it as it is
sharing-find-press = Change it
