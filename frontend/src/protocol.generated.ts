/** Generated from `board/protocol` by `make protocol`. Do not edit. */

export const PHASES = ["lobby", "diverge", "reveal", "cluster", "vote", "decide", "frozen"] as const;
export type Phase = (typeof PHASES)[number];

export type Role = "facilitate" | "participate" | "watch";

/**
 * How much may be typed into a field, and what numbers it takes: one value for rules, templates, pages and sentences.
 * Lengths are Unicode code points after trimming.
 */
export const LIMITS = {
  idea: 1000,
  signature: 80,
  groupName: 120,
  asked: 300,
  answer: 300,
  questionsOfIdea: 3,
  question: 300,
  problem: 600,
  constraint: 600,
  criterion: 600,
  owner: 120,
  decision: 1000,
  why: 1000,
  decideBy: 120,
  step: 300,
  stepOwner: 120,
  stepWhen: 120,
  steps: 20,
  reason: 500,
  minutes: 240,
  dots: 20,
} as const;

/** Every reason for a no. */
export type RefusalCode =
  | "unknown_command"
  | "watching"
  | "only_facilitator"
  | "only_facilitator_groups"
  | "only_facilitator_deletes"
  | "board_is_done"
  | "only_the_decision"
  | "not_now"
  | "phase_is_open"
  | "not_next"
  | "only_freeze_ends"
  | "door_locked"
  | "command_not_json"
  | "command_unreadable"
  | "command_malformed"
  | "message_too_large"
  | "too_fast"
  | "too_many_files"
  | "empty"
  | "too_long"
  | "broken_character"
  | "control_character"
  | "unknown_setting"
  | "visibility_is_promised"
  | "wording_was_voted_on"
  | "setting_is_fixed"
  | "question_missing"
  | "bad_minutes"
  | "bad_dots"
  | "no_idea"
  | "not_yours"
  | "id_taken"
  | "idea_withdrawn"
  | "idea_hidden"
  | "idea_hidden_for_good"
  | "not_to_show"
  | "came_late"
  | "nothing_late"
  | "no_group"
  | "empty_merge"
  | "no_merge"
  | "bad_rank"
  | "no_question"
  | "question_hidden"
  | "only_author_answers"
  | "enough_questions"
  | "own_questions"
  | "own_limit"
  | "no_room"
  | "no_vote"
  | "other_round"
  | "nothing_to_vote_on"
  | "not_an_option"
  | "runoff_needs_two"
  | "not_on_the_ballot"
  | "dots_are_whole"
  | "one_dot_each"
  | "too_many_dots"
  | "too_few_to_close"
  | "too_few_new"
  | "no_option"
  | "newer_wording"
  | "decision_missing"
  | "owner_missing"
  | "date_missing"
  | "shortlist_missing"
  | "consent_closed"
  | "other_check"
  | "not_a_level"
  | "reading"
  | "join_first"
  | "only_lead"
  | "lead_runs_the_clock"
  | "only_finisher"
  | "only_decider"
  | "not_in_state"
  | "removed"
  | "session_locked"
  | "lead_is_here"
  | "joined_later"
  | "lead_stays"
  | "no_condition"
  | "no_task"
  | "no_thought"
  | "no_version"
  | "no_agreement"
  | "agreement_closed"
  | "agreement_open"
  | "yes_or_no"
  | "too_few_answers"
  | "enough_names"
  | "session_full"
  | "owner_unclear"
  | "may_not_write"
  | "update_refused"
  | "update_too_large"
  | "condition_missing"
  | "next_exists"
  | "recap_shared"
  | "tasks_moved"
  | "finisher_missing"
  | "finisher_not_needed"
  | "no_person"
  | "no_day"
  | "no_item"
  | "last_item"
  | "item_too_short"
  | "item_runs"
  | "item_over"
  | "item_unreached"
  | "time_given"
  | "finish_stays"
  | "nothing_to_undo"
  | "board_open"
  | "no_board_item"
  | "enough_boards"
  | "one_question"
  | "item_decided"
  | "under_way"
  | "time_added"
  | "reveal_called_off"
  | "storage"
  | "restarting"
  | "command_failed"
  | "disk_full"
  | "too_many_boards"
  | "too_many_ideas"
  | "wrong_ideas"
  | "no_link"
  | "unknown_link"
  | "guessing"
  | "no_qr"
  | "board_deleted"
  | "bad_deletion"
  | "other_site"
  | "unknown_address"
  | "no_agenda"
  | "no_zone"
  | "no_step"
  | "link_renewed"
  | "session_deleted"
  | "nothing_to_read"
  | "text_and_file"
  | "empty_file"
  | "broken_form"
  | "file_too_large"
  | "text_too_large"
  | "workbook"
  | "no_text_file"
  | "other_encoding"
  | "file_not_json"
  | "no_record"
  | "no_decision"
  | "decision_deleted"
  | "decision_damaged"
  | "no_recap"
  | "recap_deleted"
  | "recap_damaged"
  | "not_ended"
  | "no_making"
  | "reply_empty"
  | "replies_too_fast"
  | "replies_used_up"
  | "replies_unread"
  | "no_feedback"
  | "replies_full"
  | "no_format"
  | "typesetting_off"
  | "typesetting_stopped"
  | "typesetting_full"
  | "typesetting_twice"
  | "typesetting_slow"
  | "typesetting_failed"
  | "bad_host"
  | "bad_request"
  | "forbidden"
  | "no_address"
  | "wrong_method"
  | "body_too_large"
  | "too_many_requests"
  | "fault"
  | "no_demonstration";

