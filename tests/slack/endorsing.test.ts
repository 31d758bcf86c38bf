import { expect, it } from 'vitest';
import { exported, openedConsultation, recorded } from '../office.ts';

it('counts the endorsements of colleagues, those who are gone too, and none of bots or of people of other workspaces', async () => {
  const there = await openedConsultation();
  const { workspace, bea, omar, channel, thread, ruth } = there;
  const [gone, guest, bot, stranger] = [
    { name: 'Dee Walsh' },
    { name: 'Gus Okoro', isGuest: true },
    { name: 'Botha', isBot: true },
    { name: 'Finn Achterberg', teamId: 'T0THER' },
  ].map((one) => workspace.addPerson(one));
  if (!gone || !guest || !bot || !stranger) throw new Error('There are four.');
  const said = bea.replies(channel, thread('Funding'), 'We recommend a single grant.');
  await recorded(there, said);
  for (const person of [omar, gone, guest, bot, stranger]) {
    person.joins(channel);
    person.reacts(channel, said, '+1');
  }
  workspace.deactivates(gone);
  await workspace.settled();
  const { contributions } = JSON.parse(await exported(there, ruth, 'export json'));
  expect(contributions[0].endorsers.toSorted()).toEqual([omar.id, gone.id, guest.id].toSorted());
});
