/** One row, written again and again to find out whether anything can be. */
export const probe = `
  create table soundings.probe (
    number integer primary key check (number = 1),
    probed_at timestamptz not null default now()
  );
`;
