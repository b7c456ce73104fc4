# One sentence for each code of `board/protocol/refusals.py`, for the person whose press it was.

## Who may do what, and when

unknown_command = This page asked for something the board does not know. Please load the page again.
watching = You are watching this board. To join in, open the link for taking part.
only_facilitator = Only the facilitator can do that.
only_facilitator_groups = On this board the facilitator groups the ideas. You can read along.
only_facilitator_deletes = Only the facilitator can delete a board.
board_is_done = The decision is final. Nothing on this board can be changed any more.
only_the_decision = The decision is being corrected. The ideas, the groups and the count stay as they were.
# Where a command belongs, and where the group is instead.
not_now =
    { $command ->
        [add_idea] Ideas are written in Write.
        [edit_idea] An idea can be changed in Write and Read.
        [withdraw_idea] An idea can be taken back in Write and Read.
        [sign_idea] You can put your name to an idea once all ideas are shown, from Read on.
        [ask] Questions about an idea are asked in Read.
        [answer_question] Questions about an idea are answered in Read.
        [set_ready] You can say that you are ready in Read and Group.
        [place_idea] Ideas are moved in Group.
        [name_cluster] Groups are named in Group.
        [dissolve_cluster] Groups are taken apart in Group.
        [merge] Groups are made in Group; in Read the facilitator can join ideas that say the same.
        [undo_merge] Moves are undone in Group; in Read the facilitator can undo one.
        [cast_ballot] Dots are spent in Vote.
        [answer_consent] “Can you live with it?” is asked in Decide.
        [set_timer] The timer starts with Write.
        [admit_late] What came late is let in during Read and Group.
        [set_aside] Groups and ideas are set aside in Group, before the vote opens.
        [hide_idea] An idea can be hidden once it is shown, from Read on.
        [hide_question] A question can be hidden once there are some, from Read on.
        [highlight_idea] An idea or a group is shown on the big screen in Read, Group and Decide.
        [cast_proxy] Ballots for people in the room are entered in Vote.
        [close_consent] “Can you live with it?” is ended in Decide.
        [write_decision] The decision is written in Decide.
        [freeze] A decision is made final in Decide.
        [correct] A decision is corrected once it is final.
       *[other] This belongs to another step.
    } { $phase ->
        [lobby] Writing has not started yet.
        [diverge] The group is still writing.
        [reveal] The group is reading now.
        [cluster] The group is grouping ideas now.
        [vote] The group is voting now.
       *[decide] The group is deciding now.
    }
phase_is_open =
    { $phase ->
        [lobby] The board is in Welcome already.
        [diverge] The board is in Write already.
        [reveal] The board is in Read already.
        [cluster] The board is in Group already.
        [vote] The board is in Vote already.
       *[decide] The board is in Decide already.
    }
not_next =
    { $phase ->
        [lobby] Welcome
        [diverge] Write
        [reveal] Read
        [cluster] Group
        [vote] Vote
       *[decide] Decide
    } cannot follow { $current ->
        [lobby] Welcome
        [diverge] Write
        [reveal] Read
        [cluster] Group
        [vote] Vote
       *[decide] Decide
    } directly. Go one step on, or any number back.
only_freeze_ends = A board is done when its decision is made final.
door_locked = The door is locked: nobody new can come in or read. Ask the facilitator to open it.

## The form of a message

command_not_json = This message does not have the form of a command: it is not JSON.
command_unreadable = This message does not have the form of a command: unknown command.
command_malformed = This message does not have the form of a command: { $detail }.
message_too_large = This message is too large.
too_fast = That is more at once than one person can mean. Wait a few seconds, then send it again.
too_many_files = You have asked for many files of this board. Wait a few seconds, then ask again.

## Texts

empty = There is nothing in it yet. Write a few words first.
too_long = That is { $length } characters. Up to { $limit } fit.
broken_character = One of the characters is broken and cannot be kept. Please type it again.
control_character = It holds an invisible character ({ $character }) that turns the direction of text or controls a machine. Please leave it out.

## Settings and the timer

