import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { captured, clearedAs, removedUnseen, screenedWords } from '../../src/domain/capture.ts';
import type { Contribution } from '../../src/domain/contribution.ts';
import type { FindingType } from '../../src/domain/screening/finding.ts';
import { missing, removed } from '../../src/domain/taken-back.ts';
import { isSealed } from '../../src/domain/text-hash.ts';
import { consultation, contextOf, reply, taken } from './sample.ts';

const found = (type: FindingType, strength: 'block' | 'warn') => [{ type, strength, start: 0, end: 1 }];
const blocked = found('nhs-number', 'block');
const warned = found('named-place', 'warn');

const edit = (text: string, editedTs: string) => reply(text, { editedTs });

describe('a reply', () => {
  it('is recorded with the kind that its own first words give', () => {
    const contribution = taken(null, reply('Recommendation: fund early help.'));
    expect(contribution).toMatchObject({
      kind: 'recommendation',
      kindFrom: 'words',
      state: 'standing',
      late: false,
    });
  });

  it('is the same contribution however often it is delivered', () => {
    const first = taken(null, reply('Evidence: caseloads rose.'));
    expect(taken(first, reply('Evidence: caseloads rose.'))).toBe(first);
  });

  it('takes a newer text and keeps the earlier one as a revision', () => {
    const edited = taken(taken(null, reply('First')), edit('Second', '1795254100.000000'));
    expect(edited).toMatchObject({ text: 'Second', revisions: [{ text: 'First' }] });
  });

  it('lets an older text that arrives late change nothing', () => {
    const newest = taken(null, edit('Newest', '1795254300.000000'));
    expect(taken(newest, edit('Older', '1795254200.000000'))).toBe(newest);
    expect(taken(newest, reply('Original'))).toBe(newest);
  });

  it('takes, of two edits within one second, the one that a reading finds, and no event’s in its place', () => {
    const [one, other] = [edit('One', '1795254100.000000'), edit('Other', '1795254100.000000')];
    const first = taken(null, one);
    expect(taken(first, other)).toBe(first);
    const read = (
      current: Contribution,
      found: typeof one,
      findings = found.text === 'Held' ? blocked : [],
    ) => captured(current, found, { ...contextOf(found, findings), isRead: true });
    const corrected = read(first, other);
    expect(corrected).toMatchObject({ text: 'Other', revisions: [{ text: 'One' }] });
    expect(read(corrected, other)).toBe(corrected);
    expect(read(corrected, edit('Older', '1795254099.000000'))).toBe(corrected);
    const held = read(corrected, edit('Held', '1795254100.000000'));
    expect(held).toMatchObject({ state: 'held', text: '', revisions: [] });
    expect(read(held, edit('Held', '1795254100.000000'))).toBe(held);
    expect(read(held, one)).toMatchObject({ state: 'standing', text: 'One' });
  });

  it('remembers a newer edit that changed nothing, so that an older one cannot slip in after it', () => {
    const back = [reply('A'), edit('A', '1795254200.000000'), edit('B', '1795254100.000000')];
    expect(back.reduce<Contribution | null>((current, one) => taken(current, one), null)?.text).toBe('A');
  });

  it('lets a file go that an edit took away', () => {
    const withFile = taken(null, reply('See the plan', { files: [{ name: 'plan.docx', url: '' }] }));
    expect(taken(withFile, edit('See the plan', '1795254100.000000')).files).toEqual([]);
  });

  it('keeps a kind that a person chose when the words change', () => {
    const chosen = {
      ...taken(null, reply('We pay too little.')),
      kind: 'concern' as const,
      kindFrom: 'person' as const,
    };
    expect(taken(chosen, edit('Evidence: pay is low.', '1795254100.000000')).kind).toBe('concern');
  });

  it('waits for an editor when it asks not to be used', () => {
    const { use } = taken(null, reply('Off the record: the panel is a formality.'));
    expect(use).toEqual({ inSubmission: false, reason: 'The reply says “off the record”', decidedBy: null });
  });

  it('waits again when an edit asks for it, whatever was decided on the old words', () => {
    const decided = {
      ...taken(null, reply('Pay matters.')),
      use: { inSubmission: true, reason: '', decidedBy: 'UEDITOR' },
    };
    const edited = taken(decided, edit('Off the record, pay matters.', '1795254100.000000'));
    expect(edited.use).toMatchObject({ inSubmission: false, decidedBy: null });
  });

  it('is chatter when it is only thanks, but not when it brings a file', () => {
    expect(taken(null, reply('Thanks!')).chatter).toBe(true);
    expect(
      taken(null, reply('Thanks!', { files: [{ name: 'data.xlsx', url: 'https://x.test/f' }] })).chatter,
    ).toBe(false);
  });

  it('is late when it was sent after the deadline', () => {
    expect(taken(null, reply('Late', { messageTs: '1796100000.000100' })).late).toBe(true);
  });
});