/** The parameters of those codes whose sentence has some. */
export interface RefusalParams {
  readonly not_now: { readonly command: string; readonly phase: string };
  readonly phase_is_open: { readonly phase: string };
  readonly not_next: { readonly phase: string; readonly current: string };
  readonly command_malformed: { readonly detail: string };
  readonly too_long: { readonly limit: number; readonly length: number };
  readonly control_character: { readonly character: string };
  readonly setting_is_fixed: { readonly setting: string };
  readonly bad_minutes: { readonly limit: number };
  readonly bad_dots: { readonly limit: number };
  readonly enough_questions: { readonly limit: number };
  readonly own_questions: { readonly limit: number };
  readonly own_limit: { readonly limit: number };
  readonly no_room: { readonly what: string; readonly part: string; readonly limit: number };
  readonly too_many_dots: { readonly dots: number; readonly used: number };
  readonly not_in_state: { readonly state: string };
  readonly enough_names: { readonly limit: number };
  readonly session_full: { readonly what: string; readonly part: string; readonly limit: number };
  readonly enough_boards: { readonly limit: number };
  readonly too_many_boards: { readonly count: number; readonly unit: string };
  readonly too_many_ideas: { readonly limit: number; readonly count: number };
  readonly wrong_ideas: { readonly count: number };
  readonly no_agenda: { readonly limit: number };
  readonly file_too_large: { readonly megabytes: number };
  readonly text_too_large: { readonly limit: number };
  readonly decision_deleted: { readonly day: string };
  readonly recap_deleted: { readonly day: string };
  readonly replies_too_fast: { readonly seconds: number };
  readonly replies_used_up: { readonly limit: number };
  readonly replies_full: { readonly limit: number };
  readonly no_format: { readonly formats: string };
  readonly typesetting_slow: { readonly seconds: number };
  readonly fault: { readonly reference: string };
}

/** What is done next, by whom and when. */
export interface NextStep {
  readonly text: string;
  readonly owner?: string | null;
  readonly when?: string | null;
}

/** A question about an idea and the answer of its author. Neither says who asked; all of them go at the freeze. */
export interface Question {
  readonly idea: string;
  /** empty while it is hidden */
  readonly text: string;
  /** null: none yet, or it is hidden */
  readonly answer: string | null;
  /** The facilitator has taken it from every screen. */
  readonly hidden: boolean;
}

