import { readdirSync, readFileSync } from 'node:fs';
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
  it('name only scripts that exist', () => {
    const named = all(/npm (?:run )?(build|start|test|demo|[a-z]+)\b/g).filter((word) => word !== 'ci');
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((word) => !(word in packageJson.scripts))).toEqual([]);
  });

  it('name the settings that .env.example explains, and all of them', () => {
    const explained = all(/^#? ?([A-Z][A-Z_]+)=/gm, readFileSync('.env.example', 'utf8'));
    const running = readFileSync('docs/running.md', 'utf8');
    expect(explained.filter((name) => !running.includes(`\`${name}\``))).toEqual([]);
  });

  it('tell the same commands as the help', () => {
    const help = JSON.stringify(helpMessage(false));
    const told = all(/`\/soundings ([a-z @]+)`/g, readFileSync('docs/using.md', 'utf8'));
    const known = all(/`\/soundings ([a-z @]+)`/g, help);
    expect(told.toSorted()).toEqual(known.toSorted());
  });

  it('explain every scope of the manifest', () => {
    const running = readFileSync('docs/running.md', 'utf8');
    expect(manifest.oauth_config.scopes.bot.filter((scope) => !running.includes(`\`${scope}\``))).toEqual([]);
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
