import type { LoggedAction } from '../domain/action-log.ts';
import type { Consultation, ExportRecord } from '../domain/consultation.ts';
import type { Contribution, ContributionKey } from '../domain/contribution.ts';
import type { Person } from '../domain/person.ts';
import type { Reminders } from '../domain/reminders.ts';

/**
 * The lines of the log that tell of a change: kept with it, in the same durable step, so that no kill parts them. Pure; not
 * asked when nothing changed.
 */
export type Telling<Before, Now> = (before: Before, now: Now) => LoggedAction[];

/**
 * What is remembered. Every method that changes something resolves only once the change is durable (file
 * and folder synced, or the transaction committed) and rejects with nothing changed; a change that turns
 * out to change nothing still waits for what it saw to be durable.
 */
export type Store = {
  /** Adds it, with the lines that tell of it, unless its id is taken, which changes nothing; gives the one that stands. */
  addConsultation(consultation: Consultation, lines?: LoggedAction[]): Promise<Consultation>;
  /** Reads, changes and writes in one step. `change` is pure and may return its argument. Throws if there is none. */
  changeConsultation(
    id: string,
    change: (current: Consultation) => Consultation,
    tell?: Telling<Consultation, Consultation>,
  ): Promise<Consultation>;
  findConsultation(id: string): Promise<Consultation | null>;
  /** Oldest first; of one channel when given. */
  listConsultations(teamId: string, channelId?: string): Promise<Consultation[]>;
  /** The consultation one of whose themes has this thread. */
  findConsultationByThread(teamId: string, channelId: string, threadTs: string): Promise<Consultation | null>;

  /**
   * Reads, changes and writes one contribution in one step: two deliveries of a message can never make two.
   * `change` is pure, gets null when there is none, and may return null for "still none" or its argument. Throws when
   * the message already belongs to another consultation.
   */
  changeContribution(
    consultationId: string,
    key: ContributionKey,
    change: (current: Contribution | null) => Contribution | null,
    tell?: Telling<Contribution | null, Contribution>,
  ): Promise<Contribution | null>;
  findContribution(key: ContributionKey): Promise<Contribution | null>;
  /** All of a consultation, removed ones too, in order of their messages. */
  listContributions(consultationId: string): Promise<Contribution[]>;

  /** In one step, by `savedOver`: somebody who is erased stays so. */
  savePerson(person: Person): Promise<void>;
  findPerson(teamId: string, userId: string): Promise<Person | null>;
  /** By user id. */
  listPeople(teamId: string): Promise<Person[]>;
  /** As if they had never been seen, unless they are erased. */
  dropPerson(teamId: string, userId: string): Promise<void>;

  /** Adds a line that tells of no change to the end of a consultation's log. No line is ever changed or taken away. */
  appendAction(action: LoggedAction): Promise<void>;
  /** In the order in which they were added. */
  listActions(consultationId: string): Promise<LoggedAction[]>;

  /** Keeps the latest only. */
  saveLastExport(record: ExportRecord): Promise<void>;
  findLastExport(consultationId: string): Promise<ExportRecord | null>;

  /**
   * Reads, changes and writes, in one step, what a person was reminded of in a consultation: of two processes that are about
   * to remind them, the second sees what the first noted. `change` is pure, gets one with nothing in it when there is none,
   * and may return its argument.
   */
  changeReminders(
    consultationId: string,
    userId: string,
    change: (current: Reminders) => Reminders,
  ): Promise<Reminders>;
  /** By user id. */
  listReminders(consultationId: string): Promise<Reminders[]>;
  /** Of everybody in a consultation, or of one person: as if they had never been reminded. */
  dropReminders(consultationId: string, userId?: string): Promise<void>;

  /**
   * Where the store's own bytes hold one of these texts, upper and lower case being the same: the file's path in the
   * data folder, or the table's name. Looks at what is durable, not at what is in memory. Texts shorter than 3
   * characters are passed over.
   */
  placesHolding(texts: string[]): Promise<string[]>;

  /**
   * Does work while nobody who shares the store, in this process or another, does any under the same name: others wait
   * for its end, in other processes for half a minute and then with a BusyError. Never inside work that is done so.
   */
  alone: Alone;
  /** The same for what no person waits for: it never keeps a person waiting, however much of it there is. */
  aloneInBackground: Alone;

  /**
   * Whether this process, of all that share the store, is the one that reads the threads. Whoever asks first is, and stays
   * it by asking again, until the store is closed, the process ends or it cannot reach the store.
   */
  isReader(): Promise<boolean>;

  /** Rejects when no change could be made durable now: makes one, in no record. */
  check(): Promise<void>;

  /** Finishes what is being written and lets go of the data. */
  close(): Promise<void>;
};

export type Alone = <T>(name: string, work: (stillAlone: StillAlone) => Promise<T>) => Promise<T>;

/** Rejects when others may have begun the same work, since the store was lost meanwhile: asked before what cannot be undone. */
export type StillAlone = () => Promise<void>;

/** The part of a store that adds, changes and reads records. */
export type Records = Omit<
  Store,
  'placesHolding' | 'alone' | 'aloneInBackground' | 'isReader' | 'check' | 'close'
>;