describe('a removed reply', () => {
  const gone = removed(taken(taken(null, reply('A child’s name')), edit('Without it', '1795254100.000000')));

  it('has no words left, in no revision, but is still known', () => {
    expect(JSON.stringify(gone)).not.toMatch(/child|Without/);
    expect(gone).toMatchObject({ state: 'removed', messageTs: '1795254000.000100' });
  });

  it('is not brought back by any later delivery', () => {
    expect(taken(gone, edit('A child’s name', '1795259999.000000'))).toBe(gone);
  });

  it('stays out when its deletion arrives before the message itself', () => {
    const { text: _text, files: _files, editedTs: _edited, ...message } = reply('');
    const trace = removedUnseen(message, {
      consultation,
      themeId: 'funding',
      now: '2026-11-21T10:00:00.000Z',
    });
    expect(taken(trace, reply('Never meant to be kept'))).toBe(trace);
  });
});

describe('a reply that a complete reading does not find', () => {
  it('waits for an editor, and stands again when Slack shows it again', () => {
    const lost = missing(taken(null, reply('Retention took me')));
    expect(lost.state).toBe('missing');
    expect(
      missing({ ...lost, state: 'standing', use: { inSubmission: true, reason: '', decidedBy: 'UEDITOR' } })
        .use.decidedBy,
    ).toBeNull();
    expect(taken(lost, reply('Retention took me')).state).toBe('standing');
  });
});

describe('deliveries in any order, any number of times', () => {
  it('end in the newest text', () => {
    const versions = [
      reply('v0'),
      edit('v1', '1795254100.000000'),
      edit('v2', '1795254200.000000'),
      edit('v3', '1795254300.000000'),
    ];
    const anyDeliveries = fc.shuffledSubarray([...versions, ...versions, ...versions], {
      minLength: 12,
      maxLength: 12,
    });
    fc.assert(
      fc.property(anyDeliveries, (deliveries) => {
        const end = deliveries.reduce<Contribution | null>((current, one) => taken(current, one), null);
        expect(end?.text).toBe('v3');
      }),
    );
  });
});

