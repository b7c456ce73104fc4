/** Generated from `board/protocol` by `make protocol`. Do not edit. */

export const STATES = ["plan", "running", "ended", "shared"] as const;
export type State = (typeof STATES)[number];

export type Link = "lead" | "join" | "read" | "accept" | "calendar";

/**
 * How much may be typed into a field of a work session, and how many there may be of each thing. Lengths are Unicode
 * code points after trimming.
 */
export const LIMITS = {
  artifact: 200,
  audience: 200,
  problem: 600,
  constraint: 600,
  owner: 120,
  zone: 64,
  condition: 300,
  note: 500,
  elsewhere: 500,
  name: 60,
  goal: 300,
  heading: 300,
  headings: 200,
  itemTitle: 120,
  question: 300,
  task: 500,
  when: 120,
  firstStep: 300,
  parked: 500,
  agreement: 1000,
  why: 1000,
  versionName: 120,
  summary: 600,
  oneLine: 300,
  line: 2000,
  text: 200000,
  reply: 2000,
  people: 250,
  removed: 750,
  tasks: 200,
  items: 30,
  parkedMost: 100,
  conditions: 30,
  agreements: 60,
  boards: 10,
  changes: 60,
  accepted: 20,
  lines: 500,
  replies: 200,
  repliesKept: 200,
  answered: 60,
  repliesAMinute: 5,
  repliesInAll: 10,
  shortest: 10,
  longest: 240,
  lastMoment: 221845392000,
} as const;

/** Somebody of the session, or words about somebody who is not in it. Exactly one is given. */
export interface Owner {
  readonly person?: string | null;
  readonly words?: string | null;
}

/** An item that is left out so that another one has more time. */
export interface Skip {
  readonly skip: string;
}

/** What will exist at the end, and on what terms. */
export interface Contract {
  readonly artifact: string;
  readonly audience: string | null;
  readonly problem: string | null;
  readonly constraint: string | null;
  /** who says when it is done; null: the lead */
  readonly owner: Owner | null;
  /** null: when everybody is here */
  readonly starts: number | null;
  /** IANA name of the time zone in which `starts` was chosen */
  readonly zone: string | null;
  readonly minutes: number;
  /** every week at `starts`, in its zone; the end of one session opens the next */
  readonly repeats: "weekly" | null;
}

/** What somebody did to the clock or put on the big screen, shown with the name for ten seconds. */
export interface ClockAct {
  readonly person: string;
  readonly what: "clear" | "extend" | "next" | "pause" | "resume" | "show" | "skip";
  readonly at: number;
  readonly item: string;
}

/** The one clock. What is left follows from it and from the agenda. */
export interface ClockState {
  readonly item: string;
  /** null: paused, or a break of the clock */
  readonly since: number | null;
  /** seconds that the running item took until `since` */
  readonly before: number;
  readonly began: number;
  /** when the session would end as planned at its start */
  readonly end: number;
  /** the last act, while it can be undone */
  readonly act: ClockAct | null;
  /** the condition that the big screen shows, until the item ends */
  readonly shown?: string | null;
}

/** A heading of the text: a place where people work. */
export interface Heading {
  readonly words: string;
  /** 1 to 6 */
  readonly level: number;
}

/** A copy of the text that is kept. */
export interface Version {
  readonly number: number;
  readonly at: number;
  readonly reason: "break" | "brought" | "end" | "item" | "name" | "next" | "restore" | "start" | "time";
  /** the item that ended, the name that was given, or the number of the version that was restored */
  readonly of: string | null;
  readonly characters: number;
}

/** The verdict. */
export interface Ending {
  readonly verdict: "another" | "done" | "nearly";
  readonly note: string | null;
  readonly elsewhere: string | null;
  readonly finisher: string | null;
  readonly by: string | null;
  readonly at: number;
  readonly finished_at: number | null;
}

