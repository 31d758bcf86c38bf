/**
 * Every record whole, as the JSON text that was written (jsonb would refuse a NUL and half a surrogate pair); beside
 * it only what it is looked up by. Keys compare as bytes, whatever the database's own language is.
 */
export const records = `
  create table soundings.migrations (
    number integer primary key,
    applied_at timestamptz not null default now()
  );

  create table soundings.consultations (
    id text collate "C" primary key,
    team_id text collate "C" not null,
    channel_id text collate "C" not null,
    thread_ts text[] not null,
    opened_at timestamptz not null,
    revision integer not null default 1,
    record json not null
  );
  create index consultations_of_channel on soundings.consultations (team_id, channel_id);

  create table soundings.contributions (
    team_id text collate "C",
    channel_id text collate "C",
    message_ts text collate "C",
    consultation_id text collate "C" not null references soundings.consultations,
    revision integer not null default 1,
    record json not null,
    primary key (team_id, channel_id, message_ts)
  );
  create index contributions_in_order
    on soundings.contributions (consultation_id, (message_ts::numeric), channel_id, team_id);

  create table soundings.people (
    team_id text collate "C",
    user_id text collate "C",
    record json not null,
    primary key (team_id, user_id)
  );

  create table soundings.last_exports (
    consultation_id text collate "C" primary key references soundings.consultations,
    record json not null
  );

  create table soundings.actions (
    id bigint generated always as identity primary key,
    consultation_id text collate "C" not null references soundings.consultations,
    record json not null
  );
  create index actions_in_order on soundings.actions (consultation_id, id);

  create function soundings.keep_every_line() returns trigger language plpgsql as
    $$ begin raise exception 'No line of the action log is ever changed or taken away.'; end $$;
  create trigger keep_every_line before update or delete or truncate on soundings.actions
    for each statement execute function soundings.keep_every_line();
`;
