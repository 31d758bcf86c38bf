import type { Reply } from '../domain/capture.ts';
import type { Consultation } from '../domain/consultation.ts';
import type { ContributionKey } from '../domain/contribution.ts';
import type { FoundReactions } from '../domain/endorse.ts';
import type { Pack } from '../domain/pack.ts';

/** A person's message as it stands in Slack. */
export type FoundReply = { found: 'reply'; reply: Reply; reactions: FoundReactions; isTicked: boolean };

/** A message of a thread as a reading found it: a reply with its reactions, or the trace of a deleted one. */
export type ThreadMessage = FoundReply | { found: 'deleted'; key: ContributionKey };

/** What the use cases need of Slack. Every method rejects when Slack does not answer or refuses. */
export type Workspace = {
  teamId: string;
  /** "https://eastmarsh.slack.com", without a slash at the end. */
  url: string;
  /** Whether the person is in the channel now; known for a minute at most. A UserError where the app cannot look. */
  isMember(channelId: string, userId: string): Promise<boolean>;
  person(userId: string): Promise<{ name: string; isFullMember: boolean }>;
  /** Posts it unless it already stands in the channel, and returns its message ts. */
  postOpening(consultation: Consultation, pack: Pack): Promise<string>;
  /** The same for one theme's message, under which people reply. */
  postTheme(consultation: Consultation, themeId: string, pack: Pack): Promise<string>;
  /** Page by page, oldest first, without the root; rejects unless it was read to the end. */
  readThread(channelId: string, threadTs: string): AsyncIterable<ThreadMessage[]>;
  /** One message, as it stands now; null when it is not there or not a person's. */
  readMessage(channelId: string, messageTs: string, threadTs: string | null): Promise<FoundReply | null>;
  /** Puts the recorded mark on a message, in the background; once is enough and twice does no harm. */
  tick(key: ContributionKey): void;
  /** Tells an author, in the background, that a reply came after the close and is not recorded. */
  tellLate(consultation: Consultation, reply: Reply): void;
  /** Tells an author privately that a colleague adds their message, with the means to withdraw it. */
  tellAdded(consultation: Consultation, reply: Reply, addedBy: string): Promise<void>;
  /** What kind of place a channel is; a direct message is private. */
  channelKind(channelId: string): Promise<'public' | 'private' | 'direct'>;
};