/** A yes or no by somebody, who may not be in the session. */
export interface Accepted {
  readonly name: string;
  readonly yes: boolean;
  readonly note: string | null;
  readonly at: number;
  /** who of the session typed the answer; null: somebody with the accept link */
  readonly person: string | null;
  /** it was about something that has changed since: they are asked again */
  readonly outdated: boolean;
}

/** What the lead adds to the recap, and decides to show, until it is shared. */
export interface RecapLines {
  /** what changed, and why it looks like this */
  readonly summary: string | null;
  /** what they would do next */
  readonly next: string | null;
  /** how it was before, of what was made elsewhere */
  readonly was: string | null;
  /** how it is now, of the same */
  readonly became: string | null;
  /** readers see the text with which the work began */
  readonly before: boolean;
  /** readers can watch it being made */
  readonly making: boolean;
}

/** The recap that readers have. */
export interface SharedRecap {
  /** its address */
  readonly sha256: string;
  readonly at: number;
  /** search engines may list it */
  readonly public: boolean;
  /** a sum of all that it says but its time: shared again without a change, it is the same */
  readonly basis: string;
}

/** What the lead changed of what will exist while the work went on. */
export interface Change {
  readonly at: number;
  readonly field:
    | "artifact"
    | "audience"
    | "condition"
    | "constraint"
    | "minutes"
    | "owner"
    | "problem"
    | "starts"
    | "zone";
  /** as it was before */
  readonly old: string | number | Owner | null;
}

/** A map with these fields as its keys. */
export interface SessionMeta {
  readonly kind: "brainstorming" | "coworking" | "deep_work" | "individual" | "team";
  readonly state: State;
  readonly contract: Contract;
  readonly clock: ClockState | null;
  readonly clock_by: "everyone" | "lead";
  /** who took the lead, until a lead comes back */
  readonly acting: string | null;
  readonly locked: boolean;
  /** the history of the text that `/text` serves */
  readonly text_epoch: number;
  /** changes with the text; this and what follows from the text stands here a little later than it is typed */
  readonly text_digest: string;
  readonly headings: readonly Heading[];
  readonly characters: number;
  /** outside the headings */
  readonly words: number;
  /** whether anything but headings stands in the text */
  readonly written: boolean;
  /** copies of the text that are kept */
  readonly versions: readonly Version[];
  /** the digest of the decision that it began with */
  readonly decision: string | null;
  readonly ending: Ending | null;
  /** who said yes or no to what will exist; a change of it asks again */
  readonly agreed: readonly Accepted[];
  /** who said yes or no to what was made */
  readonly accepted: readonly Accepted[];
  readonly recap_lines: RecapLines;
  /** the newest that was shared; after `correct` the one that the next follows */
  readonly recap: SharedRecap | null;
  /** of the contract and of "Done when", since the start; the oldest first */
  readonly changes: readonly Change[];
  /** the session that this one goes on from */
  readonly before: string | null;
  /** when that one ended */
  readonly before_at: number | null;
  /** the session that goes on from this one */
  readonly next: string | null;
}

/** One line of "Done when". */
export interface Condition {
  readonly text: string;
  readonly met: boolean;
  readonly rank: string;
  readonly note: string | null;
  /** the session in which it was written first, when that is another one */
  readonly from?: string | null;
}

/** The board of an item. Neither its id nor a link is here, because readers have the document. */
export interface ItemBoard {
  /**
   * open: people write, read, vote or decide there; decided: its decision is final and stands in the session; counted:
   * the item ended before a decision, and the count stands in the session; gone: the board was deleted
   */
  readonly state: "counted" | "decided" | "gone" | "open";
  /** the digest of the decision */
  readonly decision: string | null;
  /** somebody asked everybody; false: the item was planned */
  readonly asks: boolean;
}

/** One item of the agenda. */
export interface Item {
  readonly title: string;
  /** as planned */
  readonly minutes: number;
  /** seconds that were added while it ran, or taken for another item */
  readonly extra: number;
  readonly kind: "board" | "break" | "finish" | "work";
  readonly owner: Owner | null;
  readonly rank: string;
  /** seconds; null until it has ended */
  readonly spent: number | null;
  readonly skipped: boolean;
  /** the session in which it was planned first and not reached, when that is another one */
  readonly from?: string | null;
  /** absent until its board is opened */
  readonly board?: ItemBoard;
}

