import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import manifest from '../manifest.json' with { type: 'json' };
import packageJson from '../package.json' with { type: 'json' };
import { helpMessage } from '../src/slack/ui/help-message.ts';
import { ids } from '../src/slack/ui/ids.ts';

const pages = ['README.md', ...readdirSync('docs').map((name) => `docs/${name}`)];
const text = pages.map((page) => readFileSync(page, 'utf8')).join('\n');
const all = (pattern: RegExp, source = text) => [
  ...new Set([...source.matchAll(pattern)].map(([, word]) => word ?? '')),
];

describe('the docs', () => {
  it('name only scripts that exist, and words of npm’s own', () => {
    const scripts = [...all(/npm run ([a-z]+)\b/g), ...all(/npm (start|test)\b/g)];
    expect(scripts.length).toBeGreaterThan(5);
    expect(scripts.filter((word) => !(word in packageJson.scripts))).toEqual([]);
    const ofNpm = ['ci', 'prune', 'run', 'start', 'test'];
    expect(all(/npm ([a-z]+)\b/g).filter((word) => !ofNpm.includes(word))).toEqual([]);
  });

  it('name only files that are there', () => {
    const files = all(/`((?:src|tests|deploy|docs|bench)\/[\w./-]+\.\w+)`/g);
    expect(files.length).toBeGreaterThan(5);
    const made = ['bench/results/latest.json'];
    expect(files.filter((file) => !existsSync(file) && !made.includes(file))).toEqual([]);
  });

  it('tell the same commands as the help', () => {
    const help = JSON.stringify(helpMessage(false));
    const told = all(/`\/soundings ([a-z @]+)`/g, readFileSync('docs/using.md', 'utf8'));
    const known = all(/`\/soundings ([a-z @]+)`/g, help);
    expect(told.toSorted()).toEqual(known.toSorted());
  });

  it('explain every scope of the manifest', () => {
    const privacy = readFileSync('docs/privacy.md', 'utf8');
    expect(manifest.oauth_config.scopes.bot.filter((scope) => !privacy.includes(`\`${scope}\``))).toEqual([]);
  });
});

describe('the manifest', () => {
  it('has the command and the shortcuts that the app answers', () => {
    expect(manifest.features.slash_commands.map(({ command }) => command)).toEqual([ids.command]);
    expect(manifest.features.shortcuts.map(({ callback_id }) => callback_id)).toEqual([
      ids.addShortcut,
      ids.editShortcut,
    ]);
    expect(manifest.features.shortcuts.map(({ name }) => name)).toEqual([
      'Add to consultation',
      'Edit contribution',
    ]);
  });
});