describe('a reply that the screen blocks', () => {
  const words = 'The child is 943 476 5919.';
  const held = taken(
    null,
    reply(words, { files: [{ name: '9434765919.pdf', url: 'https://x.test' }] }),
    blocked,
  );

  it('is held without its words, which can still be told from others', () => {
    expect(JSON.stringify(held)).not.toMatch(/child|943|x\.test/);
    expect(held).toMatchObject({ state: 'held', text: '', hash: '', held: { types: ['nhs-number'] } });
    const sealed = screenedWords(reply(words, { files: [{ name: '9434765919.pdf', url: '' }] }));
    expect(held.held && isSealed(sealed, held.held.of)).toBe(true);
    expect(held.held && isSealed(words, held.held.of)).toBe(false);
  });

  it('takes the earlier words along, and keeps no revision', () => {
    const twice = taken(taken(null, reply('First')), edit('Second', '1795254100.000000'));
    const gone = taken(twice, edit(words, '1795254200.000000'), blocked);
    expect(JSON.stringify(gone)).not.toMatch(/First|Second|943/);
    expect(gone).toMatchObject({ state: 'held', revisions: [] });
  });

  it('is the same hold when it is delivered again, and another one for other words', () => {
    expect(taken(held, reply(words), blocked)).toBe(held);
    const other = taken(held, edit('It was 999 123 4055.', '1795254100.000000'), blocked);
    expect(other.held?.of.hash).not.toBe(held.held?.of.hash);
    expect(other.held).toMatchObject({ toldAt: null, appeal: null });
  });

  it('is recorded by an edit that says nothing of the kind, with no trace of what was held', () => {
    const clean = taken(held, edit('The child is known to us.', '1795254100.000000'));
    expect(clean).toMatchObject({
      state: 'standing',
      text: 'The child is known to us.',
      held: null,
      revisions: [],
    });
  });

  it('is not brought back by older words that arrive late', () => {
    const edited = taken(null, edit(words, '1795254200.000000'), blocked);
    expect(taken(edited, reply('Older and harmless'))).toBe(edited);
  });

  it('stays held when it is missed by a reading, and is seen again by a later one', () => {
    const lost = missing(held);
    expect(lost).toMatchObject({ state: 'held', held: { isInSlack: false } });
    expect(taken(lost, reply(words), blocked)).toEqual(held);
  });

  it('leaves no seal behind when it is withdrawn', () => {
    expect(removed(held)).toMatchObject({ state: 'removed', held: null, hash: '' });
  });
});

describe('a reply that the reviewer cleared', () => {
  const one = reply('Ring 943 476 5919 for the survey.');
  const held = taken(null, one, blocked);
  const of = held.held?.of ?? { salt: '', hash: '' };
  const word = {
    types: ['nhs-number' as const],
    of,
    by: 'ULEAD',
    at: '2026-11-21T11:00:00.000Z',
    reason: '',
  };
  const cleared = clearedAs(held, one, word, contextOf(one, blocked));

  it('stands with its words and warns of nothing', () => {
    expect(cleared).toMatchObject({
      state: 'standing',
      text: one.text,
      held: null,
      warnings: [],
      cleared: word,
    });
  });

  it('stays so for the very same words, and is held again for others', () => {
    const same = taken(cleared, edit(one.text, '1795254100.000000'), blocked);
    expect(same).toMatchObject({ state: 'standing', text: one.text });
    const other = taken(cleared, edit('Ring 943 476 5919 now.', '1795254200.000000'), blocked);
    expect(other).toMatchObject({ state: 'held', text: '', revisions: [] });
  });
});