/** Somebody who joined. */
export interface Person {
  readonly name: string;
  readonly role: "lead" | "member";
  /** 0 to 7; given by the server so that neighbours differ */
  readonly colour: number;
  readonly decider: boolean;
  readonly goal: string | null;
  readonly reach: string | null;
  readonly outcome: "done" | "nearly" | "not" | null;
  /** the id of an item, or a heading */
  readonly taken: string | null;
  /** what they say of the outcome */
  readonly note: string | null;
  /** null: not stuck; else where, in their words or empty */
  readonly stuck: string | null;
  /** is back from the break */
  readonly back: boolean;
  /** readers of the recap may see the name */
  readonly shown: boolean;
  /** was sent out, and does not come back; the name stays on what they did */
  readonly removed: boolean;
}

/** What somebody does. It has one home in the whole chain of sessions. */
export interface Task {
  readonly text: string;
  readonly owner: Owner | null;
  /** YYYY-MM-DD or words; null: now */
  readonly when: string | null;
  readonly first_step: string | null;
  readonly state: "done" | "dropped" | "open";
  readonly note: string | null;
  readonly item: string | null;
  /** the session in which it was written first, when that is another one */
  readonly from?: string | null;
}

/** A thought for later. */
export interface Parked {
  readonly text: string;
  readonly as: "dropped" | "next" | "task" | null;
  /** the session in which it was written first, when that is another one */
  readonly from?: string | null;
}

/** Why somebody answered the consent check as they did. */
export interface Reason {
  readonly level: 0 | 1 | 2 | 3 | 4 | 5;
  readonly reason: string;
}

/** An option of a count, as the record of the board calls it. */
export interface Dots {
  readonly name: string;
  readonly dots: number;
}

/** What the session agreed on, or is asked about. */
export interface Agreement {
  readonly text: string;
  readonly why: string | null;
  readonly owner: Owner | null;
  readonly open: boolean;
  /**
   * four or more people answer anonymously by level, two or three by name; one person decides alone; what came of a
   * board is asked about there
   */
  readonly by: "alone" | "board" | "level" | "name";
  readonly at: number;
  /** level → how many; only of the anonymous check, and only once it is closed */
  readonly answers: Readonly<Record<"0" | "1" | "2" | "3" | "4" | "5", number>> | null;
  /** how many of those who were there did not answer, or all when so few did that it would show who; the same */
  readonly silent: number | null;
  /** in random order; the same */
  readonly reasons: readonly Reason[];
  /** person → yes or no; of two or three people */
  readonly by_name: Readonly<Record<string, boolean>> | null;
  /** person → the reason of the answer; of two or three people */
  readonly why_not: Readonly<Record<string, string>> | null;
  /** whether nobody objects; null while it is open, when too few answered to say, and of a count without a decision */
  readonly agreed: boolean | null;
  /** the item that held the board it comes from */
  readonly board?: string;
  /** that of the board, which may have changed since it was opened */
  readonly question?: string;
  /** the digest of the decision of that board */
  readonly decision?: string;
  /** of a count without a decision: the first options, as many as its text names */
  readonly count?: readonly Dots[];
  /** how many other options there are, when there are any */
  readonly more?: number;
}

/** All roots of the document. */
export interface SessionDocument {
  readonly meta: SessionMeta;
  readonly conditions: Readonly<Record<string, Condition>>;
  readonly agenda: Readonly<Record<string, Item>>;
  readonly people: Readonly<Record<string, Person>>;
  readonly tasks: Readonly<Record<string, Task>>;
  readonly parked: Readonly<Record<string, Parked>>;
  readonly agreements: Readonly<Record<string, Agreement>>;
}