unknown_setting = This page asked for a setting the board does not know. Please load the page again.
wording_was_voted_on = The dots were given under this wording, so it stays as it is.
visibility_is_promised = Who sees ideas during Write was promised when writing first started. It stays as it is.
setting_is_fixed =
    { $setting ->
        [question] The question can only be changed in Welcome, Write, Read and Group.
        [problem] The problem can only be changed in Welcome, Write, Read and Group.
        [constraint] The constraint can only be changed in Welcome, Write, Read and Group.
        [criterion] “What should the vote decide?” can only be changed in Welcome and Group.
        [owner] “Who decides” can only be changed in Welcome, Write, Read and Group.
        [visibility] Who sees ideas during Write can only be changed in Welcome.
        [grouping] Who may group can only be changed in Welcome and Group.
        [minutes] The minutes for writing can only be changed in Welcome.
        [dots] The number of dots can only be changed in Welcome and Group.
       *[other] This setting can only be changed in another step.
    }
question_missing = A board needs its question.
bad_minutes = Minutes go from 1 to { $limit }.
bad_dots = Dots go from 1 to { $limit }.

## Ideas and groups

no_idea = This idea is not on the board.
not_yours = Only the browser that wrote this idea can change it.
id_taken = This id is taken by something else on the board.
idea_withdrawn = This idea was withdrawn.
idea_hidden = The facilitator has hidden this idea.
idea_hidden_for_good = Its words were deleted when the decision was made final. It stays hidden.
not_to_show = There is nothing to show: this idea or group cannot be read on the board now.
came_late = It came after time; the facilitator can let it in.
nothing_late = Nothing came late.
no_group = This group is gone. Somebody may have dissolved it.
empty_merge = There is nothing to put together.
no_merge = This merge was undone already.
bad_rank = This is not a place in the order.
no_question = This question is not on the board any more.
question_hidden = The facilitator has hidden this question.
only_author_answers = Only the browser that wrote this idea can answer.
enough_questions = This idea has { $limit } questions already. Ask in the room, or wait for its answers.
own_questions =
    You have asked { $limit ->
        [one] { $limit } question
       *[other] { $limit } questions
    }. One person cannot ask more.
own_limit =
    You have added { $limit ->
        [one] { $limit } idea
       *[other] { $limit } ideas
    }. One person cannot add more.
# What a board can hold ($what), when all of it ($part is limit), all but the facilitator's part (reserve), or one
# person's part (share) is used.
no_room =
    { $what ->
        [people] { $part ->
            [limit] { $limit ->
                [one] { $limit } person has joined this board, and it takes no more.
               *[other] { $limit } people have joined this board, and it takes no more.
            }
           *[reserve] This board has almost as many people as it takes. Only the facilitator can still join.
        }
        [ideas] { $part ->
            [share] You have added a quarter of what this board holds. Leave the rest to the others.
            [reserve] This board has almost as many ideas as it holds. Only the facilitator can add more.
           *[limit] { $limit ->
                [one] { $limit } idea was written on this board, and it takes no more.
               *[other] { $limit } ideas were written on this board, and it takes no more.
            }
        }
        [clusters] { $part ->
            [share] You have made a quarter of the groups that this board holds. Join some first.
            [reserve] There are almost as many groups as this board holds. Only the facilitator can add more.
           *[limit] { $limit ->
                [one] There is already { $limit } group. Use that one.
               *[other] There are already { $limit } groups. Join some first.
            }
        }
        [letters] { $part ->
            [share] You have made very many groups. Use one that is there.
            [reserve] Very many groups were made on this board. Only the facilitator can add more.
           *[limit] Very many groups were made on this board. Use one that is there.
        }
        [questions] { $part ->
            [share] You have asked a quarter of the questions that this board holds. Leave the rest to the others.
            [reserve] This board has almost as many questions as it holds. Only the facilitator can ask more.
           *[limit] { $limit ->
                [one] { $limit } question was asked on this board, and it takes no more.
               *[other] { $limit } questions were asked on this board, and it takes no more.
            }
        }
       *[merges] { $part ->
            [share] You have made very many merges. Move the ideas one by one.
           *[limit] There were very many merges on this board. Move the ideas one by one.
        }
    }

## The vote

