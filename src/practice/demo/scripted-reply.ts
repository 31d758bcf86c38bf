import type { Spoken } from '../talking.ts';
import type { Member, Team } from '../team.ts';

/** Words that may mention somebody of the team. */
export type Words = Spoken | ((team: Team) => Spoken);

/** One reply of the demo, with all that happens to it. */
export type ScriptedReply = {
  by: Member;
  said: Words;
  /** The name of a file that comes with it. */
  file?: string;
  /** It is said in another channel, and this person brings it in with “Add to consultation”. */
  addedBy?: Member;
  /** What its author makes of it later. */
  edited?: Words;
  deleted?: true;
  /** Who reacts with what, by the reaction's name in Slack. */
  reactions?: Record<string, Member[]>;
  /** What an editor fills in under “Edit contribution”, by the names of the fields. */
  decided?: Partial<Record<'kind' | 'use_in_submission' | 'reason' | 'wording', string>>;
};

/** Lines of source as one line of prose. */
export const prose = ([words = '']: TemplateStringsArray): string => words.replace(/\s*\n\s*/g, ' ');
