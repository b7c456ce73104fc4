# Starting from existing ideas: the preview, and the problems of a file and of its lines.

ideas-title = { $ideas ->
    [0] No idea could be read
    [one] One idea to start with
   *[other] { $ideas } ideas to start with
}
ideas-title-grouped = { $ideas ->
    [one] One idea to start with, in { ideas-groups }
   *[other] { $ideas } ideas to start with, in { ideas-groups }
}
ideas-groups = { $groups ->
    [one] { $groups } group
   *[other] { $groups } groups
}
ideas-lead = No board is open yet. On the board the ideas have no names and are numbered in random order, and you begin with “{ $step }”.
ideas-lead-none = Nothing is lost: your text is below. Correct it and update the preview.
ideas-changed = You changed the text. This is how it looks now; press “{ $open }” if it is right.
ideas-which = Which ideas?
ideas-which-open = Open ideas only · { $count }
ideas-which-open-hint = Ideas that did not make the shortlist.
ideas-which-all = All ideas · { $count }
ideas-which-all-hint = Including those on the shortlist. Ideas that the facilitator hid are left out.
ideas-problems = What was left out or changed
ideas-problems-more = And { $count } more like these.
ideas-all = All of them
ideas-lone = In no group
ideas-unnamed = A group without a name
ideas-correct = Correct the text
ideas-correct-label = The text as it was read
ideas-correct-hint = Change it here and update the preview. The text stays on this page; nothing is stored before the board is open.
ideas-look-again = Update the preview
ideas-else = Choose something else

# --- what happens to a line

ideas-then-out = Left out
ideas-then-once = Taken once
ideas-then-kept = Please note

# --- of a line. Where a line is meant or an idea of a record, $of says which.

ideas-place = { $of ->
    [idea] Idea { $at }
   *[line] Line { $at }
}
ideas-place-on = { $of ->
    [idea] From idea { $at } on
   *[line] From line { $at } on
}
ideas-too-long = { ideas-place }: { $length } characters, { $limit } at most.
ideas-unstorable = { ideas-place }: one of the characters is broken and cannot be kept.
ideas-controls = { ideas-place }: invisible control characters in it cannot be kept and are left out.
ideas-same = { $of ->
    [idea] Idea { $at }: the same as idea { $other }.
   *[line] Line { $at }: the same as line { $other }.
}
ideas-empty = { $count ->
    [one] { ideas-place }: empty.
   *[other] { $of ->
        [idea] Ideas { $places }: empty.
       *[line] Lines { $places }: empty.
    }
}
# Lines that follow each other, in the list of those that are empty.
ideas-span = { $first }–{ $last }
ideas-single = { $at }
ideas-rest = { $count } more
ideas-too-many = { $count ->
    [one] { ideas-place-on }: one more idea than fits, { $limit } at most.
   *[other] { ideas-place-on }: { $count } more ideas than fit, { $limit } at most.
}
ideas-group-too-long = { ideas-place }: the name of its group has { $length } characters, { $limit } at most; the idea is added without a group.
ideas-group-unstorable = { ideas-place }: the name of its group cannot be kept; the idea is added without a group.
ideas-too-many-groups = { ideas-place }: there are { $limit } groups already; the idea is added without a group.
ideas-hidden-row = { ideas-place }: the facilitator hid this idea, so its text is not in the file.

# --- of a table

ideas-wrong-delimiter = The columns seem to be separated by “|”. Separate them with commas, semicolons or tabs.
ideas-open-quote = { ideas-place-on }: a quotation mark is out of place, so nothing after it can be read.
ideas-other-width = { $columns ->
    [one] { ideas-place }: { $columns } column, where the first line has { $wanted }. A text with a comma or semicolon in it needs quotation marks around it.
   *[other] { ideas-place }: { $columns } columns, where the first line has { $wanted }. A text with a comma or semicolon in it needs quotation marks around it.
}
ideas-unknown-columns = { $count ->
    [one] Column { $names } is not imported; only the idea and its group are.
   *[other] Columns { $names } are not imported; only the idea and its group are.
}
ideas-no-idea-column = No column is called “idea” or “text”, only { $names }. Give the column that holds the ideas one of these names in the first line.
ideas-column = “{ $name }”

# --- of a whole file

ideas-windows-1252 = The file is not in UTF-8, so it was read as Windows-1252. Please check that letters like ä, é and – are right.
ideas-hidden = { $count ->
    [one] { $count } idea was hidden by the facilitator and cannot be imported.
   *[other] { $count } ideas were hidden by the facilitator and cannot be imported.
}
