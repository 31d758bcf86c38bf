import { describe, expect, it } from 'vitest';
import { screenedWords } from '../../src/domain/capture.ts';
import type { FindingType } from '../../src/domain/screening/finding.ts';
import { sealedHash } from '../../src/domain/text-hash.ts';
import { makeDocument } from '../../src/export/make-document.ts';
import { contribution, record, type Told } from '../compile/records.ts';

const NUMBER = '943 476 5919';
/** Of nobody. */
const WORRYING = 'A pupil told me today that she wants to die tonight. What do I do?';
const refOf = (told: Told) => `C01RESPONSE:${contribution(told).messageTs}`;
const stoppedBy = (...replies: Told[]) => makeDocument('markdown', record(replies)).stopped;

const clearedOf = (text: string, type: FindingType) => ({
  types: [type],
  of: sealedHash(screenedWords({ text, files: [] }), 'salt'),
  by: 'U09LEAD',
  at: '2026-11-20T09:00:00.000Z',
  reason: 'About nobody',
});

describe('a submission, looked over before it leaves', () => {
  it('leaves when nothing in it could identify anybody', () => {
    expect(stoppedBy({ text: 'Position: multi-year settlements help.' })).toBeNull();
  });

  it.each(['markdown', 'markdown questions', 'paste'] as const)(
    'is stopped as %s by what got into the record',
    (format) => {
      const told = record([{ text: `Evidence: the record ${NUMBER} shows how long it took.` }]);
      expect(makeDocument(format, told).stopped?.replies.map(({ ref }) => ref)).toEqual([
        refOf({ text: '' }),
      ]);
    },
  );

  it('says under which heading it stands, and of what kind it is, without the value', () => {
    const stopped = stoppedBy({ text: `Evidence: the record ${NUMBER} shows how long it took.` });
    expect(stopped?.places).toContainEqual({ under: 'Funding, Evidence', types: ['nhs-number'] });
    expect(JSON.stringify(stopped)).not.toContain('5919');
  });

  it('is stopped by its own title', () => {
    const told = record([]);
    const titled = { ...told, consultation: { ...told.consultation, title: `About ${NUMBER}` } };
    expect(makeDocument('markdown', titled).stopped).toEqual({
      places: [{ under: '', types: ['nhs-number'] }],
      replies: [],
    });
  });

  it('is stopped by an editor’s wording, not by the words that it stands for', () => {
    const text = `Evidence: the record ${NUMBER} shows it.`;
    expect(stoppedBy({ text, wording: 'One record shows it.' })).toBeNull();
    expect(
      stoppedBy({ text: 'Evidence: a record shows it.', wording: `Record ${NUMBER} shows it.` }),
    ).not.toBeNull();
  });

  it('lets stand what the safeguarding reviewer cleared, and nothing else', () => {
    const text = `Evidence: contract ${NUMBER} was let for one year.`;
    const cleared = clearedOf(text, 'nhs-number');
    expect(stoppedBy({ text, cleared })).toBeNull();
    expect(
      stoppedBy({ text, cleared }, { text: 'Evidence: patient 999 123 4055 waited.' })?.places,
    ).toHaveLength(1);
    expect(stoppedBy({ text: `${text} And 999 123 4055.`, cleared })).not.toBeNull();
  });

  it('lets a cleared reply stand that the screen took as a whole for a concern, in as many parts as it has', () => {
    const text = `${WORRYING}\n\nSuch lines are in our training.`;
    const cleared = clearedOf(text, 'concern');
    expect(stoppedBy({ text })?.replies).toEqual([{ ref: refOf({ text: '' }), types: ['concern'] }]);
    expect(stoppedBy({ text, cleared })).toBeNull();
  });

  it('names the reply that tells of a concern, which is in no one passage', () => {
    expect(stoppedBy({ text: 'Position: pay matters.' }, { text: WORRYING })?.replies).toHaveLength(1);
  });

  it('takes nothing as cleared for the sake of a reply that is not printed', () => {
    const text = `Evidence: contract ${NUMBER} was let for one year.`;
    const cleared = clearedOf(text, 'nhs-number');
    const leftOut = { text, cleared, use: { inSubmission: false, reason: 'Twice', decidedBy: 'U09LEAD' } };
    expect(stoppedBy(leftOut, { text: `Concern: contract ${NUMBER} was too short for us.` })).not.toBeNull();
  });

  it('does not stop what stays among us', () => {
    const told = record([{ text: `Evidence: the record ${NUMBER} shows it.` }]);
    expect(makeDocument('draft', told).stopped).toBeNull();
  });

  it('finds nothing in the questions, facts and layouts that are shipped', () => {
    const { pack } = record([]);
    const everyFact = pack.facts.map(({ statement }) => ({ text: `Evidence: ${statement}` }));
    expect(stoppedBy(...everyFact)).toBeNull();
  });
});
