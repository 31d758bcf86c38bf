import { messageLink } from '../domain/message-link.ts';
import { findingTypes, saidTypes } from '../domain/screening/finding.ts';
import type { Stopped } from '../export/look-over.ts';

/** Enough to start with; the next export names the rest. */
const NAMED = 5;

/** What an editor reads when the screen stops a submission: what kind of thing stands where, and what to do. */
export function whyStopped({ places, refs }: Stopped, workspaceUrl: string): string {
  const headings = [...new Set(places.map(({ under }) => under))].slice(0, NAMED);
  const found = headings.map((heading) => {
    const types = places.filter(({ under }) => under === heading).flatMap((place) => place.types);
    const said = saidTypes(findingTypes.filter((type) => types.includes(type)));
    return `• ${heading === '' ? 'at the beginning' : `under “${heading}”`}: ${said}`;
  });
  const links = refs.slice(0, NAMED).map((ref, index) => {
    const [channelId = '', messageTs = ''] = ref.split(':');
    return `<${messageLink(workspaceUrl, { channelId, messageTs })}|reply ${index + 1}>`;
  });
  return [
    'The submission was not made, because it seems to hold what could identify somebody:',
    ...found,
    ...(links.length === 0 ? [] : [`It comes from ${links.join(', ')}.`]),
    'On the reply, choose “Edit contribution” and give a wording that identifies nobody, or leave it out; for the title, use `/soundings settings`. Then export again.',
  ].join('\n');
}