no_vote = No vote is open.
other_round = A new round has begun. Please vote again.
nothing_to_vote_on = There is nothing to vote on yet: no idea is left on the ballot.
not_an_option = One of these is not on the ballot. Please choose again.
runoff_needs_two = A run-off needs at least two to choose from.
not_on_the_ballot = Part of your choice is not on this ballot. Please choose again.
dots_are_whole = Dots are whole: give an option one dot or none.
one_dot_each = Each option takes one dot from you at most.
too_many_dots =
    { $dots ->
        [one] You have { $dots } dot and used { $used }.
       *[other] You have { $dots } dots and used { $used }.
    }
too_few_to_close = So few answers would show who gave them. Wait until three people have answered whose page was open for 30 seconds.
too_few_new = One or two people vote for the first time in this round, and the earlier count would show what they chose. Wait until three of them have voted, or step back to Group.

## The decision and the consent check

no_option = The shortlist names something that was not on the ballot.
newer_wording = A newer wording was shown while you were writing. Read it first, then replace it or keep it.
decision_missing = Write the decision first.
owner_missing = Say who decides first.
date_missing = A recommendation needs the day by which it is decided.
shortlist_missing = The shortlist needs at least one line.
consent_closed = No check is open.
other_check = Something else happened first. Please look again.
not_a_level = Please choose one of the six answers, from 0 to 5.

## Who may do what in a session, and when

reading = You are reading this session. To work in it, open the link for joining.
join_first = Give your name first: everybody in a session is named.
only_lead = Only the lead can do that.
lead_runs_the_clock = In this session the lead runs the clock.
only_finisher = The session has ended. Only the person who finishes it can still write.
only_decider = Only the lead, or whoever says when it is done, can give the verdict.
not_in_state =
    { $state ->
        [plan] That is for later: the work has not started yet.
        [running] That is not possible while the work is going on.
        [ended] The session has ended.
       *[shared] The recap is shared. What is in it stays as it is.
    }

removed = Whoever leads this session has taken you out of it. What you wrote stays.
session_locked = The session is locked: nobody new can join. Ask whoever leads to open it.
lead_is_here = Somebody who leads was here less than two minutes ago.
joined_later = Only somebody who had joined before the lead left can take the lead.
lead_stays = Whoever leads cannot be taken out.

## What is written in a session

no_condition = That line is not there any more.
no_task = That task is not there any more.
no_thought = That thought is not there any more.
no_version = That version is not kept.
no_agreement = That proposal is not there any more.
agreement_closed = That proposal is settled already.
agreement_open = Another proposal is being answered without names. Close that one first.
yes_or_no = Say yes or no.
too_few_answers = So few answers would show who gave them. Wait until three people have answered.
enough_names =
    { $limit ->
        [one] { $limit } person has answered, and no more answers are kept.
       *[other] { $limit } people have answered, and no more answers are kept.
    }
session_full =
    { $what ->
        [people] { $part ->
            [limit] { $limit ->
                [one] { $limit } person has joined this session, and it takes no more.
               *[other] { $limit } people have joined this session, and it takes no more.
            }
           *[reserve] This session has almost as many people as it takes. Only the lead can still join.
        }
        [tasks] { $part ->
            [share] You have added a quarter of the tasks that this session holds. Leave the rest to the others.
            [reserve] This session has almost as many tasks as it holds. Only the lead can add more.
           *[limit] { $limit ->
                [one] There is already { $limit } task. Use that one.
               *[other] There are already { $limit } tasks, and this session holds no more.
            }
        }
        [items] { $part ->
            [share] You have added a quarter of the items that an agenda holds. Leave the rest to the others.
            [reserve] This agenda has almost as many items as it holds. Only the lead can add more.
           *[limit] { $limit ->
                [one] There is already { $limit } item. Use that one.
               *[other] There are already { $limit } items, and an agenda holds no more.
            }
        }
        [parked] { $part ->
            [share] You have kept a quarter of the thoughts that this session holds. Leave the rest to the others.
            [reserve] This session has almost as many thoughts for later as it holds. Only the lead can add more.
           *[limit] { $limit ->
                [one] There is already { $limit } thought for later. Settle it first.
               *[other] There are already { $limit } thoughts for later. Settle some first.
            }
        }
        [conditions] { $part ->
            [share] You have written a quarter of the lines that “Done when” holds. Leave the rest to the others.
            [reserve] “Done when” has almost as many lines as it holds. Only the lead can add more.
           *[limit] { $limit ->
                [one] “Done when” has { $limit } line already, and holds no more.
               *[other] “Done when” has { $limit } lines already, and holds no more.
            }
        }
       *[agreements] { $part ->
            [share] You have made a quarter of the proposals that this session holds. Leave the rest to the others.
            [reserve] This session has almost as many proposals as it holds. Only the lead can make more.
           *[limit] { $limit ->
                [one] There was { $limit } proposal already, and this session holds no more.
               *[other] There were { $limit } proposals already, and this session holds no more.
            }
        }
    }
