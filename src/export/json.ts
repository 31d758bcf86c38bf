import { type Arranged, arrange, type Item, itemsOf, questionPlace } from '../compile/arrange.ts';
import { printedReplies } from '../compile/printed-items.ts';
import type { ConsultationRecord } from '../compile/record.ts';
import { openPart } from '../domain/consultation.ts';
import { contributionRef, hasWords } from '../domain/contribution.ts';

/**
 * Everything that is known, for other programs: each contribution that still stands, and by theme what is made
 * of it. What was taken back is not in it. The same record gives the same bytes.
 */
export function exportJson(record: ConsultationRecord): string {
  const { consultation, pack, contributions, people, day, lastExport } = record;
  const names = new Map(people.map(({ userId, name }) => [userId, name]));
  const arranged = arrange(record, 'theme');
  const labels = new Map(arranged.recommendations.map(({ label, item }) => [item, label]));
  const cited = new Set(allItems(arranged).flatMap(({ printed }) => printed.factIds));
  const document = {
    schemaVersion: 1,
    day,
    pack: { id: pack.id, title: pack.title, issuer: pack.issuer, nation: pack.nation, stage: pack.stage },
    consultation: openPart(consultation),
    contributions: contributions
      .filter(hasWords)
      .map(
        ({
          channelId,
          threadTs,
          messageTs,
          themeId,
          authorId,
          kind,
          text,
          held: _,
          version: __,
          cleared,
          ...rest
        }) => ({
          ref: contributionRef({ channelId, messageTs }),
          channelId,
          threadTs,
          messageTs,
          themeId,
          authorId,
          authorName: names.get(authorId) ?? null,
          kind,
          text,
          ...rest,
          cleared: cleared && { types: cleared.types, by: cleared.by, at: cleared.at },
        }),
      ),
    people: people.map(({ userId, name }) => ({ userId, name })),
    themes: arranged.sections.map(({ id, title, groups }) => ({
      id,
      title,
      items: itemsOf(groups).map(toJson(record, labels)),
    })),
    queries: arranged.queries.map(toJson(record, labels)),
    leftOut: arranged.leftOut.map(({ reply, reason }) => ({ ref: reply.ref, reason })),
    facts: pack.facts.filter(({ id }) => cited.has(id)),
    lastExport,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

const allItems = ({ sections, queries }: Arranged): Item[] => [
  ...sections.flatMap(({ groups }) => itemsOf(groups)),
  ...queries,
];

/** What is printed, in plain words, with the contributions and facts that it stands on. */
const toJson =
  ({ pack }: ConsultationRecord, labels: Map<Item, string>) =>
  (item: Item) => ({
    kind: item.kind,
    label: labels.get(item) ?? null,
    questionId: /^section (.+)$/.exec(questionPlace(item, pack))?.[1] ?? null,
    text: item.printed.plain,
    standsOn: printedReplies([item]),
    supporterIds: item.supporters,
    factIds: item.printed.factIds,
  });