/** Where an idea lies: in a cluster or in none, at a rank. */
export interface Place {
  /** null: in no cluster */
  readonly cluster: string | null;
  readonly rank: string;
}

/** A group of ideas; `name` is empty while it has none. */
export interface ClusterEntry {
  readonly name: string;
  readonly rank: string;
  /** A to Z, then AA; given once and never again */
  readonly letter: string;
}

/** A merge that can be undone: what moved, and what was there before. */
export interface MergeEntry {
  readonly into: string;
  /** idea → the cluster it lay in */
  readonly moved: Readonly<Record<string, string | null>>;
  /** the clusters that were emptied */
  readonly clusters: Readonly<Record<string, ClusterEntry>>;
  /** the merge made the cluster it went into */
  readonly created: boolean;
}

/** Numbers about the group at the last reveal and the last count. null: not known yet, or fewer than three people */
export interface GroupCounts {
  readonly joined: number | null;
  readonly wrote: number | null;
  readonly ideas: number | null;
  readonly voted: number | null;
}

/** One line of the ballot. `option` is the id of the cluster or of the lone idea. */
export interface Option {
  readonly option: string;
  readonly kind: "cluster" | "idea";
  readonly letter: string | null;
  readonly number: number | null;
  /** The cluster's name; for a lone idea, or a cluster without a name, the text of the (first) idea. */
  readonly name: string;
  /** whether `name` is the cluster's own name; true for a lone idea */
  readonly named: boolean;
  /** its visible ideas in the order of display */
  readonly ideas: readonly string[];
}

/** The options of an open vote, as they stood when it opened. */
export interface BallotPaper {
  readonly round: number;
  /** how many each person has */
  readonly dots: number;
  readonly runoff: boolean;
  /** The round was opened after a count had been shown. */
  readonly shown?: boolean;
  readonly options: readonly Option[];
}

/** One option in the tally: its dots, and its bold picks apart from them. */
export interface TallyLine {
  readonly option: string;
  readonly dots: number;
  readonly bold: number;
}

/** A counted vote. */
export interface Round {
  readonly round: number;
  /** how many each person has */
  readonly dots: number;
  readonly runoff: boolean;
  /** The round was opened after a count had been shown. */
  readonly shown?: boolean;
  readonly options: readonly Option[];
  readonly joined: number;
  /** ballots that were cast, empty ones included */
  readonly ballots: number;
  /** ballots without a dot and without a bold pick */
  readonly abstained: number;
  /** dots that were given out and not used */
  readonly unspent: number;
  /** ballots that the facilitator entered for people in the room */
  readonly proxies: number;
  /** ballots whose dots nobody can find again; null stands for all of them */
  readonly without_receipt: number | null;
  /** Dots down, then in the order of the options. */
  readonly tally: readonly TallyLine[];
}

/**
 * What the dots suggest as a shortlist; the group decides. `tied` are the options of the tie that a line at the wished
 * length would have cut through: all of them are on the shortlist or none. `bold` are the options with the most bold
 * picks, on the shortlist or not.
 */
export interface Proposal {
  readonly shortlist: readonly string[];
  readonly tied: readonly string[];
  readonly bold: readonly string[];
}

/** The decision as it was written down last. */
export interface Decision {
  readonly decision: string;
  readonly why: string | null;
  readonly owner: string;
  readonly decide_by: string | null;
  /** The number of this wording: each changed wording is a new one with a new consent check. */
  readonly n: number;
  readonly shortlist: readonly string[];
  readonly next_steps: readonly NextStep[];
  readonly outcome: "decided" | "recommended";
}

/** Which wording the consent check asks about, and whether it still does. */
export interface Asking {
  /** the number of the wording */
  readonly n: number;
  readonly open: boolean;
}

/** Why somebody answered the consent check as they did. */
export interface Reason {
  readonly level: 0 | 1 | 2 | 3 | 4 | 5;
  readonly reason: string;
}

