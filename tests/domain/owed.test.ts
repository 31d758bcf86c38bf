import { describe, expect, it } from 'vitest';
import { owedBy, owesNothing, peopleOwing } from '../../src/domain/owed.ts';
import { sealedHash } from '../../src/domain/text-hash.ts';
import { aContribution } from '../store/records.ts';
import { consultation } from './sample.ts';

describe('what people owe', () => {
  const call = { ...consultation, safeguardingReviewerId: 'UREVIEWER' };
  const { id: consultationId } = call;
  const undecided = aContribution({
    consultationId,
    use: { inSubmission: false, reason: '', decidedBy: null },
  });
  const held = aContribution({
    consultationId,
    messageTs: '1616161701.000100',
    state: 'held',
    text: '',
    held: {
      types: ['phone'],
      of: sealedHash('words', 'salt'),
      at: '2026-11-21T10:00:00.000Z',
      toldAt: null,
      reviewerToldAt: null,
      isInSlack: true,
      appeal: null,
    },
  });

  it('is the editors’ where a theme is thin or a decision open, the reviewer’s where a reply is held, nobody else’s', () => {
    const owed = (userId: string) => owedBy(call, [undecided, held], userId);
    expect(peopleOwing(call)).toEqual(['ULEAD', 'UEDITOR', 'UREVIEWER']);
    for (const editor of ['ULEAD', 'UEDITOR']) {
      expect(owed(editor)).toMatchObject({ toDecide: 1, held: 0 });
      expect(owed(editor).thin.map(({ title }) => title)).toEqual(['Funding', 'Workforce']);
    }
    expect(owed('UREVIEWER')).toEqual({ thin: [], toDecide: 0, held: 1 });
    expect(owesNothing(owed('UAUTHOR'))).toBe(true);
    const own = { ...held, authorId: 'UREVIEWER' };
    expect(owesNothing(owedBy(call, [own], 'UREVIEWER'))).toBe(true);
  });

  it('is nothing where every theme has enough and nothing waits', () => {
    const enough = ['funding', 'workforce'].flatMap((themeId, theme) =>
      (['evidence', 'recommendation', 'concern'] as const).map((kind, index) =>
        aContribution({ consultationId, themeId, kind, messageTs: `161616170${theme}.00010${index}` }),
      ),
    );
    for (const userId of peopleOwing(call)) expect(owesNothing(owedBy(call, enough, userId))).toBe(true);
  });
});
