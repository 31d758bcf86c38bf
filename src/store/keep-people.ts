import { join } from 'node:path';
import { personSchema } from '../domain/person.ts';
import { peopleFolder } from './data-folder.ts';
import type { StoredData } from './load-data.ts';
import { newPeopleFile, withoutPerson, withPerson } from './people-file.ts';
import { safeName } from './safe-name.ts';
import { seal } from './seal.ts';
import type { Store } from './store.ts';
import type { Use } from './use-until-closed.ts';

type People = Pick<Store, 'savePerson' | 'findPerson' | 'listPeople' | 'dropPerson'>;

/** The store's part on people. */
export const keepPeople = (use: Use<StoredData>): People => ({
  savePerson: (person) =>
    use(async ({ people, folder, files }) => {
      const sealed = seal(personSchema, person);
      const path = join(peopleFolder(folder), `${safeName(sealed.teamId)}.json`);
      const file = people.get(sealed.teamId) ?? newPeopleFile(path, files);
      people.set(sealed.teamId, file);
      await file.save(withPerson(file.current(), sealed));
    }),
  findPerson: (teamId, userId) =>
    use(async ({ people }) => {
      const found = (await people.get(teamId)?.settled()) ?? [];
      return found.find((person) => person.userId === userId) ?? null;
    }),
  listPeople: (teamId) =>
    use(async ({ people }) => {
      const found = (await people.get(teamId)?.settled()) ?? [];
      return found.toSorted((one, other) => (one.userId < other.userId ? -1 : 1));
    }),
  dropPerson: (teamId, userId) =>
    use(async ({ people }) => {
      const file = people.get(teamId);
      await file?.save(withoutPerson(file.current(), userId));
    }),
});
