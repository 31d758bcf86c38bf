import { describe, expect, it } from 'vitest';
import { type Action, isAllowed, refusalOf, refusals, type Standing } from '../../src/domain/permissions.ts';

/**
 * The policy, written out by hand. F and f: a full member of the workspace, in the consultation's channel (F) or not
 * (f). G and g: the same of a guest. A lead is an editor, and the reviewer too where nobody else is named.
 */
const policy = `
  action                | outsider | contributor | editor | lead | approver | reviewer | admin | author
  consultation.open     |          | F           | F      | F    | F        | F        | F     | F
  consultation.see      |          | FG          | FG     | FG   | FG       | FG       | FG    | FG
  consultation.change   |          |             | F      | F    |          |          |       |
  consultation.close    |          |             | F      | F    |          |          |       |
  consultation.reopen   |          |             | F      | F    |          |          |       |
  consultation.remind   |          |             | F      | F    |          |          |       |
  document.export       |          |             | F      | F    |          |          |       |
  contribution.add      |          | FG          | FG     | FG   | FG       | FG       | FG    | FG
  contribution.sort     |          |             | F      | F    |          |          |       | FG
  contribution.decide   |          |             | F      | F    |          |          |       |
  contribution.withdraw |          |             |        |      |          |          |       | FfGg
  contribution.appeal   |          |             |        |      |          |          |       | FfGg
  held.see              |          |             |        | F    |          | F        |       |
  held.decide           |          |             |        | F    |          | F        |       |
  own-data.see          | fg       | FfGg        | FfGg   | FfGg | FfGg     | FfGg     | FfGg  | FfGg
  own-data.erase        | fg       | FfGg        | FfGg   | FfGg | FfGg     | FfGg     | FfGg  | FfGg
  person.erase          |          |             |        |      |          |          | Ff    |
`;

const rows = policy
  .trim()
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()));
const [[, ...roleNames] = [], ...lines] = rows;

const none = {
  isAdmin: false,
  isEditor: false,
  isApprover: false,
  isReviewer: false,
  isAuthor: false,
};
const roles: Record<string, Omit<Standing, 'is' | 'isMember'>> = {
  outsider: none,
  contributor: none,
  editor: { ...none, isEditor: true },
  lead: { ...none, isEditor: true, isReviewer: true },
  approver: { ...none, isApprover: true },
  reviewer: { ...none, isReviewer: true },
  admin: { ...none, isAdmin: true },
  author: { ...none, isAuthor: true },
};
/** What a deactivated person, a bot and somebody of another workspace are here; tests/slack/members.test.ts holds them to it. */
const kinds = [
  { is: 'full member', inside: 'F', outside: 'f' },
  { is: 'guest', inside: 'G', outside: 'g' },
  { is: 'nobody', inside: 'N', outside: 'n' },
] as const;

const cases = lines.flatMap(([action = '', ...cells]) =>
  roleNames.map((role, at) => ({ action: action as Action, role, allowed: cells[at] ?? '' })),
);

describe('who may do what', () => {
  it('is said of every action there is and of every role', () => {
    expect(lines.map(([action]) => action)).toEqual(Object.keys(refusals));
    expect(roleNames).toEqual(Object.keys(roles));
    expect(cases).toHaveLength(17 * 8);
  });

  it.each(cases)('$action of $role: [$allowed] and nobody else', ({ action, role, allowed }) => {
    const standing = roles[role] ?? none;
    const may = kinds.flatMap(({ is, inside, outside }) => [
      // An outsider in the channel is a contributor.
      ...(role !== 'outsider' && isAllowed(action, { ...standing, is, isMember: true }) ? [inside] : []),
      ...(isAllowed(action, { ...standing, is, isMember: false }) ? [outside] : []),
    ]);
    expect(may.join('')).toBe(allowed);
  });
});

