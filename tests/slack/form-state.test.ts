import { describe, expect, it } from 'vitest';
import { ids } from '../../src/slack/ui/ids.ts';
import { parseConsultationForm } from '../../src/slack/ui/parse-consultation-form.ts';

const { field } = ids;
const now = '2026-11-21T10:00:00.000Z';

describe('what a form brings', () => {
  it.each([1e15, -1, 1.5, 'soon', null, {}])(
    '%s is no deadline, and gets its message instead of an error',
    (value) => {
      const parsed = parseConsultationForm(
        { [field.deadline]: { [field.deadline]: { selected_date_time: value } } },
        now,
      );
      expect(parsed).toMatchObject({
        ok: false,
        errors: { [field.deadline]: expect.stringContaining('Choose the date') },
      });
    },
  );

  it('of other shapes gets a message on each field that is needed', () => {
    const parsed = parseConsultationForm(
      { [field.title]: { [field.title]: 7 }, [field.themes]: undefined },
      now,
    );
    expect(parsed.ok ? [] : Object.keys(parsed.errors).toSorted()).toEqual(
      [field.title, field.respondingAs, field.deadline, field.themes, field.keep].toSorted(),
    );
  });

  it.each(['7', '-6', '1e9', 'Infinity', 'long', '', null])(
    '%s months are not offered, and nothing is put in their place',
    (value) => {
      const keep = (months: string | null) =>
        parseConsultationForm(
          { [field.keep]: { [field.keep]: { selected_option: months === null ? null : { value: months } } } },
          now,
        );
      expect(keep(value)).toMatchObject({ errors: { [field.keep]: expect.stringContaining('how long') } });
      expect(keep('72')).not.toMatchObject({ errors: { [field.keep]: expect.anything() } });
    },
  );
});
