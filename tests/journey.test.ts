import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeApart } from '../src/make-apart.ts';
import { bulletList, emoji, link, message, paragraph } from '../src/practice/compose-message.ts';
import { exported, openedConsultation, recorded } from './office.ts';

it('one reply, from the thread in Slack to its line in the submission', async () => {
  const there = await openedConsultation({ makeDocument: makeApart });
  const { workspace, channel, thread, bea, ruth, dataDir } = there;

  const ts = bea.replies(
    channel,
    thread('Workforce'),
    message(
      paragraph(
        'Evidence: our vacancy rate fell after we cut caseloads ',
        emoji('tada', '1f389'),
        '. See ',
        link('https://example.org/caseloads', 'our published report'),
        '.',
      ),
      bulletList('newly qualified staff stayed', 'agency use halved'),
    ),
  );
  await recorded(there, ts);

  const [folder] = await readdir(join(dataDir, 'consultations'));
  const stored = await readFile(
    join(dataDir, 'consultations', folder ?? '', 'contributions-0001.json'),
    'utf8',
  );
  expect(stored).toContain(`"messageTs":"${ts}"`);
  expect(stored).toContain('"kind":"evidence"');

  const submission = await exported(there, ruth, 'export markdown');
  expect(submission).toContain('Our vacancy rate fell after we cut caseloads. See our published report [1].');
  expect(submission).toContain('- newly qualified staff stayed\n- agency use halved\n');
  expect(submission).toContain('https://example.org/caseloads');
  expect(submission).not.toMatch(/Bea|Lindqvist|tada|🎉|Evidence:/);

  const draft = await exported(there, ruth, 'draft');
  expect(draft).toContain('Bea Lindqvist');
  expect(draft).toContain(`${workspace.url}/archives/${channel.id}/p${ts.replace('.', '')}`);

  const kept = await readdir(join(dataDir, 'exports'));
  const day = new Date().toLocaleDateString('en-CA', { timeZone: 'Europe/London' });
  expect(kept).toEqual([
    `${day}-eastmarsh-council-our-response-working-draft.md`,
    `${day}-eastmarsh-council-our-response.md`,
  ]);
  expect(workspace.complaints).toEqual([]);
});
