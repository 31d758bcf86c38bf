import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { lint } from 'markdownlint/sync';
import { describe, expect, test } from 'vitest';
import { compileDocument } from '../../src/compile/compile-document.ts';
import { exportJson } from '../../src/export/json.ts';
import { pasteSheet } from '../../src/export/paste-sheet.ts';
import { toMarkdown } from '../../src/export/to-markdown.ts';
import { record } from '../compile/records.ts';

/** A folder a case: record.json with the replies and what else is special, and the files that it gives (`vitest -u` writes them). */
const folder = path.resolve('tests/fixtures/documents');

describe.each(readdirSync(folder))('the documents of %s', (name) => {
  const { replies, ...changes } = JSON.parse(readFileSync(path.join(folder, name, 'record.json'), 'utf8'));
  const told = record(replies, changes);
  const files = {
    'by-theme.md': toMarkdown(compileDocument(told, 'theme').tree),
    'by-question.md': toMarkdown(compileDocument(told, 'question').tree),
    'working-draft.md': toMarkdown(compileDocument(told, 'workingDraft').tree),
    'paste-sheet.txt': pasteSheet(told),
  };

  test.each(Object.entries(files))('%s is as expected', async (file, content) => {
    await expect(content).toMatchFileSnapshot(path.join(folder, name, file));
  });

  test.each(Object.entries(files).filter(([file]) => file.endsWith('.md')))(
    '%s is clean Markdown',
    (file, content) => {
      // Long lines are how paragraphs are kept; themes repeat the names of their kinds.
      const config = { default: true, MD013: false, MD024: { siblings_only: true } };
      expect(lint({ strings: { [file]: content }, config })[file]).toEqual([]);
    },
  );

  test('nothing that is said is printed twice in a submission', () => {
    for (const file of ['by-theme.md', 'by-question.md'] as const) {
      const body = files[file].slice(files[file].indexOf('\n## ', files[file].indexOf('## Summary') + 1));
      const paragraphs = body
        .split(/\n{2,}/)
        .filter((part) => /^[^#\n]{40}/.test(part) && !/^This (?:is|wording)/.test(part));
      expect(new Set(paragraphs).size).toBe(paragraphs.length);
    }
  });

  test('recommendations have the same numbers in the summary and in their section', () => {
    for (const file of ['by-theme.md', 'by-question.md'] as const) {
      const short = [...files[file].matchAll(/^- (R\d+): (.{20})/gm)].map(
        ([, label, words]) => `${label} ${words}`,
      );
      const whole = [...files[file].matchAll(/^\*\*(R\d+)\.\*\* (.{20})/gm)].map(
        ([, label, words]) => `${label} ${words}`,
      );
      expect(short).toEqual(whole);
    }
  });

  test('the JSON holds every contribution that stands, and none that was taken back', () => {
    const json = JSON.parse(exportJson(told));
    const standing = told.contributions.filter(({ state }) => state !== 'removed');
    expect(json.schemaVersion).toBe(1);
    expect(json.contributions.map(({ messageTs }: { messageTs: string }) => messageTs)).toEqual(
      standing.map(({ messageTs }) => messageTs),
    );
    expect(exportJson(structuredClone(told))).toBe(exportJson(told));
  });
});
