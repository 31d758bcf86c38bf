import fc from 'fast-check';
import type { LoggedAction } from '../src/domain/action-log.ts';
import { type Contribution, contributionRef } from '../src/domain/contribution.ts';
import type { Store } from '../src/store/store.ts';
import { add } from './store/contract/rules.ts';
import {
  aConsultation,
  anAction,
  anExport,
  aPerson,
  someActions,
  someContributions,
} from './store/records.ts';

const hostile = [
  "'); drop schema soundings cascade; --",
  '{"end":{"counts":{},"sha256":""}}',
  '$1 \\u0000 \\x00 \\',
  'a line\u2028and\u2029another\r\nand another\n',
  '\0\ud800',
];

/** Texts of every kind, each with something that a file, a database or JSON could trip over. */
export const someTexts = (count: number): string[] => [
  ...hostile,
  ...fc
    .sample(fc.string({ unit: 'binary', maxLength: 100 }), count - hostile.length)
    .map((text) => `${text}\udc00`),
];

const actionsOn = (contributions: Contribution[], count: number): LoggedAction[] =>
  someActions(count).map((action, index) => {
    const on = contributions[index % contributions.length];
    return on ? { ...action, consultationId: on.consultationId, on: contributionRef(on) } : action;
  });
const anExported = () => anAction({ what: 'exported', on: anExport().fileName, sha256: 'b'.repeat(64) });
const printedOf = (one: Contribution) => ({
  ref: contributionRef(one),
  hash: one.hash,
  place: 'funding/position',
});

/** Fills a store with some of everything, in two consultations and two teams, and more than a file's worth of it. */
export const fillWithAll = async (store: Store, texts: string[]): Promise<void> => {
  const another = { consultationId: 'Another-1' };
  await store.addConsultation(aConsultation({ title: texts[0] ?? '' }));
  await store.addConsultation(
    aConsultation({ id: another.consultationId, openedAt: '2026-10-01T12:00:00Z' }),
  );
  const here = someContributions(texts.length);
  const there = someContributions(texts.length, {
    ...another,
    channelId: 'C2',
    threadTs: '1616161616.000100',
  });
  const contributions = [...here, ...there].map((one, index) => {
    const text = texts[index % texts.length] ?? '';
    return { ...one, text, files: [{ name: text, url: '' }] };
  });
  await Promise.all(contributions.toReversed().map((one) => add(store, one)));
  await Promise.all(
    [...actionsOn(here, 250), ...actionsOn(there, 2), anExported()].map((action) =>
      store.appendAction(action),
    ),
  );
  for (const teamId of ['T1', 'T1-0', 'T2'])
    for (const userId of ['U9', 'U10', 'U1'])
      await store.savePerson(aPerson({ teamId, userId, name: texts[2] ?? '' }));
  await store.saveLastExport(anExport({ printed: here.map(printedOf) }));
  await store.changeReminders('care-review', 'U1', (none) => ({
    ...none,
    told: [{ moment: null, at: '2026-11-02T12:00:00.000Z', outcome: 'sent' }],
  }));
};

/** All that a store gives of it. */
export const everythingIn = async (store: Store) => ({
  consultations: await store.listConsultations('T1'),
  each: await Promise.all(
    ['care-review', 'Another-1'].map(async (id) => ({
      contributions: await store.listContributions(id),
      actions: await store.listActions(id),
      lastExport: await store.findLastExport(id),
      reminders: await store.listReminders(id),
    })),
  ),
  people: await Promise.all(['T1', 'T1-0', 'T2'].map((teamId) => store.listPeople(teamId))),
});
