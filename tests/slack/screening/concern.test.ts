import { describe, expect, it } from 'vitest';
import { everyFileUnder } from '../../office.ts';
import { heldReply, screenedConsultation, timesTold, told } from './screened.ts';

/** Of nobody. */
const worrying = 'A pupil told me today that she wants to die tonight. What do I do?';

describe('a reply that tells of somebody at risk', () => {
  it('is held, and its author is told first where to take it, and that nothing is passed on', async () => {
    const there = await screenedConsultation();
    await heldReply(there, worrying);
    const message = await told(there, there.bea, 'so it is held');
    const said = JSON.stringify(message.blocks);
    expect(message.text).toContain('999');
    expect(said.indexOf('0808 800 5000')).toBeGreaterThan(0);
    expect(said.indexOf('0808 800 5000')).toBeLessThan(said.indexOf('so it is held'));
    expect(said).toContain('passes nothing on');
    expect(await everyFileUnder(there.dataDir)).not.toContain('told me today');
  });

  it('is told of to the reviewer, with a link and none of the words', async () => {
    const there = await screenedConsultation();
    const ts = await heldReply(there, worrying);
    const message = JSON.stringify(await told(there, there.ruth, 'who may be at risk now'));
    expect(message).toContain(`p${ts.replace('.', '')}`);
    expect(message).not.toMatch(/pupil|tonight|wants to die/);
    expect(timesTold(there, there.omar, 'at risk')).toBe(0);
  });
});
