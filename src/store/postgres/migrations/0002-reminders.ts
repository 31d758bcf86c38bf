/** What each person was reminded of in each consultation. */
export const reminders = `
  create table soundings.reminders (
    consultation_id text collate "C" not null references soundings.consultations,
    user_id text collate "C" not null,
    revision integer not null default 1,
    record json not null,
    primary key (consultation_id, user_id)
  );
`;
