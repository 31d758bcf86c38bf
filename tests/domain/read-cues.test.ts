import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { cuesSchema } from '../../src/domain/cues.ts';
import { holdBackCue, isChatter, isEndorsement, kindOf, withoutLabel } from '../../src/domain/read-cues.ts';

/** The cues as they are shipped. */
const cues = cuesSchema.parse(load(readFileSync('templates/shared/cues.yaml', 'utf8')));

describe("a reply's own first words give its kind", () => {
  it.each([
    ['Recommendation: fund early help', 'recommendation'],
    ['recommendation - fund early help', 'recommendation'],
    ['Recommendation – fund early help', 'recommendation'],
    ['RECOMMENDATION:fund early help', 'recommendation'],
    ['**Recommendation:** fund early help', 'recommendation'],
    ['**Recommendation**: fund early help', 'recommendation'],
    ['**Recommendation:&#x20;**&#x66;und early help', 'recommendation'],
    ['_Recommendation_ — fund early help', 'recommendation'],
    ['- Evidence: the rate rose', 'evidence'],
    ['* **Evidence:** the rate rose', 'evidence'],
    ['1. Evidence: the rate rose', 'evidence'],
    ['> Evidence: the rate rose', 'evidence'],
    ['### Concern: nobody asks', 'concern'],
    ['Concern\\: nobody asks', 'concern'],
    ['Question: what is enough?', 'query'],
    ['Questions: what is enough, and for whom?', 'query'],
    ['Experience: it took us a year', 'experience'],
    ['Position: one national floor', 'position'],
    ['Evidence:\n\n- one\n- two', 'evidence'],
    ['Recommend a national floor', 'recommendation'],
    ['We recommend a national floor', 'recommendation'],
    ['I’d recommend a national floor', 'recommendation'],
    ["I'd recommend a national floor", 'recommendation'],
    ['Ask for three-year settlements', 'recommendation'],
    ['We should ask for three-year settlements', 'recommendation'],
    ['_We_ should **ask** for settlements', 'recommendation'],
    ['Our view is that it is too late', 'position'],
    ['We believe in early help', 'position'],
    ['We don’t think so', 'position'],
    ['The data show a fall', 'evidence'],
    ['In my experience, cases wait', 'experience'],
    ['I worry about the wait', 'concern'],
    ['The review should ask who decides', 'query'],
  ])('%j is marked as %s', (text, kind) => {
    expect(kindOf(text, cues)).toBe(kind);
  });

  it.each([
    'They did not recommend a national floor',
    'We do not recommend a national floor',
    'Questions remain about the floor',
    'Evidence-based practice is hard to spread',
    'Evidence is thin',
    'Recommended reading for all of us',
    'Recommendations were ignored in 2011',
    'The report says: Recommendation: fund early help',
    'Positions: unclear',
    'Experienced staff leave - they always did',
    'Asking for money is not enough',
    '> We recommend closing it\n\nThat is what the last review said.',
    'Call for evidence closes on Friday',
    '',
    '   ',
    ':memo:',
  ])('%j is left unsorted', (text) => {
    expect(kindOf(text, cues)).toBeNull();
  });

  it('ignores whatever follows them', () => {
    const openings = cues.kinds.flatMap(({ kind, labels, openings: phrases }) => [
      ...labels.map((label) => [kind, `${label}:`] as const),
      ...phrases.map((phrase) => [kind, phrase] as const),
    ]);
    fc.assert(
      fc.property(
        fc.constantFrom(...openings),
        fc.string(),
        fc.string({ unit: 'binary' }),
        ([kind, start], a, b) => {
          expect(kindOf(`${start} and ${a}${b}`, cues)).toBe(kind);
        },
      ),
    );
  });
});

describe('a kind label is not printed', () => {
  it.each([
    ['Recommendation: fund early help', 'fund early help'],
    ['Recommendation - fund early help', 'fund early help'],
    ['EVIDENCE:costs rose', 'costs rose'],
    ['Question for the review: who decides?', 'who decides?'],
    ['Recommend early help', 'Recommend early help'],
    ['Questions remain', 'Questions remain'],
    ['Evidence-based work', 'Evidence-based work'],
    ['Risk: Evidence: both', 'Evidence: both'],
    ['', ''],
  ])('%j is printed as %j', (text, printed) => {
    expect(withoutLabel(text, cues)).toBe(printed);
  });

  it('and nothing but the beginning ever goes', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('', 'Evidence: ', 'RISK – '),
        (text, label) => {
          expect(`${label}${text}`.endsWith(withoutLabel(`${label}${text}`, cues))).toBe(true);
          expect(withoutLabel(`${label}x${text}`, cues).endsWith(`x${text}`)).toBe(true);
        },
      ),
    );
  });
});

