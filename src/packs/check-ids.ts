import type { Complaint } from './complaint.ts';

type Found = Omit<Complaint, 'file'>;

/** A complaint for each entry of a list whose id an earlier one has. */
export const repeatedIds = (list: string, entries: { id: string }[]): Found[] =>
  entries.flatMap(({ id }, index) =>
    entries.findIndex((other) => other.id === id) < index
      ? [
          {
            path: [list, index, 'id'].filter((part) => part !== '').join('.'),
            reason: `${id} is the id of an earlier one`,
          },
        ]
      : [],
  );

/** A complaint for each id at `path` that is not among those known. */
export const unknownIds = (path: string, ids: string[], known: { id: string }[], what: string): Found[] =>
  ids.flatMap((id, index) =>
    known.some((one) => one.id === id)
      ? []
      : [{ path: `${path}.${index}`, reason: `there is no ${what} ${id}` }],
  );
