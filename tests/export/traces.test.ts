import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toMarkdown } from '../../src/export/to-markdown.ts';
import { tellingSentences, traceFinder } from '../../src/export/traces.ts';

const nobody = { userId: '', name: '', texts: [] };
const DRAFT = '2026-11-21-council-response-working-draft.md';
const SUBMISSION = '2026-11-21-council-response.md';

describe('the search for what somebody left in a document', () => {
  it.each([
    ['in other cases, spaces and marks', 'He said: THE early  help, hub *closed* its doors!'],
    ['across lines, as JSON writes them', JSON.stringify({ text: 'the early help\nhub closed its doors' })],
    ['with the escapes of Markdown', 'The early help hub\\_closed its\\-doors'],
  ])('finds a sentence %s', (_, content) => {
    const holds = traceFinder({ ...nobody, texts: ['Yes. The early help hub closed its doors. No.'] });
    expect(holds(SUBMISSION, content)).toBe(true);
  });

  it('does not take what anybody might say for theirs', () => {
    const holds = traceFinder({ ...nobody, texts: ['I agree. Yes please.'] });
    expect(holds(SUBMISSION, 'I agree. Yes please. Thank you all.')).toBe(false);
    expect(tellingSentences({ texts: ['I agree. Yes please.'] })).toEqual([]);
  });

  it('finds an id, and no id that only begins like it', () => {
    const holds = traceFinder({ ...nobody, userId: 'U12' });
    expect(holds(DRAFT, 'by U12.')).toBe(true);
    expect(holds(DRAFT, 'by U123 and WU12')).toBe(false);
  });

  it('finds a whole name anywhere, and a name of one word only in what is internal', () => {
    const whole = traceFinder({ ...nobody, name: 'Zoë (.*) O’Brien+' });
    expect(whole(SUBMISSION, 'thanks to ZOE\u0308 (.*) O\u0027Brien+ for this')).toBe(true);
    expect(whole(SUBMISSION, 'thanks to Zoë for this')).toBe(false);
    const single = traceFinder({ ...nobody, name: 'Will' });
    expect(single(SUBMISSION, 'this will do')).toBe(false);
    expect(single(DRAFT, 'Will, 21 November')).toBe(true);
    expect(single(DRAFT, 'unwilling')).toBe(false);
  });

  it('finds nothing of nobody', () => {
    expect(traceFinder(nobody)(DRAFT, 'Anything at all, U12 too.')).toBe(false);
  });

  it('finds every telling sentence in a document that prints it, in Markdown as in JSON', () => {
    const words = fc.array(fc.stringMatching(/^[\p{L}\p{N}]{1,8}$/u), { minLength: 4, maxLength: 12 });
    const marks = fc.constantFrom(' ', ', ', ' – ', ' *', '_ ', ' & ', ' [x] ', ' <b> ', ': ');
    fc.assert(
      fc.property(words, marks, (some, mark) => {
        const value = some.join(mark);
        const holds = traceFinder({ ...nobody, texts: [value] });
        const tree = {
          type: 'root' as const,
          children: [{ type: 'paragraph' as const, children: [{ type: 'text' as const, value }] }],
        };
        const isTelling = tellingSentences({ texts: [value] }).length > 0;
        expect(holds(SUBMISSION, toMarkdown(tree))).toBe(isTelling);
        expect(holds('a.json', JSON.stringify({ value }, null, 2))).toBe(isTelling);
      }),
    );
  });
});
