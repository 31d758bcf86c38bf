import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { missing, removed, removedUnseen } from '../../src/domain/capture.ts';
import type { Contribution } from '../../src/domain/contribution.ts';
import { consultation, cues, reply, taken } from './sample.ts';

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
      cues,
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