/** This person's answer to an open consent check. */
export interface OwnLevel {
  readonly level: 0 | 1 | 2 | 3 | 4 | 5;
  readonly reason: string;
}

/** The paths that open the board of an item, for one person. */
export interface BoardLinks {
  readonly take_part: string;
  /** for whoever opened it: they facilitate it */
  readonly lead: string | null;
}

/** The private state of one person. */
export interface SessionYou {
  /** The link by which this connection is here. */
  readonly role: Link;
  /** All links that this person holds. */
  readonly roles: readonly Link[];
  /** Who they are in the document; null until they join, and on the big screen. */
  readonly person: string | null;
  /** Agreement → the answer to its check, while that is open. */
  readonly answers: Readonly<Record<string, OwnLevel>>;
  /** The tokens that the lead may give away, once some were renewed: pages that are open show the new ones. */
  readonly links: Readonly<Record<Link, string>>;
  /** Item → the links of its board, for people who joined, as long as there is one. */
  readonly boards: Readonly<Record<string, BoardLinks>>;
}

/** A whole notice. */
export interface SessionNotice {
  /** The version of the protocol. */
  readonly protocol: number;
  /** Which front end the server has. */
  readonly build: string;
  /** Which run of the server this is: after a restart its file may be an older one. */
  readonly run: string;
  /** The server's clock. */
  readonly now: number;
  /** Which document the session has. */
  readonly epoch: number;
  /** The server cannot store anything just now. */
  readonly readonly: boolean;
  /** Who is connected, or was a moment ago. null while an anonymous check or a board is open: arrivals would show. */
  readonly here: readonly string[] | null;
  /** How many that are. */
  readonly present: number;
  /** Agreement → how many have answered its open check. */
  readonly answered: Readonly<Record<string, number>>;
  /** Since when nobody who leads is connected; null while somebody is, and whenever `here` is. */
  readonly lead_gone: number | null;
  /** Since when nobody works on a session whose time is over; null while somebody does. */
  readonly left_open: number | null;
  /** Another number whenever a reply to a recap of the chain comes or changes; 0: there is none. */
  readonly replies: number;
  readonly you: SessionYou;
}

export const ROOTS = ["meta", "conditions", "agenda", "people", "tasks", "parked", "agreements"] as const;

export interface Join {
  readonly do: "join";
  readonly name: string;
}

export interface SetGoal {
  readonly do: "set_goal";
  readonly goal: string;
  readonly reach?: string | null;
}

export interface ReportGoal {
  readonly do: "report_goal";
  readonly outcome: "done" | "nearly" | "not";
  readonly note?: string | null;
}

/** An item of the agenda or a heading of the text, to work on; both None: nothing any more. */
export interface Take {
  readonly do: "take";
  readonly item?: string | null;
  readonly heading?: string | null;
}

export interface Stuck {
  readonly do: "stuck";
  readonly stuck: boolean;
  readonly note?: string | null;
}

export interface ShowName {
  readonly do: "show_name";
  readonly shown: boolean;
}

export interface AddTask {
  readonly do: "add_task";
  readonly task: string;
  readonly text: string;
  readonly owner?: Owner | null;
  readonly when?: string | null;
  readonly first_step?: string | null;
  readonly item?: string | null;
}

/** Only the fields that are given change. */
export interface EditTask {
  readonly do: "edit_task";
  readonly task: string;
  readonly text?: string;
  readonly owner?: Owner | null;
  readonly when?: string | null;
  readonly first_step?: string | null;
}

export interface SetTask {
  readonly do: "set_task";
  readonly task: string;
  readonly state: "done" | "dropped" | "open";
  readonly note?: string | null;
}

export interface Park {
  readonly do: "park";
  readonly parked: string;
  readonly text: string;
}

export interface SettleParked {
  readonly do: "settle_parked";
  readonly parked: string;
  readonly as: "dropped" | "next" | "task";
}

export interface AppendText {
  readonly do: "append_text";
  readonly line: string;
  readonly text: string;
  readonly heading?: string | null;
}