/** The answers to an ended consent check on one wording; all of them silent when so few answered. */
export interface ConsentCheck {
  /** the number of the wording */
  readonly n: number;
  /** the wording */
  readonly decision: string;
  /** level → how many gave it */
  readonly counts: Readonly<Record<"0" | "1" | "2" | "3" | "4" | "5", number>>;
  /** people who did not answer */
  readonly silent: number;
  /** in random order */
  readonly reasons: readonly Reason[];
}

/** The `meta` root of the document, each key replaced whole. */
export interface Meta {
  readonly question: string;
  readonly problem: string | null;
  readonly constraint: string | null;
  readonly criterion: string | null;
  /** who decides */
  readonly owner: string | null;
  readonly visibility: "hidden" | "visible";
  readonly grouping: "everyone" | "facilitator";
  /** of writing */
  readonly minutes: number;
  /** null: the default rule counts them from the options. */
  readonly dots: number | null;
  /** Newcomers are not let in. */
  readonly locked: boolean;
  /** Writing has opened once: visibility is fixed. */
  readonly sealed: boolean;
  readonly phase: Phase;
  /** ideas, and clusters whose name is hidden */
  readonly hidden: readonly string[];
  /** options that are off the coming ballot */
  readonly aside: readonly string[];
  /** the idea or group to which the facilitator points; always one that can be read */
  readonly highlight: string | null;
  /** how big screens, and pages that follow, show it: alone and large, or with the page of ideas on which it stands */
  readonly highlight_as?: "one" | "page";
  readonly counts: GroupCounts;
  /** the open round */
  readonly ballot: BallotPaper | null;
  readonly rounds: readonly Round[];
  readonly proposal: Proposal | null;
  readonly decision: Decision | null;
  /** the consent check on the wording that stands */
  readonly consent: Asking | null;
  readonly consents: readonly ConsentCheck[];
  /** The sha256 of the frozen decision. */
  readonly frozen: string | null;
  /** When it was made final. */
  readonly frozen_at?: number | null;
  /** late ideas that were deleted when it was made final */
  readonly late_deleted?: number;
  /** a digest of what the final decision said, while it is open for a correction */
  readonly corrects?: string | null;
}

/** All roots of the document. A root is never an array: two valid 20-byte updates can freeze the library on one. */
export interface BoardDocument {
  /** idea → its text */
  readonly ideas: Readonly<Record<string, string>>;
  /** idea → its number */
  readonly numbers: Readonly<Record<string, number>>;
  /** idea → the name under it */
  readonly signatures: Readonly<Record<string, string>>;
  /** by id */
  readonly questions: Readonly<Record<string, Question>>;
  /** idea → where it lies */
  readonly places: Readonly<Record<string, Place>>;
  /** by id */
  readonly clusters: Readonly<Record<string, ClusterEntry>>;
  /** those that can be undone, by id */
  readonly merges: Readonly<Record<string, MergeEntry>>;
  /** a map with these fields as its keys */
  readonly meta: Meta;
}

/** Numbers about the group. null is "not told": fewer than three people, not this phase, or not this role. */
export interface Counts {
  /** People who take part and are connected, or were a moment ago. */
  readonly here: number;
  /** People who have a seat. */
  readonly joined: number;
  /** Of those who joined: people connected for long enough to make a crowd of three. */
  readonly counting: number;
  /** Ideas on the board, hidden ones included. */
  readonly ideas: number;
  /** People who wrote in this writing. */
  readonly wrote: number | null;
  /** Ideas in the late tray. For the facilitator alone. */
  readonly late: number | null;
  /** People who have read the ideas, or have nothing more to group. */
  readonly ready: number | null;
  /** People who have finished their ballot. */
  readonly done: number | null;
  /** People who have answered the open consent check. */
  readonly answered: number | null;
}

/** This person's ballot in the open round. */
export interface OwnBallot {
  readonly round: number;
  readonly dots: Readonly<Record<string, number>>;
  readonly bold: string | null;
  readonly done: boolean;
}

