import type { Root } from 'mdast';

/**
 * What a submission's layout can show. A string or tree is shown as what it is and can never become structure;
 * an empty string or list, and null, are "nothing" to {{#if}}.
 */
export type SubmissionView = {
  /** What the team calls its response. */
  title: string;
  respondingAs: string;
  /** "on behalf of an organisation" */
  capacity: string;
  /** "21 November 2026" */
  date: string;
  call: { title: string; issuer: string; nation: string; stage: string };
  /** The pack's words on how to read the document. */
  about: string;
  gathered: GatheredView | null;
  summary: { positions: Root[]; recommendations: RecommendationView[] } | null;
  /** Themes or answered questions; only those on which something is said. */
  sections: SectionView[];
  /** What no question asks for; always null by theme. */
  coveringNote: (ItemsView & { about: string }) | null;
  /** By theme all of them; by question they stand in their sections and the covering note. */
  recommendations: RecommendationView[];
  references: Root | null;
  answered: QuestionView[];
  unanswered: QuestionView[];
};

/** How the views were gathered, counted: "9 people", "25 replies". `to` is empty when all were sent on one day. */
export type GatheredView = {
  people: string;
  replies: string;
  from: string;
  to: string;
  merged: string;
};

type RecommendationView = { label: string; text: Root };

/** What is said, by kind, each in the order in which it is printed. */
export type ItemsView = {
  position: Root[];
  concern: Root[];
  evidence: Root[];
  experience: Root[];
  unsorted: Root[];
  query: Root[];
  recommendation: RecommendationView[];
};

export type SectionView = ItemsView & {
  title: string;
  /** Of the question, null for a theme. */
  question: QuestionView | null;
  /** "recommendations R1 and R3" where they stand elsewhere. */
  leadsTo: string;
};

export type QuestionView = {
  number: string;
  wording: string;
  isConfirmed: boolean;
  wordingSource: string;
  /** "funding and CAMHS": the themes that answer it, in a sentence. */
  themes: string;
};

export const root = (children: Root['children']): Root => ({ type: 'root', children });

/** A reply inside the team. */
export type DraftReplyView = {
  who: string;
  date: string;
  permalink: string;
  text: Root;
  /** Its first sentence. */
  start: string;
  notes: string[];
};

export type DraftSectionView = { title: string } & Record<keyof ItemsView, DraftReplyView[]>;

/** What the working draft's layout can show: names, links, and all that still has to be done. */
export type DraftView = Pick<SubmissionView, 'title' | 'respondingAs' | 'date' | 'call' | 'references'> & {
  deadline: string;
  gathered: GatheredView | null;
  gaps: string[];
  changes: ChangesView | null;
  sections: DraftSectionView[];
  queries: DraftReplyView[];
  merged: { kept: DraftReplyView; same: DraftReplyView[] }[];
  similar: { one: DraftReplyView; other: DraftReplyView; difference: string }[];
  /** How many more pairs there are than are listed; empty: none. */
  moreSimilar: string;
  leftOut: (DraftReplyView & { reason: string })[];
  removed: string;
  unsourced: (DraftReplyView & { figures: string })[];
  files: { name: string; reply: DraftReplyView }[];
  questions: QuestionView[];
};

/** Since the submission of that day; with nothing in any list, nothing has changed. */
export type ChangesView = {
  day: string;
  fileName: string;
  added: DraftReplyView[];
  edited: DraftReplyView[];
  /** The same words under another kind or theme. */
  moved: DraftReplyView[];
  gone: string[];
};
