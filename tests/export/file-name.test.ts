import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exportFileName, type FileKind, fileKindOf } from '../../src/export/file-name.ts';

const named = (
  respondingAs: string,
  title: string,
  kind: Parameters<typeof exportFileName>[2] = 'submission',
) => exportFileName({ respondingAs, title }, '2026-11-21', kind);

test.each([
  ['submission', '2026-11-21-eastmarsh-council-our-response.md'],
  ['submission-by-question', '2026-11-21-eastmarsh-council-our-response-by-question.md'],
  ['working-draft', '2026-11-21-eastmarsh-council-our-response-working-draft.md'],
  ['paste', '2026-11-21-eastmarsh-council-our-response-paste.txt'],
  ['json', '2026-11-21-eastmarsh-council-our-response.json'],
  ['audit', '2026-11-21-eastmarsh-council-our-response-audit.json'],
] as const)('a %s is called %s', (kind, expected) => {
  expect(named('Eastmarsh Council', 'Our response', kind)).toBe(expected);
});

test('letters lose their marks, and what has no plain letter falls back', () => {
  expect(named('Cyngor Sir Ŷnys Môn & Łódź', 'Children’s Straße')).toBe(
    '2026-11-21-cyngor-sir-ynys-mon-lodz-childrens-strasse.md',
  );
  expect(named('子ども', '../../..')).toBe('2026-11-21-team-response.md');
});

test('a name is never long, empty or a path', () => {
  const anything = fc.string({ unit: 'binary', maxLength: 300 });
  fc.assert(
    fc.property(anything, anything, (respondingAs, title) => {
      const name = named(respondingAs, title, 'submission-by-question');
      expect(name).toMatch(/^2026-11-21(?:-[a-z0-9]+){2,}-by-question\.md$/);
      expect(name.length).toBeLessThan(120);
    }),
  );
});

test('a file is known by its name for what it is, whatever its title says', () => {
  const kinds: FileKind[] = [
    'submission',
    'submission-by-question',
    'working-draft',
    'paste',
    'json',
    'audit',
  ];
  const titles = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom('Our working draft', 'By question', 'Copy and paste', 'The audit', 'working-draft'),
  );
  fc.assert(
    fc.property(titles, titles, fc.constantFrom(...kinds), (respondingAs, title, kind) => {
      expect(fileKindOf(named(respondingAs, title, kind))).toBe(kind);
    }),
  );
});