owner_unclear = Name one owner: somebody of the session, or words about somebody else.
may_not_write = You cannot write in this text: join first, or wait until the work goes on.
update_refused = This change of the text was refused: no page makes one like it. Copy your words, and load the page again.
update_too_large = This change makes the text too long. Shorten it, and try again.

## How a session ends

condition_missing = Say first when it is done: write one line under “Done when”.
next_exists = The next session is open already, so this one stays ended.
recap_shared = Its recap is shared, so the session stays ended. The recap can be corrected.
tasks_moved = The tasks have gone on to the next session. Change them there.
finisher_missing = Say who finishes it, and by which day.
finisher_not_needed = Somebody finishes it only when it is nearly done.
no_person = That person is not in this session.
no_day = That is not a day of the calendar. Write it as 2026-12-04.

## The agenda of a session and its clock

no_item = That item is not on the agenda any more.
last_item = This is the last item. Say whether it is done.
item_too_short = That item has no time left to give. Take it from another one, or end later.
item_runs = That item is running. Go on to the next one first.
item_over = That item is over, and the time that it took stays as it is.
item_unreached = An item that stands before the running one is never reached. Put it behind.
time_given = That item gave time to another one. Leave it at least one minute more than that.
finish_stays = An agenda ends with its last item, in which you say whether it is done. It stays where it is.
nothing_to_undo = There is nothing to undo: ten seconds have passed, or somebody has undone it.

## A board inside a session

board_open = The board is open, so this waits until it is over: nobody should be able to tell from what you do here who writes an idea there.
no_board_item = Only an item that is a board, and that is not over, can open one.
enough_boards =
    { $limit ->
        [one] { $limit } board was opened in this session, and it takes no more.
       *[other] { $limit } boards were opened in this session, and it takes no more.
    }
one_question = Your last question is not over yet. Ask the next one after it.
item_decided = What came of its board stands in the session, so the item stays on the agenda.

## What else happened to a command

under_way = It is already on its way.
time_added = Time was added, so writing goes on.
reveal_called_off = The timer was changed, so the reveal was called off.
storage = Nothing can be stored right now. Please try again in a moment.
restarting = The server is restarting. Please press again in a moment.
command_failed = That did not work, and it is not your fault. Nothing else was affected.

## A board: creating, entering, deleting

disk_full = This server has too little disk space for anything new. Please tell the person who runs it.
too_many_boards =
    Very many boards and sessions were opened from your network. Try again in { $unit ->
        [minutes] { $count ->
            [one] a minute
           *[other] { $count } minutes
        }
       *[seconds] { $count ->
            [one] a second
           *[other] { $count } seconds
        }
    }.
too_many_ideas = These are { $count } ideas. A board holds { $limit }: leave some out.
wrong_ideas =
    No board was opened: { $count ->
        [one] { $count } problem
       *[other] { $count } problems
    } with the ideas.
no_link = This address alone does not let you in. Open the join link, or ask for it.
unknown_link = This link leads nowhere. It may have been cut off on its way to you; ask for it again.
guessing = Many links that lead nowhere were opened from where you are. Check yours and try again in a minute. A link that is complete works at once.
no_qr = There is no such QR code for you here.
board_deleted = This board was deleted. If its decision was kept, it still stands at its own link.
bad_deletion = Say once what becomes of the decision: decision=keep or decision=delete.
other_site = This request came from another site.
unknown_address = The page that sent this has an address which this server does not know as its own, so nothing was changed. The person who runs the server can put that right: the server’s log names the address, and the setting BOARD_PUBLIC_URL tells the server about it.

