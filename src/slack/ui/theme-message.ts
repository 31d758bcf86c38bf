import { publishedOn } from '../../domain/dates.ts';
import type { Fact, Pack } from '../../domain/pack.ts';
import { escapeMrkdwn } from '../text/escape-mrkdwn.ts';
import { context, header, type MessageContent, section } from './blocks.ts';

/** Enough to start from; the whole list is the pack's. */
const FACTS_SHOWN = 4;

/** A theme's own message, under which people reply: what to speak to, and the figures worth citing. */
export function themeMessage(themeId: string, pack: Pack): MessageContent {
  const theme = pack.themes.find(({ id }) => id === themeId);
  if (theme === undefined) throw new Error(`The pack ${pack.id} has no theme ${themeId}.`);
  const facts = pack.facts.filter(({ themes }) => themes.includes(themeId));
  const inTime = facts.filter(({ laterThanCall }) => !laterThanCall).slice(0, FACTS_SHOWN);
  return {
    text: `${escapeMrkdwn(theme.title)}: reply in this thread.`,
    blocks: [
      header(theme.title),
      section(escapeMrkdwn(theme.about)),
      ...theme.prompts.map(({ ask, good }) => section(`*${escapeMrkdwn(ask)}*\n${escapeMrkdwn(good)}`)),
      ...(inTime.length === 0 ? [] : [section('*Figures worth citing*')]),
      ...inTime.map((fact) => section(factLine(fact))),
      context(
        'Reply in this thread. One point a reply is best. Leave out anything that could identify a child, a family or a colleague.',
      ),
    ],
  };
}

function factLine({ statement, publisher, title, url, published, caution }: Fact): string {
  const source = `${escapeMrkdwn(publisher)}, <${escapeMrkdwn(url)}|${linkLabel(title)}>, published ${publishedOn(published)}.`;
  return `• ${escapeMrkdwn(statement)}\n${source}${caution === null ? '' : `\n_Take care: ${escapeMrkdwn(caution)}_`}`;
}

/** A label ends at the first > or |. */
const linkLabel = (title: string) => escapeMrkdwn(title).replaceAll('|', '¦');