export interface AddCondition {
  readonly do: "add_condition";
  readonly condition: string;
  readonly text: string;
}

export interface TickCondition {
  readonly do: "tick_condition";
  readonly condition: string;
  readonly met: boolean;
  readonly note?: string | null;
}

export interface ProposeAgreement {
  readonly do: "propose_agreement";
  readonly agreement: string;
  readonly text: string;
  readonly why?: string | null;
  readonly owner?: Owner | null;
}

/** With four or more people the level of the consent check, else yes or no by name. */
export interface AnswerAgreement {
  readonly do: "answer_agreement";
  readonly agreement: string;
  readonly level?: 0 | 1 | 2 | 3 | 4 | 5 | null;
  readonly agree?: boolean | null;
  readonly reason?: string | null;
}

/** `withdraw`: the proposal goes with all its answers, however few they are, and none is ever shown. */
export interface CloseAgreement {
  readonly do: "close_agreement";
  readonly agreement: string;
  readonly withdraw?: boolean;
}

/** `from` is the item that is left: of two people who press at once, one moves it. */
export interface NextItem {
  readonly do: "next_item";
  readonly from: string;
}

/** More time for the running item, from a later one, from the end, or by leaving one out. */
export interface Extend {
  readonly do: "extend";
  readonly seconds: number;
  readonly from: string | Skip;
}

/**
 * Puts a condition on the big screen with the text under its heading; None: none any more. `from` is what was there
 * for whoever goes on from it: of two people who press at once, one moves it.
 */
export interface ShowCondition {
  readonly do: "show_condition";
  readonly condition: string | null;
  readonly from?: string | null;
}

export interface Pause {
  readonly do: "pause";
  readonly paused: boolean;
}

/** I am back from the break. */
export interface Back {
  readonly do: "back";
}

export interface UndoClock {
  readonly do: "undo_clock";
}

export interface RestoreVersion {
  readonly do: "restore_version";
  readonly version: number;
}

export interface NameVersion {
  readonly do: "name_version";
  readonly name: string;
}

/** Keeps the text as the one that somebody came with, once a file of theirs stands in it. */
export interface KeepBrought {
  readonly do: "keep_brought";
}

/** When no lead was connected for two minutes. */
export interface TakeLead {
  readonly do: "take_lead";
}

export interface AcceptContract {
  readonly do: "accept_contract";
  readonly name: string;
  readonly yes: boolean;
  readonly note?: string | null;
}

export interface AcceptVerdict {
  readonly do: "accept_verdict";
  readonly name: string;
  readonly yes: boolean;
  readonly note?: string | null;
}

/** Only the fields that are given change; None empties a field that may be empty. */
export interface EditContract {
  readonly do: "edit_contract";
  readonly artifact?: string;
  readonly audience?: string | null;
  readonly problem?: string | null;
  readonly constraint?: string | null;
  readonly owner?: Owner | null;
  readonly starts?: number | null;
  readonly zone?: string | null;
  readonly minutes?: number;
  readonly repeats?: "weekly" | null;
}

export interface EditCondition {
  readonly do: "edit_condition";
  readonly condition: string;
  readonly text: string | null;
}

export interface AddItem {
  readonly do: "add_item";
  readonly item: string;
  readonly title: string;
  readonly minutes: number;
  readonly kind?: "board" | "break" | "finish" | "work";
  readonly owner?: Owner | null;
  readonly rank?: string | null;
}

/** Only the fields that are given change. */
export interface EditItem {
  readonly do: "edit_item";
  readonly item: string;
  readonly title?: string;
  readonly minutes?: number;
  readonly owner?: Owner | null;
  readonly rank?: string;
}

export interface RemoveItem {
  readonly do: "remove_item";
  readonly item: string;
}

export interface SetClock {
  readonly do: "set_clock";
  readonly clock: "everyone" | "lead";
}

export interface Start {
  readonly do: "start";
}

export interface Assign {
  readonly do: "assign";
  readonly person: string;
  readonly decider: boolean;
}