## A session: creating, entering, deleting

no_agenda = An agenda has between 1 and { $limit } items.
no_zone = That is not the name of a time zone, such as Europe/Paris.
no_step = This decision has no such next step. They are counted from 0.
link_renewed = This link was replaced by a new one. Ask whoever sent it for the new link.
session_deleted = This session was deleted, and nothing of it is kept here.

## Ideas that a board begins with

nothing_to_read = Paste at least one idea, or choose a file.
text_and_file = There is a text here and you chose a file. Take one at a time: preview the text first, or empty the field.
empty_file = There is nothing in this file.
broken_form = The form did not arrive completely. Go back and send it again.
file_too_large = This file is larger than { $megabytes } MB. Split it, or leave out what you do not need.
text_too_large = This text is longer than { $limit } characters. Split it, or leave out what you do not need.
workbook = This is an Excel or LibreOffice file. Save it there as “CSV UTF-8” and choose that.
no_text_file = This is not a text file. Choose a .txt, a .csv, or a .json that was saved from Shortlist.
other_encoding = The letters of this file cannot be read. Save it as UTF-8 (in Excel: “CSV UTF-8”) and choose it again.
file_not_json = This JSON is incomplete. Was it cut off or changed on its way?
no_record = This JSON is not a decision or a draft that was saved from Shortlist.

## Decisions and their files

no_decision = There is no decision at this address. Was the whole link copied?
decision_deleted = There was a decision at this address. It was deleted on { DATETIME($day, dateStyle: "long") }, and nothing of it is kept here.
decision_damaged = What is stored under this address is not what was frozen: its bytes do not add up to it. It is not shown. Whoever runs this server should look at the disk and at a backup.
no_recap = There is no recap at this address. Was the whole link copied?
recap_deleted = There was a recap at this address. It was deleted on { DATETIME($day, dateStyle: "long") }, and nothing of it is kept here. Copies that people saved still check.
recap_damaged = What is stored under this address is not what was frozen: its bytes do not add up to it. It is not shown. Whoever runs this server should look at the disk and at a backup.
no_making = How this text came about is not shown to readers.
reply_empty = Nothing was written yet. Fill in at least one of the three boxes.
replies_too_fast =
    { $seconds ->
        [one] Wait { $seconds } second, then send it again. It was not sent yet.
       *[other] Wait { $seconds } seconds, then send it again. It was not sent yet.
    }
replies_used_up = { $limit } replies have come from this network. No more of them are taken for this page.
replies_unread = The work session was deleted. Nobody would read a reply.
no_feedback = This reply is no longer there.
replies_full = { $limit } replies are kept already. Delete one of them first.
not_ended = There is no recap yet: the session has not ended.
# $formats: ".html, .md or .csv"
no_format = It is available as { $formats }.
typesetting_off = PDF and pictures are switched off on this server: its typesetter does not start. All other formats work.
typesetting_stopped = The server is restarting. Try again in a minute.
typesetting_full = Many files are being made right now. Try again in a minute.
typesetting_twice = Two of your files are still being made. Ask for the next one when they have arrived.
typesetting_slow = This file took longer than { $seconds } seconds to make. Markdown, CSV and JSON have the same content.
typesetting_failed = This file could not be made. Markdown, CSV and JSON have the same content.

## HTTP

bad_host = The request does not name this server correctly. Open the address from the link you were given.
bad_request = It has the wrong form. If you pressed a button to get here, load the page again and try once more.
forbidden = It came from another site, or you hold no link that allows it.
no_address = The address may be mistyped, or the link was cut off on its way to you.
wrong_method = It can be reached, but not in this way.
body_too_large = It is larger than what can be sent to this address.
too_many_requests = Too many requests came from here. Wait a minute, then try again.
fault = Please try again in a moment. If it happens again, tell whoever runs this server: fault { $reference }.

## board seed

no_demonstration = The conversation for the demonstration is not here. `board seed` runs in a checkout of the source.