const yesOrNo = [true, false];
/** Every standing that there can be, roles in any combination. */
const everyStanding: Standing[] = kinds.flatMap(({ is }) =>
  yesOrNo.flatMap((isMember) =>
    yesOrNo.flatMap((isAdmin) =>
      yesOrNo.flatMap((isEditor) =>
        yesOrNo.flatMap((isApprover) =>
          yesOrNo.flatMap((isReviewer) =>
            yesOrNo.map((isAuthor) => ({
              is,
              isMember,
              isAdmin,
              isEditor,
              isApprover,
              isReviewer,
              isAuthor,
            })),
          ),
        ),
      ),
    ),
  ),
);
const actions = Object.keys(refusals) as Action[];
const mayOf = (which: (who: Standing) => boolean) => [
  ...new Set(
    everyStanding.filter(which).flatMap((who) => actions.filter((action) => isAllowed(action, who))),
  ),
];

describe('whatever roles people have together', () => {
  it('nobody may do nothing', () => {
    expect(everyStanding).toHaveLength(3 * 2 ** 6);
    expect(mayOf(({ is }) => is === 'nobody')).toEqual([]);
  });

  it('who is not in the channel has a say on their own words and data only, an admin on a person’s too', () => {
    const own = ['contribution.withdraw', 'contribution.appeal', 'own-data.see', 'own-data.erase'];
    const outside = mayOf(({ isMember }) => !isMember);
    expect(outside.toSorted()).toEqual([...own, 'person.erase'].toSorted());
    expect(mayOf(({ isMember, isAdmin }) => !isMember && !isAdmin).toSorted()).toEqual(own.toSorted());
  });

  it('a guest decides nothing for others, whatever they were made', () => {
    const forOthers = [
      'consultation.open',
      'consultation.change',
      'consultation.close',
      'consultation.reopen',
      'consultation.remind',
      'document.export',
      'contribution.decide',
      'held.see',
      'held.decide',
      'person.erase',
    ];
    const guests = mayOf(({ is }) => is === 'guest');
    expect(guests.filter((action) => forOthers.includes(action))).toEqual([]);
  });

  it('only an author withdraws or appeals, and no role takes that away', () => {
    for (const who of everyStanding.filter(({ is }) => is !== 'nobody')) {
      expect(isAllowed('contribution.withdraw', who)).toBe(who.isAuthor);
      expect(isAllowed('contribution.appeal', who)).toBe(who.isAuthor);
    }
  });

  it('nobody decides on a held reply of their own, the reviewer included', () => {
    expect(mayOf(({ isAuthor }) => isAuthor)).not.toContain('held.decide');
    expect(mayOf(({ isAuthor, isReviewer }) => isAuthor && isReviewer)).toContain('held.see');
    const own = { ...none, is: 'full member' as const, isMember: true, isReviewer: true, isAuthor: true };
    expect(refusalOf('held.decide', own)).toContain('Somebody else must look at your own reply');
    expect(refusalOf('held.decide', { ...own, isReviewer: false })).toBe(refusals['held.decide']);
  });

  it('only the reviewer sees what is held, an editor or an admin who is not the reviewer does not', () => {
    expect(mayOf(({ isReviewer }) => !isReviewer)).not.toContain('held.see');
    expect(mayOf(({ isReviewer }) => !isReviewer)).not.toContain('held.decide');
  });

  it('being an admin opens no consultation’s door', () => {
    for (const who of everyStanding.filter(({ isAdmin }) => isAdmin)) {
      const without = actions.filter((action) => isAllowed(action, { ...who, isAdmin: false }));
      const gained = actions.filter((action) => isAllowed(action, who) && !without.includes(action));
      expect(gained.filter((action) => action !== 'person.erase')).toEqual([]);
    }
  });

  it('every refusal says something, and nothing of a consultation', () => {
    for (const refusal of Object.values(refusals)) expect(refusal).toMatch(/^Only .+\.$|^Only .+`$/);
    expect(new Set(Object.values(refusals)).size).toBe(actions.length);
  });
});
