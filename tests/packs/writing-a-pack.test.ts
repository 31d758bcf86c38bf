import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { factSchema, packSchema } from '../../src/domain/pack.ts';
import { loadPacks } from '../../src/packs/load-packs.ts';
import { templatesFolder } from './templates-folder.ts';

const guide = readFileSync('docs/writing-a-pack.md', 'utf8');

/** The guide's code blocks that say which file they are: "```yaml fares-survey/pack.yaml". */
const files = Object.fromEntries(
  [...guide.matchAll(/^```\w+ (\S+)\n([\s\S]*?)^```$/gm)].map(([, name = '', content = '']) => [
    name,
    content,
  ]),
);

it('the example pack of the guide loads as it is printed', async () => {
  const cues = readFileSync('templates/shared/cues.yaml');
  const screening = readFileSync('templates/shared/screening.yaml');
  const shared = { 'shared/cues.yaml': cues, 'shared/screening.yaml': screening };
  const { packs } = await loadPacks(await templatesFolder({ ...files, ...shared }));
  expect(packs).toHaveLength(1);
  expect(packs[0]?.facts).toHaveLength(1);
});

it('the guide explains every field of a pack and a fact', () => {
  const explained = new Set([...guide.matchAll(/`([A-Za-z]+)`/g)].map(([, name]) => name));
  const { questions, themes, notices, frontMatter, limits, layouts } = packSchema.shape;
  const fields = [packSchema, questions.element, themes.element, notices, frontMatter, limits, layouts];
  for (const field of [
    ...fields.flatMap(({ shape }) => Object.keys(shape)),
    ...Object.keys(factSchema.shape),
  ]) {
    expect(explained).toContain(field);
  }
});
