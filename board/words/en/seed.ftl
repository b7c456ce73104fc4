# What `board seed` prints, and what the people of its boards write besides their real statements.

seed-head = One board in every phase. Open “facilitate” in one browser and “participate” in another.
seed-title-lobby = Welcome: people arrive
seed-title-diverge = Write: ten minutes, half of the ideas are in
seed-title-reveal = Read: all ideas are shown
seed-title-cluster = Group: five groups and some loose ideas
seed-title-vote = Vote: everybody has voted, some are not done
seed-title-decide = Decide: counted, written and checked
seed-title-frozen = Done: the decision is final

seed-question = How can homes here become affordable again?
seed-problem = In ten years rents and prices have grown twice as fast as wages.
seed-constraint = No new taxes on people who own one home.
seed-criterion = Which would help most families within five years?
seed-owner = Mara Ellis

seed-group-public = Build it publicly
seed-group-cheaper = Cheaper to build
seed-group-investors = Rules for investors
seed-group-renting = Renting with dignity
seed-group-land = Land and density

seed-decision = We pilot publicly built homes on two council sites and buy materials together.
seed-why = Both lead the vote, need no new law and can start this year.
seed-step-brief-text = Write the brief for both sites
seed-step-brief-owner = Mara
seed-step-brief-when = by Friday
seed-step-prices-text = Ask three suppliers for one shared price list
seed-step-prices-owner = Tom
seed-step-prices-when = 4 December
seed-reason-3 = Renting is missing, but it can follow.
seed-reason-2 = The second site floods. I want to see a survey first.

## Work sessions

seed-session-title-plan = Prepare: a session of four people before its start
seed-session-title-running = Work: in the break, one of three conditions is met
seed-session-title-nearly = Finished: nearly done, Mara finishes it
seed-session-title-another = Finished: another session follows, and the links lead to it

seed-session-title-shared = Shared: done, and readers have the recap
seed-session-summary = We priced both sites first, because everything else depends on it.
seed-session-next = Ask the tenants before the council meets.

seed-session-artifact = A brief
seed-session-audience = the council
seed-session-scope = The scope is clear
seed-session-price = A price is in it
seed-session-date = A date is in it
seed-session-text-scope = Both council sites, **ninety homes** in all, rented out by the council.
seed-session-text-price = Three suppliers were asked for one shared price list.
seed-session-text-date = Drawings on 4 March, and the keys on 30 June.
seed-session-task-prices = Collect the three price lists
seed-session-task-map = Draw both sites on one map
seed-session-later = Who looks after the second site when it floods?
