import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { loadPacks } from '../../src/packs/load-packs.ts';

const { packs, cues } = await loadPacks('templates');
const [pack] = packs;
if (pack === undefined) throw new Error('templates holds no pack');

/** Every text of a value that a person will read, with its place: not ids, names of files or addresses. */
function textsOf(value: unknown, place = ''): [string, string][] {
  if (typeof value === 'string') return [[place, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(
      ([key]) => !['id', 'url', 'zone', 'question', 'layouts', 'layoutSources', 'partials'].includes(key),
    )
    .flatMap(([key, inner]) => textsOf(inner, `${place}.${key}`));
}

const printed = [
  pack.title,
  ...pack.themes.flatMap(({ title, about, prompts }) => [
    title,
    about,
    ...prompts.flatMap(({ ask, good }) => [ask, good]),
  ]),
  ...pack.questions.flatMap(({ wording, wordingSource }) => [wording, wordingSource]),
  ...Object.values(pack.notices),
  pack.frontMatter.about,
  pack.frontMatter.coveringNote,
  ...pack.facts.flatMap(({ statement, caution }) => [statement, caution ?? statement]),
];

describe('the pack of the call for advice', () => {
  it('is the only one, with its four challenge themes on and two more offered', () => {
    expect(packs.map(({ id }) => id)).toEqual(['care-review-call-for-advice']);
    expect(pack.themes.map(({ title, on }) => [title, on])).toEqual([
      ['Funding', true],
      ['Workforce', true],
      ['Thresholds', true],
      ['CAMHS', true],
      ['Good enough outcomes', false],
      ['Finding and spreading good practice', false],
    ]);
  });

  it('shows only the first question as the confirmed wording of the review', () => {
    expect(
      pack.questions.map(({ number, wordingStatus, optional }) => [number, wordingStatus, optional]),
    ).toEqual([
      ['CfA-1', 'confirmed', false],
      ['CfA-2', 'reconstructed', false],
      ['CfA-3', 'reconstructed', false],
      ['CfA-4', 'reconstructed', false],
      ['CfA-5', 'reconstructed', true],
    ]);
  });

  it('places every kind of every theme but recommendations, and nothing in the question that is not evidenced', () => {
    const placed = (themeId: string, kind: (typeof kinds)[number]) =>
      pack.map.find(
        ({ themes, kinds: of }) => (themes?.includes(themeId) ?? true) && (of?.includes(kind) ?? true),
      )?.question;
    const kinds = [
      'evidence',
      'query',
      'concern',
      'position',
      'experience',
      'unsorted',
      'recommendation',
    ] as const;
    const where = (kind: (typeof kinds)[number]) => new Set(pack.themes.map(({ id }) => placed(id, kind)));
    expect(where('evidence')).toEqual(new Set(['what-to-read']));
    for (const kind of ['query', 'concern', 'position', 'unsorted'] as const) {
      expect(where(kind)).toEqual(new Set(['what-to-ask']));
    }
    expect(where('experience')).toEqual(new Set(['who-to-speak-to', 'how-to-engage']));
    expect(where('recommendation')).toEqual(new Set([undefined]));
  });

  it('tells people before they write what happens to their words and what to leave out', () => {
    expect(pack.notices.disclosure).toContain('Freedom of Information Act 2000');
    expect(pack.notices.disclosure).toContain('published');
    expect(pack.notices.privacy).toMatch(/child, a family or a colleague/);
    expect(pack.notices.privacy).toMatch(/safeguarding/);
    expect(pack.notices.privacy).toContain('999');
    expect(pack.limits.note).toContain('our own working limit');
    expect(pack.limits.question).toEqual({ characters: 4000 });
  });

  it('offers facts on each of the four themes', () => {
    for (const { id } of pack.themes.filter(({ on }) => on)) {
      expect(pack.facts.filter(({ themes }) => themes.includes(id)).length).toBeGreaterThan(3);
    }
  });

  it('gives the looked-after rate per 10,000 and warns of the sources that print another', () => {
    const fact = pack.facts.find(({ id }) => id === 'looked-after-rate-2020');
    expect(fact?.statement).toContain('67 per 10,000 children');
    expect(fact?.denominator).toContain('10,000');
    expect(fact?.caution).toContain('100,000');
    const children = (80_080 / 67) * 10_000;
    const fromInNeed = (389_260 / 323.7) * 10_000;
    expect(Math.abs(children - fromInNeed) / fromInNeed).toBeLessThan(0.02);
  });
});

describe.each(pack.facts.map((fact) => [fact.id, fact] as const))('the fact %s', (_, fact) => {
  it('holds its figure, and can be found by a word of its own sentence', () => {
    expect(fact.statement).toContain(fact.value);
    const said = [fact.statement, ...fact.alsoWritten].join(' ').toLowerCase();
    expect(fact.words.some((word) => said.includes(word.toLowerCase()))).toBe(true);
  });

  it('has an address, a date, and a caution where it is relayed or later', () => {
    const { protocol, hostname } = new URL(fact.url);
    expect(protocol).toBe('https:');
    expect(hostname).toMatch(/\.[a-z]+$/);
    expect(DateTime.fromISO(fact.published).isValid).toBe(true);
    expect(fact.laterThanCall).toBe(fact.published > '2021-04-01');
    if (fact.laterThanCall || fact.status !== 'outturn') expect(fact.caution).not.toBeNull();
  });
});

describe('what people read', () => {
  it('has nothing of Slack or Markdown in it', () => {
    const residue = /<[^>]*>|:[a-z_]+:|[*_`~]|&(amp|lt|gt);|\s{2}|\n|^\s|\s$|\bU[A-Z0-9]{8,}\b/;
    expect(textsOf(pack).filter(([, text]) => residue.test(text))).toEqual([]);
    expect(textsOf(pack).length).toBeGreaterThan(500);
  });

  it('is in sentence case', () => {
    const titles = [
      pack.title,
      ...pack.themes.map(({ title }) => title),
      ...pack.facts.map(({ title }) => title),
    ];
    const isSentence = (text: string) => /^[A-Z0-9£]/.test(text) && !/\b[A-Z]{7,}\b/.test(text);
    const isTitleCase = (text: string) => /^([A-Z]\w*\W+){3,}[A-Z]\w*$/.test(text);
    expect([...titles, ...printed].filter((text) => !isSentence(text) || isTitleCase(text))).toEqual([]);
  });

  it('is in the style of GOV.UK', () => {
    const notTheirs =
      /\d(st|nd|rd|th)\b|\be\.?g\.|\bi\.?e\.|\(s\)|\d ?[–—] ?\d|\bper cent\b|\b\d{5,}\b|£[\d.,]+ ?(bn|m)\b/;
    expect(printed.filter((text) => notTheirs.test(text))).toEqual([]);
  });

  it('asks one thing at a time and says what a good reply holds', () => {
    const prompts = pack.themes.flatMap((theme) => theme.prompts);
    expect(prompts.filter(({ ask, good }) => !/^[^?]+\?$/.test(ask) || !good.endsWith('.'))).toEqual([]);
  });
});

describe('the words that sort replies', () => {
  it('are listed once each, and every kind has labels and openings', () => {
    const lists = [
      cues.holdBack,
      cues.chatter,
      cues.endorsements,
      cues.politeness,
      cues.negations,
      cues.ownFigures,
      cues.notOwnFigures,
      cues.kinds.flatMap(({ labels }) => labels),
      cues.kinds.flatMap(({ openings }) => openings),
    ];
    for (const list of lists) expect(list).toEqual([...new Set(list)]);
    expect(cues.kinds).toHaveLength(6);
    for (const { labels, openings } of cues.kinds)
      expect(Math.min(labels.length, openings.length)).toBeGreaterThan(3);
  });
});
