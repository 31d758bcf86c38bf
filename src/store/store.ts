import type { Consultation, ExportRecord } from '../domain/consultation.ts';
import type { Contribution, ContributionKey } from '../domain/contribution.ts';
import type { Person } from '../domain/person.ts';

/**
 * What is remembered. Every method that changes something resolves only once the change is durable (file
 * and folder synced, or the transaction committed) and rejects with nothing changed; a change that turns
 * out to change nothing still waits for what it saw to be durable.
 */
export type Store = {
  /** Adds it unless its id is taken, which changes nothing; gives the one that stands. */
  addConsultation(consultation: Consultation): Promise<Consultation>;
  /** Reads, changes and writes in one step. `change` is pure and may return its argument. Throws if there is none. */
  changeConsultation(id: string, change: (current: Consultation) => Consultation): Promise<Consultation>;
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
  ): Promise<Contribution | null>;
  findContribution(key: ContributionKey): Promise<Contribution | null>;
  /** All of a consultation, removed ones too, in order of their messages. */
  listContributions(consultationId: string): Promise<Contribution[]>;

  savePerson(person: Person): Promise<void>;
  /** By user id. */
  listPeople(teamId: string): Promise<Person[]>;

  /** Keeps the latest only. */
  saveLastExport(record: ExportRecord): Promise<void>;
  findLastExport(consultationId: string): Promise<ExportRecord | null>;

  /** Finishes what is being written and lets go of the data. */
  close(): Promise<void>;
};
