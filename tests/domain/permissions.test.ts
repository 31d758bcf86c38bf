import { describe, expect, it } from 'vitest';
import { type Action, isAllowed, refusals, type Standing } from '../../src/domain/permissions.ts';

const nobody: Standing = { isMember: false, isFullMember: false, isEditor: false, isAuthor: false };
const guest = { ...nobody, isMember: true };
const member = { ...guest, isFullMember: true };
const people = {
  outsider: nobody,
  guest,
  member,
  author: { ...member, isAuthor: true },
  editor: { ...member, isEditor: true },
  'editor who left': { ...nobody, isEditor: true },
  'author who left': { ...nobody, isAuthor: true },
} satisfies Record<string, Standing>;

const inside = ['guest', 'member', 'author', 'editor'];
const policy: Record<Action, string[]> = {
  'consultation.open': ['member', 'author', 'editor'],
  'consultation.see': inside,
  'consultation.change': ['editor'],
  'consultation.close': ['editor'],
  'consultation.reopen': ['editor'],
  'document.export': ['editor'],
  'contribution.add': inside,
  'contribution.sort': ['author', 'editor'],
  'contribution.decide': ['editor'],
  'contribution.withdraw': ['author', 'author who left'],
};

describe('who may do what', () => {
  it.each(Object.keys(refusals) as Action[])('%s is allowed to just these', (action) => {
    const allowed = Object.entries(people).filter(([, standing]) => isAllowed(action, standing));
    expect(allowed.map(([name]) => name)).toEqual(policy[action]);
  });
});
