import { basename } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { type Person, personSchema, savedOver } from '../domain/person.ts';
import { badFile } from './bad-file.ts';
import type { Files } from './files.ts';
import type { GroupCommit } from './group-commit.ts';
import { newFile, openFile } from './open-file.ts';

const schema = z.array(personSchema).min(1);
const nobody: readonly Person[] = [];

/** The people of one team, as last seen; the file goes with the last of them. */
export type PeopleFile = GroupCommit<readonly Person[]>;

/** Opens people/<teamId>.json. Throws a SetupError when it is bad, or another team's. */
export const openPeopleFile = async (path: string, files: Files): Promise<PeopleFile> => {
  const file = await openFile(path, schema, nobody, files);
  if (file.current().some(({ teamId }) => teamId !== basename(path, '.json'))) {
    throw badFile(path, 'holds people of another team than its name says');
  }
  return file;
};

/** Of a team that has none on the disk yet. */
export const newPeopleFile = (path: string, files: Files): PeopleFile => newFile(path, schema, nobody, files);

/** The people with this one in the place of their former self; the same list when nothing about them is new. */
export const withPerson = (people: readonly Person[], person: Person): readonly Person[] => {
  const at = people.findIndex(({ userId }) => userId === person.userId);
  const known = people[at];
  if (known === undefined) return [...people, person];
  const saved = savedOver(known, person);
  return isDeepStrictEqual(known, saved) ? people : people.with(at, saved);
};

/** The people without this one, unless they are erased. */
export const withoutPerson = (people: readonly Person[], userId: string): readonly Person[] => {
  const rest = people.filter((person) => person.userId !== userId || person.erasedAt !== null);
  return rest.length === 0 ? nobody : rest;
};