/** This person's answer to the consent check on a wording. */
export interface OwnAnswer {
  /** The number of the wording. */
  readonly n: number;
  readonly level: 0 | 1 | 2 | 3 | 4 | 5;
  readonly reason: string;
}

/** The work session with which this board goes on, as it was when it was opened. */
export interface OpenedWork {
  /** What will exist at its end. */
  readonly artifact: string;
  /** How long it takes. */
  readonly minutes: number;
  /** When it is to start; null when that is left open. */
  readonly starts: number | null;
  /** The path where people join it, with a name. */
  readonly join: string;
  /** The path of its big screen. */
  readonly read: string;
}

/** The private state of one person. A page that may be projected receives only the roles, the seat and the work. */
export interface You {
  /** The role of this connection. */
  readonly role: Role;
  /** All roles of this person on this board: it may have opened a stronger link since the page was served. */
  readonly roles: readonly Role[];
  /** Whether this person has a seat. */
  readonly seated: boolean;
  /** Ideas of this person in this writing. */
  readonly used: number;
  /** How many more this person can add. */
  readonly ideas_left: number;
  /** In Read and Group: this person said that they are ready. */
  readonly ready: boolean;
  /** For a participant, once they have voted in the open round. */
  readonly ballot: OwnBallot | null;
  /** For a participant, once they have answered the open check. */
  readonly consent: OwnAnswer | null;
  /** The same for everybody on the board: the database has it sealed, and only a link of the board opens it. */
  readonly work: OpenedWork | null;
}

/** A whole notice. */
export interface Notice {
  /** The version of the protocol. */
  readonly protocol: number;
  /** Which front end the server has. */
  readonly build: string;
  /** Which run of the server this is: after a restart its file may be an older one. */
  readonly run: string;
  /** The server's clock. */
  readonly now: number;
  /** Which document the board has. */
  readonly epoch: number;
  readonly phase: Phase;
  /** When the timer ends; null without a timer, or while it is paused. */
  readonly deadline: number | null;
  /** Seconds left on a paused timer; then `deadline` is null. */
  readonly left: number | null;
  /** The whole length of the running timer, for the bar that drains. */
  readonly length: number | null;
  /** A reveal, or the end of the vote, is under way and happens at this time. */
  readonly closing: number | null;
  /** A reveal of few ideas is held until then; writing stays open. */
  readonly reveal_at: number | null;
  /** The late tray is let in then. For the facilitator alone. */
  readonly admit_at: number | null;
  /** The server cannot store anything just now. */
  readonly readonly: boolean;
  readonly counts: Counts;
  readonly you: You;
}

export const ROOTS = ["ideas", "numbers", "signatures", "questions", "places", "clusters", "merges", "meta"] as const;

/** An idea that comes when writing is over is not refused: it goes into the late tray. */
export interface AddIdea {
  readonly do: "add_idea";
  readonly idea: string;
  readonly text: string;
  readonly secret: string;
}

export interface EditIdea {
  readonly do: "edit_idea";
  readonly idea: string;
  readonly text: string;
  readonly secret: string;
}

export interface WithdrawIdea {
  readonly do: "withdraw_idea";
  readonly idea: string;
  readonly secret: string;
}

export interface SignIdea {
  readonly do: "sign_idea";
  readonly idea: string;
  readonly secret: string;
  readonly name: string;
}

/** In Read: this person has read the ideas. In Group: they have nothing more to move. */
export interface SetReady {
  readonly do: "set_ready";
  readonly ready: boolean;
}

/** A question about an idea. Nothing says who asks. */
export interface Ask {
  readonly do: "ask";
  readonly question: string;
  readonly idea: string;
  readonly text: string;
}

/** The secret is that of the idea. */
export interface AnswerQuestion {
  readonly do: "answer_question";
  readonly question: string;
  readonly text: string;
  readonly secret: string;
}

export interface PlaceIdea {
  readonly do: "place_idea";
  readonly idea: string;
  readonly cluster: string | null;
  readonly rank?: string | null;
}