export interface Lock {
  readonly do: "lock";
  readonly locked: boolean;
}

export interface Remove {
  readonly do: "remove";
  readonly person: string;
}

export interface RenewLinks {
  readonly do: "renew_links";
  readonly which: readonly ("accept" | "calendar" | "join" | "lead" | "read")[];
}

export interface Delete {
  readonly do: "delete";
}

/** Opens the board of an item of kind "board", with the title as its question. A second one changes nothing. */
export interface OpenBoard {
  readonly do: "open_board";
  readonly item: string;
}

/** Adds an item of kind "board" after the running one, and opens its board. `item` is the idempotency key. */
export interface AskEverybody {
  readonly do: "ask_everybody";
  readonly item: string;
  readonly question: string;
  readonly minutes?: number;
}

/** The verdict. "nearly" names who finishes it, and by when. */
export interface End {
  readonly do: "end";
  readonly verdict: "another" | "done" | "nearly";
  readonly note?: string | null;
  readonly elsewhere?: string | null;
  readonly finisher?: string | null;
  readonly by?: string | null;
}

/** What was nearly done is done. */
export interface Finish {
  readonly do: "finish";
}

export interface Reopen {
  readonly do: "reopen";
}

/** Only the fields that are given change. Everybody of the session sees the recap with them at once. */
export interface EditRecap {
  readonly do: "edit_recap";
  readonly summary?: string | null;
  readonly next?: string | null;
  readonly was?: string | null;
  readonly became?: string | null;
  readonly before?: boolean;
  readonly making?: boolean;
}

/** Freezes the recap; the answer has its address. Shared already, it changes who finds it, and nothing else. */
export interface Share {
  readonly do: "share";
  readonly visibility: "link" | "public";
  readonly summary?: string | null;
  readonly next?: string | null;
  readonly before?: boolean;
  readonly making?: boolean;
}

/** Opens the recap for a correction: the next one that is shared follows it. */
export interface Correct {
  readonly do: "correct";
}

/**
 * The next session, with what is left. A second one answers with the same id. Without `starts` one that repeats begins
 * a week later, at the same time in its zone, and any other when everybody is there. Without a start nothing repeats.
 */
export interface OpenNext {
  readonly do: "open_next";
  readonly starts?: number | null;
  readonly zone?: string | null;
  readonly repeats?: "weekly" | null;
}

/** Whether readers of the recap see a reply. */
export interface ShowFeedback {
  readonly do: "show_feedback";
  readonly feedback: string;
  readonly shown: boolean;
}

/** What became of it. Whoever wrote the reply finds the answer on the page of the recap. */
export interface AnswerFeedback {
  readonly do: "answer_feedback";
  readonly feedback: string;
  readonly answer: "changed" | "not_yet";
  readonly note?: string | null;
}

export interface DeleteFeedback {
  readonly do: "delete_feedback";
  readonly feedback: string;
}

/** Every command the server knows, without its request id. */
export type Command =
  | Join
  | SetGoal
  | ReportGoal
  | Take
  | Stuck
  | ShowName
  | AddTask
  | EditTask
  | SetTask
  | Park
  | SettleParked
  | AppendText
  | AddCondition
  | TickCondition
  | ProposeAgreement
  | AnswerAgreement
  | CloseAgreement
  | NextItem
  | Extend
  | ShowCondition
  | Pause
  | Back
  | UndoClock
  | RestoreVersion
  | NameVersion
  | KeepBrought
  | TakeLead
  | AcceptContract
  | AcceptVerdict
  | EditContract
  | EditCondition
  | AddItem
  | EditItem
  | RemoveItem
  | SetClock
  | Start
  | Assign
  | Lock
  | Remove
  | RenewLinks
  | Delete
  | OpenBoard
  | AskEverybody
  | End
  | Finish
  | Reopen
  | EditRecap
  | Share
  | Correct
  | OpenNext
  | ShowFeedback
  | AnswerFeedback
  | DeleteFeedback;