describe('a reply that asks to be held back is noticed', () => {
  it.each([
    ['Off the record, it was chaos', 'off the record'],
    ['It was chaos (off-the-record!)', 'off the record'],
    ['It was chaos. **Don’t quote** me', "don't quote"],
    ['Do not quote me on this', "don't quote"],
    ['Not for the response, but it was chaos', 'not for the response'],
    ['Between us: it was chaos', 'between us'],
    ['Not until Priya has signed off', 'not until … has signed off'],
    ['not until the director of children’s services has signed off', 'not until … has signed off'],
    ['Please ignore my last', 'ignore my last'],
    ['delete this once read', 'delete this'],
  ])('%j by the phrase %j', (text, cue) => {
    expect(holdBackCue(text, cues)).toBe(cue);
  });

  it.each([
    'Schools do not share data with us',
    'Young people must be able to speak in confidence',
    'The review cannot ignore this',
    'Records of the recording are off',
    'We will not know until the spring, when a whole new round of councils has signed off',
    'See [the page](https://example.org/off-the-record)',
    '',
  ])('%j does not ask for it', (text) => {
    expect(holdBackCue(text, cues)).toBeNull();
  });

  it('and only in words of the list, wherever they stand', () => {
    fc.assert(
      fc.property(fc.lorem(), fc.constantFrom(...cues.holdBack), fc.lorem(), (before, phrase, after) => {
        const found = holdBackCue(`${before} ${phrase.replaceAll('…', 'the lead')} ${after}`, cues);
        expect(cues.holdBack).toContain(found);
      }),
    );
  });
});

describe('a reply of nothing but thanks and emoji is chatter', () => {
  it.each([
    'Thanks!',
    'Thank you both 🙏',
    '👍🏽👍',
    ':tada: :+1::skin-tone-3:',
    ':white\\_check\\_mark:',
    'Great point, thanks [@U012AB](mention:U012AB)!!',
    '**Agreed.**',
    '+1',
    '1️⃣ ℹ️',
    'That’s helpful – many thanks, all',
    '…',
    '',
  ])('%j is', (text) => {
    expect(isChatter(text, cues)).toBe(true);
  });

  it.each([
    'No',
    'No.',
    'Yes, because families wait',
    '1',
    '70%',
    'Thanks, but caseloads are too high',
    'Agreed, and fund it',
    'Not agreed',
    'https://www.gov.uk',
    '10:30:45',
    'Wir danken',
    '謝謝',
    '<b>',
  ])('%j is not', (text) => {
    expect(isChatter(text, cues)).toBe(false);
  });
});

describe('an agreeing reaction is an endorsement', () => {
  it.each([
    '+1',
    'thumbsup',
    'thumbsup::skin-tone-3',
    '+1::skin-tone-6',
    'heavy_plus_sign',
    '100',
    'raised_hands',
  ])('%s is', (reaction) => expect(isEndorsement(reaction, cues)).toBe(true));
  it.each(['eyes', 'thumbsdown', '-1', 'tada', '', '::skin-tone-3', 'thumbsupx'])('%s is not', (reaction) =>
    expect(isEndorsement(reaction, cues)).toBe(false),
  );
});

it('any text at all can be read, also a long and hostile one', () => {
  const unit = fc.constantFrom(
    '*',
    '\\',
    '>',
    ' ',
    ':',
    '[@',
    '](',
    '&#',
    '\u{1F44D}',
    'not until',
    'thanks',
    '’',
    '\u0130',
    '-',
    '1.',
    '\n',
  );
  const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit, maxLength: 400 }));
  fc.assert(
    fc.property(texts, fc.constantFrom(1, 200), (text, times) => {
      const long = text.repeat(times);
      expect(() => [kindOf(long, cues), holdBackCue(long, cues), isChatter(long, cues)]).not.toThrow();
      expect(long.endsWith(withoutLabel(long, cues))).toBe(true);
    }),
    { numRuns: 60 },
  );
});
