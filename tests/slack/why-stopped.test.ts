import { expect, it } from 'vitest';
import { whyStopped } from '../../src/slack/ui/why-stopped.ts';

const url = 'https://eastmarsh.slack.com';

it('says where a submission is stopped without interpreting a heading that somebody typed', () => {
  const places = [{ under: '<!channel> & <@U1>', types: ['nhs-number' as const] }];
  const said = whyStopped({ places, replies: [] }, url);
  expect(said).toContain('under “&lt;!channel&gt; &amp; &lt;@U1&gt;”: an NHS number');
  expect(said).not.toMatch(/<[!@]/);
});

it('leads to the replies behind it, with the kind of thing in each', () => {
  const replies = [{ ref: 'C1:1794300060.000100', types: ['concern' as const] }];
  const said = whyStopped({ places: [], replies }, url);
  expect(said).toContain('/archives/C1/p1794300060000100|reply 1>: a child or adult who may be at risk now');
});
