import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { findingTypeSchema, typesOf } from '../../../src/domain/screening/finding.ts';
import { createScreen } from '../../../src/domain/screening/screen.ts';
import { cues, screenLists } from './shipped-lists.ts';

const folder = join(import.meta.dirname, 'signs');
const schema = z.strictObject({ found: z.array(z.string()), passed: z.array(z.string()) });
const screen = createScreen(screenLists, cues.holdBack);

describe.each(readdirSync(folder))('the texts of %s', (file) => {
  const type = findingTypeSchema.parse(basename(file, '.yaml'));
  const { found, passed } = schema.parse(load(readFileSync(join(folder, file), 'utf8')));

  it('that hold the sign are found, but for 1 in 5', () => {
    const missed = found.filter((text) => !typesOf(screen(text)).includes(type));
    expect(found.length).toBeGreaterThan(5);
    expect(missed.length / found.length).toBeLessThanOrEqual(0.2);
  });

  it('that look like it pass, but for 1 in 20', () => {
    const alarming = passed.filter((text) => typesOf(screen(text)).includes(type));
    expect(passed.length).toBeGreaterThan(3);
    expect(alarming.length / passed.length).toBeLessThanOrEqual(0.05);
  });
});