describe('a reply that an editor had dealt with before it was held', () => {
  const first = taken(null, reply('Pay matters.'));
  const decidedNo = { ...first, use: { inSubmission: false, reason: 'Too close', decidedBy: 'UEDITOR' } };
  const worded = {
    ...first,
    wording: { typed: 'Pay', text: 'Pay', by: 'UEDITOR', ofHash: first.hash },
  };
  const waiting = {
    inSubmission: false,
    reason: 'An editor had decided on it before it was held',
    decidedBy: null,
  };
  const heldAgain = (current: Contribution) =>
    taken(current, edit('Ask 943 476 5919.', '1795254100.000000'), blocked);
  const clean = edit('Pay still matters.', '1795254300.000000');

  it.each([
    ['left it out', decidedNo],
    ['gave a wording', worded],
  ])('waits for an editor once it is released: one had %s', (_, before) => {
    const released = taken(heldAgain(before), clean);
    expect(released).toMatchObject({ state: 'standing', use: waiting, wording: null });
    expect(JSON.stringify(heldAgain(before))).not.toContain('Too close');
  });

  it('waits also after a second hold, and after further edits', () => {
    const twice = taken(heldAgain(decidedNo), edit('Or 999 123 4055.', '1795254200.000000'), blocked);
    const released = taken(twice, clean);
    expect(released.use).toEqual(waiting);
    expect(taken(released, edit('Pay matters most.', '1795254400.000000')).use).toEqual(waiting);
    const asks = taken(released, edit('Off the record, pay matters.', '1795254400.000000'));
    expect(asks.use.reason).toContain('The reply says “off the record”');
    expect(taken(asks, edit('Pay.', '1795254500.000000')).use).toEqual(waiting);
  });

  it('is used at once when nobody had decided anything', () => {
    expect(taken(heldAgain(first), clean).use).toMatchObject({ inSubmission: true, reason: '' });
  });

  it('stays left out when an edit only asks to be looked at, and takes that back', () => {
    const asks = taken(decidedNo, edit('Off the record, pay matters.', '1795254100.000000'));
    expect(taken(asks, clean).use).toMatchObject({ inSubmission: false, reason: 'Too close' });
  });
});

describe('the screen', () => {
  const never = () => {
    throw new Error('It was asked.');
  };

  it('is not asked about a message that has not changed', () => {
    const one = reply('Pay matters.');
    const first = taken(null, one);
    expect(captured(first, one, { ...contextOf(one), findings: never })).toBe(first);
  });

  it('is not asked about what was taken back', () => {
    const gone = removed(taken(null, reply('Pay matters.')));
    const later = edit('Pay still matters.', '1795254100.000000');
    expect(captured(gone, later, { ...contextOf(later), findings: never })).toBe(gone);
  });
});

describe('a reply that the screen warns of', () => {
  const kept = taken(null, reply('Pupils of Larkspur School wait.'), warned);

  it('is recorded, waits for an editor, and says why without the words', () => {
    expect(kept).toMatchObject({
      state: 'standing',
      warnings: ['named-place'],
      use: {
        inSubmission: false,
        reason: 'It may identify somebody: a named school, home, ward or street',
        decidedBy: null,
      },
    });
  });

  it('waits anew when an edit still warns, whatever was decided, and no longer when it does not', () => {
    const decided = { ...kept, use: { inSubmission: true, reason: 'Closed in 1998', decidedBy: 'UEDITOR' } };
    const again = taken(decided, edit('Pupils of Larkspur School still wait.', '1795254100.000000'), warned);
    expect(again.use).toMatchObject({ inSubmission: false, decidedBy: null });
    const clean = taken(kept, edit('Pupils wait.', '1795254100.000000'));
    expect(clean).toMatchObject({ warnings: [], use: { inSubmission: true, reason: '' } });
  });
});

describe('blocked and harmless versions in any order', () => {
  it('end in the newest, and never hold words that are blocked', () => {
    const versions = ['harmless 0', 'blocked 1', 'harmless 2', 'blocked 3'].map((text, index) =>
      reply(text, { editedTs: index === 0 ? null : `179525410${index}.000000` }),
    );
    const anyDeliveries = fc.shuffledSubarray([...versions, ...versions], { minLength: 1 });
    fc.assert(
      fc.property(anyDeliveries, (deliveries) => {
        const take = (current: Contribution | null, one: (typeof versions)[0]) =>
          taken(current, one, one.text.startsWith('blocked') ? blocked : []);
        const end = deliveries.reduce<Contribution | null>(take, null);
        const newest = deliveries.toSorted((a, b) => Number(b.editedTs) - Number(a.editedTs))[0];
        expect(JSON.stringify(end)).not.toContain('blocked ');
        expect(end?.state).toBe(newest?.text.startsWith('blocked') ? 'held' : 'standing');
        expect(end?.text).toBe(newest?.text.startsWith('blocked') ? '' : newest?.text);
      }),
    );
  });
});
