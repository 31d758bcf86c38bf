import fc from 'fast-check';
import { expect, it } from 'vitest';
import { add } from '../contract/rules.ts';
import { aConsultation, aContribution, anAction, aPerson, keyOf, someContributions } from '../records.ts';
import { freshDatabase, setDefault } from './fresh-database.ts';
import { opened } from './opened.ts';
import { run } from './run.ts';

const openWith = async (url: string) => {
  const store = await opened(url);
  await store.addConsultation(aConsultation());
  return store;
};

it('any text comes back as it was, whatever it is made of', async () => {
  const url = await freshDatabase();
  const store = await openWith(url);
  const typed = [
    "'); drop schema soundings cascade; --",
    '$1 \\u0000 \\x00',
    '{"text": "\\ud800"}',
    '\\',
    'null',
  ];
  const texts = [...typed, ...fc.sample(fc.string({ unit: 'binary', maxLength: 200 }), 200)];
  const given = someContributions(texts.length).map((one, index) => ({
    ...one,
    text: `${texts[index]}\0\ud800\u2028`,
    files: [{ name: `\udc00${texts[index]}`, url: '' }],
  }));
  await Promise.all(given.map((one) => add(store, one)));
  expect(await (await opened(url)).listContributions('care-review')).toEqual(given);
  expect(await store.placesHolding(['p schema soundings cascade; --\0\ud800'])).toEqual([
    'soundings.contributions',
  ]);
});

it('no id is taken that the embedded store could not take', async () => {
  const store = await openWith(await freshDatabase());
  for (const id of ['..', '../x', 'a/b', 'x\0', '.x', '']) {
    await expect(store.addConsultation(aConsultation({ id }))).rejects.toThrow('An id may only hold');
    await expect(store.savePerson(aPerson({ teamId: id }))).rejects.toThrow('An id may only hold');
  }
});

it('a row of an older version has the defaults of newer fields', async () => {
  const url = await freshDatabase();
  const store = await openWith(url);
  await add(store, aContribution());
  const older = "(record::jsonb - 'version' - 'warnings' - 'held' - 'cleared')::json";
  await run(url, `update soundings.contributions set record = ${older}`);
  expect(await store.findContribution(keyOf(aContribution()))).toEqual(aContribution());
  expect(await store.listContributions('care-review')).toEqual([aContribution()]);
});

it('a row that somebody else has changed is refused, without a word of it', async () => {
  const url = await freshDatabase();
  const store = await openWith(url);
  await add(store, aContribution({ text: 'Kestrel said' }));
  await run(
    url,
    `update soundings.contributions set record = jsonb_set(record::jsonb, '{kind}', '"Kestrel"')`,
  );
  for (const read of [
    () => store.findContribution(keyOf(aContribution())),
    () => store.listContributions('care-review'),
  ]) {
    const error = await read().catch((reason: unknown) => reason);
    expect(String(error)).toContain('not in the form that Soundings writes (at kind:');
    expect(String(error)).not.toContain('Kestrel');
  }
});

it('no line of the log can be changed or taken away, not even past the store', async () => {
  const url = await freshDatabase();
  const store = await openWith(url);
  await store.appendAction(anAction());
  for (const meddling of [
    "update soundings.actions set record = '{}'",
    'delete from soundings.actions',
    'truncate soundings.actions',
  ]) {
    await expect(run(url, meddling)).rejects.toThrow(
      'No line of the action log is ever changed or taken away.',
    );
  }
  expect(await store.listActions('care-review')).toEqual([anAction()]);
});

it('an answer waits for the disk, also where the database does not ask for that', async () => {
  const url = await freshDatabase();
  await (await opened(url)).close();
  await run(
    url,
    'create table public.seen (setting text)',
    `create function public.note() returns trigger language plpgsql as $$
      begin insert into public.seen values (current_setting('synchronous_commit')); return new; end $$`,
    'create trigger note before insert on soundings.people for each row execute function public.note()',
  );
  await setDefault(url, 'synchronous_commit', 'off');
  await (await opened(url)).savePerson(aPerson());
  expect(await run(url, 'select * from public.seen')).toEqual([{ setting: 'on' }]);
});