export interface NameCluster {
  readonly do: "name_cluster";
  readonly cluster: string;
  readonly name: string;
  readonly rank?: string | null;
}

export interface DissolveCluster {
  readonly do: "dissolve_cluster";
  readonly cluster: string;
}

/** In Read the facilitator joins near-duplicates; the group is there in Group. */
export interface Merge {
  readonly do: "merge";
  readonly merge: string;
  readonly from: readonly string[];
  readonly into: string;
  readonly name?: string | null;
}

export interface UndoMerge {
  readonly do: "undo_merge";
  readonly merge: string;
}

export interface CastBallot {
  readonly do: "cast_ballot";
  readonly dots: Readonly<Record<string, number>>;
  readonly bold?: string | null;
  readonly done?: boolean;
  readonly round?: number | null;
  readonly receipt?: string | null;
  readonly proxy?: string | null;
}

export interface AnswerConsent {
  readonly do: "answer_consent";
  readonly level: 0 | 1 | 2 | 3 | 4 | 5;
  readonly reason?: string | null;
  readonly n?: number | null;
}

export interface OpenPhase {
  readonly do: "open_phase";
  readonly phase: Phase;
  readonly minutes?: number | null;
  readonly options?: readonly string[] | null;
}

export interface SetTimer {
  readonly do: "set_timer";
  readonly minutes?: number | null;
  readonly extend?: number | null;
  readonly paused?: boolean | null;
}

/** Only the fields that are given change; None empties a field that may be empty. */
export interface ChangeSettings {
  readonly do: "change_settings";
  readonly question?: string;
  readonly problem?: string | null;
  readonly constraint?: string | null;
  readonly criterion?: string | null;
  readonly owner?: string | null;
  readonly visibility?: "hidden" | "visible";
  readonly grouping?: "everyone" | "facilitator";
  readonly minutes?: number;
  readonly dots?: number | null;
  readonly locked?: boolean;
}

export interface AdmitLate {
  readonly do: "admit_late";
}

/** `more` are options that go the same way with the first: all of them move, or none. */
export interface SetAside {
  readonly do: "set_aside";
  readonly option: string;
  readonly aside: boolean;
  readonly more?: readonly string[];
}

export interface HideIdea {
  readonly do: "hide_idea";
  readonly idea: string;
  readonly hidden: boolean;
}

export interface HideQuestion {
  readonly do: "hide_question";
  readonly question: string;
  readonly hidden: boolean;
}

/** An idea or a group. Not in Vote: what the big screen shows there would steer the dots. */
export interface HighlightIdea {
  readonly do: "highlight_idea";
  readonly idea: string | null;
  readonly as?: "one" | "page";
}

export interface CloseConsent {
  readonly do: "close_consent";
}

/** `after` is the number of the wording that was read; 0: none stood. Without it, it replaces whatever stands. */
export interface WriteDecision {
  readonly do: "write_decision";
  readonly decision: string;
  readonly owner: string;
  readonly shortlist: readonly string[];
  readonly why?: string | null;
  readonly next_steps?: readonly NextStep[];
  readonly outcome?: "decided" | "recommended";
  readonly decide_by?: string | null;
  readonly after?: number | null;
}

export interface Freeze {
  readonly do: "freeze";
}

/** Opens a final decision again. Its record stays; the next freeze makes another one that follows it. */
export interface Correct {
  readonly do: "correct";
}

/** Every command the server knows, without its request id. */
export type Command =
  | AddIdea
  | EditIdea
  | WithdrawIdea
  | SignIdea
  | SetReady
  | Ask
  | AnswerQuestion
  | PlaceIdea
  | NameCluster
  | DissolveCluster
  | Merge
  | UndoMerge
  | CastBallot
  | AnswerConsent
  | OpenPhase
  | SetTimer
  | ChangeSettings
  | AdmitLate
  | SetAside
  | HideIdea
  | HideQuestion
  | HighlightIdea
  | CloseConsent
  | WriteDecision
  | Freeze
  | Correct;
