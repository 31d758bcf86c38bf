import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import packageFile from '../package.json' with { type: 'json' };
import { addTeam } from '../src/practice/team.ts';
import { startWorkspace } from '../src/practice/workspace.ts';
import { everyFileUnder } from './office.ts';

type Outcome = { code: number; said: string; complained: string };

/** Runs `npm run demo` as it stands in package.json, into another folder. */
const runDemo = (folder: string): Promise<Outcome> => {
  const [command = '', ...words] = packageFile.scripts.demo.split(' ');
  expect(command).toBe('node');
  return new Promise((done) => {
    execFile(process.execPath, [...words, folder], (error, said, complained) =>
      done({ code: error === null ? 0 : Number(error.code), said, complained }),
    );
  });
};

/** Every first and last name of the team. */
async function teamNames(): Promise<string[]> {
  const workspace = await startWorkspace({ scopes: [] });
  const people = Object.values(addTeam(workspace));
  await workspace.stop();
  return people.flatMap(({ name }) => name.split(' '));
}

describe('npm run demo', () => {
  let folder: string;
  let outcome: Outcome;
  const fileCalled = (name: string): string => {
    const path = outcome.said.match(new RegExp(`^${name}: (.+)$`, 'm'))?.[1];
    if (path === undefined) throw new Error(`The demo does not say where the ${name} lies`);
    return resolve(path);
  };
  const read = (name: string) => readFile(fileCalled(name), 'utf8');

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'soundings-demo-'));
    outcome = await runDemo(folder);
  }, 60_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('ends well, with nothing to complain of, and ends by showing how the submission begins', async () => {
    expect(outcome).toMatchObject({ code: 0, complained: '' });
    const firstScreen = (await read('Submission')).split('\n').slice(0, 40).join('\n');
    expect(outcome.said.trimEnd().endsWith(firstScreen.trimEnd())).toBe(true);
  });

  it('says where every file lies, all of them in its folder', () => {
    for (const name of ['Working draft', 'Submission', 'Submission by question', 'Paste sheet', 'Data']) {
      expect(existsSync(fileCalled(name)), name).toBe(true);
      expect(fileCalled(name).startsWith(join(folder, 'exports')), name).toBe(true);
    }
  });

  it('shows at least six people answering in all four themes, with at least thirty replies of every kind', async () => {
    const { contributions } = JSON.parse(await read('Data'));
    const distinct = (field: string) =>
      new Set(contributions.map((one: Record<string, unknown>) => one[field])).size;
    expect(contributions.length).toBeGreaterThanOrEqual(30);
    expect(distinct('themeId')).toBe(4);
    for (const kind of ['position', 'concern', 'evidence', 'experience', 'recommendation', 'query']) {
      expect(contributions.filter((one: { kind: string }) => one.kind === kind).length, kind).toBeGreaterThan(
        1,
      );
    }
    expect(outcome.said.match(/^\w+: \d+ replies from [6-9] people$/gm)).toHaveLength(4);
    expect(outcome.said).toMatch(/Open\. (9|10) days/);
  });

  it('makes a submission with every theme, numbered recommendations and references that are all cited', async () => {
    const submission = await read('Submission');
    for (const theme of [
      'Funding',
      'Workforce',
      'Thresholds',
      'Child and adolescent mental health services (CAMHS)',
      'Recommendations',
      'References',
    ]) {
      expect(submission).toContain(`\n## ${theme}\n`);
    }
    const labels = [...submission.matchAll(/^\*\*R(\d+)\.\*\*/gm)].map(([, number]) => Number(number));
    expect(labels.length).toBeGreaterThan(5);
    expect(labels).toEqual(labels.map((_, index) => index + 1));
    const [body = '', references = ''] = submission.split('\n## References\n');
    const listed = [...references.matchAll(/^(\d+)\. /gm)].map(([, number]) => number);
    expect(new Set([...body.matchAll(/\[(\d+)\]/g)].map(([, number]) => number))).toEqual(new Set(listed));
    expect(submission).toMatch(/^\| 2019-20 +\|/m);
    expect(submission).toContain('> I did not leave the children. I left the forms.');
  });

  it.each(['Submission', 'Submission by question', 'Paste sheet'])(
    'keeps names, ids and what belongs to Slack out of the %s',
    async (name) => {
      const document = await read(name);
      const words = new Set(document.match(/[\p{L}]+/gu));
      expect((await teamNames()).filter((one) => words.has(one))).toEqual([]);
      expect(document).not.toMatch(
        /:[a-z_]+:|<[@#!]|mention:|\b[UCT]0\d{7}\b|slack\.com|\p{Extended_Pictographic}/u,
      );
    },
  );

  it('leaves out what was deleted, said off the record, decided against, or corrected', async () => {
    const submission = await read('Submission');
    expect(submission).not.toMatch(
      /Is the room free|new recording system|£2\.7 billion|Thanks|67 children per 100,000/,
    );
    expect(submission).toContain('67 children per 10,000');
    expect(submission).toContain('The councils of each region should agree common rules on agency pay');
  });

  it('holds a reply that seems to identify a child, and keeps none of its words', async () => {
    expect(outcome.said).toMatch(/^Held: 1 of \d+ replies/m);
    expect(await everyFileUnder(folder)).not.toMatch(/999 123 4055|says it all/);
  });

  it('makes a working draft with names, links, gaps, a merged pair and a similar one', async () => {
    const draft = await read('Working draft');
    expect(draft).toContain('**Ngozi Okafor**');
    expect(draft).toContain('https://eastmarsh.slack.com/archives/');
    expect(draft).toContain('Not sorted yet on CAMHS');
    for (const part of ['What is missing', 'Figures without a source', 'Similar replies', 'Merged replies']) {
      expect(draft).toContain(`\n## ${part}\n`);
    }
    expect(draft).toContain('The reply says “off the record”');
  });

  it('never empties a folder that is not its own', async () => {
    await writeFile(join(folder, 'kept.txt'), 'kept');
    const { code, complained } = await runDemo(folder);
    expect(code).toBe(1);
    expect(complained).toMatch(/^The demo failed: .+ is not empty/);
    expect(await readFile(join(folder, 'kept.txt'), 'utf8')).toBe('kept');
  });
});
