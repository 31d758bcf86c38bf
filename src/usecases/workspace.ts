import type { Reply } from '../domain/capture.ts';
import type { Consultation } from '../domain/consultation.ts';
import type { Contribution, ContributionKey } from '../domain/contribution.ts';
import type { FoundReactions } from '../domain/endorse.ts';
import type { Owed } from '../domain/owed.ts';
import type { Pack } from '../domain/pack.ts';
import type { StillAlone } from '../store/store.ts';

/** What the app's own reactions say: :memo: recorded, :lock: held. */
export type Mark = 'recorded' | 'held';

/** A person's message as it stands in Slack. */
export type FoundReply = { found: 'reply'; reply: Reply; reactions: FoundReactions; marks: Mark[] };

/** A message of a thread as a reading found it: a reply with its reactions, or the trace of a deleted one. */
export type ThreadMessage = FoundReply | { found: 'deleted'; key: ContributionKey };

/** `isOutsider`: a bot, or of another workspace. */
export type PersonHere = {
  name: string;
  is: 'full member' | 'guest' | 'nobody';
  isAdmin: boolean;
  isOutsider: boolean;
};

/** `title` is null where the author must not know of the consultation; `concernAnswer` where nobody seems at risk. */
export type HeldNotice = { contribution: Contribution; title: string | null; concernAnswer: string | null };

/** `timeLeft`: until the deadline, in words; null once it has passed. */
export type OwedNotice = { consultation: Consultation; userId: string; owed: Owed; timeLeft: string | null };

/** refused: Slack sends this person nothing. not sent: Slack did not take it now. unsure: it may have come in. */
export type Delivery = 'sent' | 'refused' | 'not sent' | 'unsure';

/** What the use cases need of Slack. Every method rejects when Slack does not answer or refuses. */
export type Workspace = {
  teamId: string;
  /** "https://eastmarsh.slack.com", without a slash at the end. */
  url: string;
  /** Whether the person is in the channel now; known for a minute at most. A UserError where the app cannot look. */
  isMember(channelId: string, userId: string): Promise<boolean>;
  /** Known for a minute at most. nobody: deactivated, a bot, or of another workspace. */
  person(userId: string): Promise<PersonHere>;
  /** The IANA zone of a person, known for an hour at most; null where Slack has none. */
  timeZoneOf(userId: string): Promise<string | null>;
  /** Posts it unless it already stands in the channel or others may be posting it, and returns its message ts. */
  postOpening(consultation: Consultation, pack: Pack, stillAlone: StillAlone): Promise<string>;
  /** The same for one theme's message, under which people reply. */
  postTheme(consultation: Consultation, themeId: string, pack: Pack, stillAlone: StillAlone): Promise<string>;
  /** Page by page, oldest first, without the root; rejects unless it was read to the end. */
  readThread(channelId: string, threadTs: string): AsyncIterable<ThreadMessage[]>;
  /** One message, as it stands now; null when it is not there or not a person's. */
  readMessage(channelId: string, messageTs: string, threadTs: string | null): Promise<FoundReply | null>;
  /** The same where nobody waits for it: takes the time that Slack asks for. */
  rereadMessage(channelId: string, messageTs: string, threadTs: string | null): Promise<FoundReply | null>;
  /** Puts a mark on a message and takes another off, in the background; twice does no harm. */
  mark(key: ContributionKey, on: Mark | null, off?: Mark | null): void;
  /** Tells an author, in the background, that a reply came after the close and is not recorded; `untold` where they can be told later. */
  tellLate(consultation: Consultation, reply: Reply, untold: () => Promise<unknown>): void;
  /** Tells the author of a reply that is not kept where to take a concern about somebody who may be at risk. */
  tellConcern(reply: Reply, concernAnswer: string): Promise<void>;
  /** Tells an author privately what kind of thing their reply holds, where that is to be taken, and what they can do. */
  tellHeld(held: HeldNotice): Promise<void>;
  /** Tells the safeguarding reviewer that a held reply waits for them. */
  tellReviewer(consultation: Consultation, contribution: Contribution): Promise<void>;
  /** Tells the lead that a reply is held and that its reviewer is no longer in the channel. */
  tellNoReviewer(consultation: Consultation): Promise<void>;
  /** Tells somebody that they are a consultation's safeguarding reviewer from now on, or no longer; `title` as in HeldNotice. */
  tellReviewing(
    userId: string,
    consultation: Consultation,
    title: string | null,
    isNow: boolean,
  ): Promise<void>;
  /** Tells an author what the reviewer decided. */
  tellDecision(contribution: Contribution, isCleared: boolean): Promise<void>;
  /** Tells an author privately that a colleague adds their message, with the means to withdraw it. */
  tellAdded(reply: Reply, addedBy: string, title: string | null): Promise<void>;
  /** Tells a person privately what they owe; tries once, and says what became of it. */
  tellOwed(notice: OwedNotice): Promise<Delivery>;
  /** What kind of place a channel is; a direct message is private. */
  channelKind(channelId: string): Promise<'public' | 'private' | 'direct'>;
};
