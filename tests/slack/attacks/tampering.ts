import type { Payload } from '../../../src/practice/payload.ts';
import type { Parcel } from '../../../src/practice/transport.ts';
import { OTHER_TEAM, type Scene } from './scene.ts';

/** A parcel changed on its way; what it says is signed all the same. */
export type Tampered = { how: string; parcel: Parcel };

const within = (parcel: Parcel, change: (body: Payload) => Payload): Parcel => ({
  ...parcel,
  body: change(structuredClone(parcel.body)),
});

const part = (body: Payload, name: string): Payload => (body[name] ?? {}) as Payload;
const isCommand = ({ kind }: Parcel) => kind === 'slash_commands';

/** The same thing sent as if by somebody else. */
const asSent = (parcel: Parcel, id: string, teamId?: string): Parcel =>
  within(parcel, (body) =>
    isCommand(parcel)
      ? { ...body, user_id: id, ...(teamId === undefined ? {} : { team_id: teamId }) }
      : {
          ...body,
          user: { ...part(body, 'user'), id, ...(teamId === undefined ? {} : { team_id: teamId }) },
          ...(body.view === undefined || teamId === undefined
            ? {}
            : { view: { ...part(body, 'view'), team_id: teamId, app_installed_team_id: teamId } }),
        },
  );

/** The same thing from another workspace: every field that names one, alone and together. */
export function fromElsewhere(parcel: Parcel): Tampered[] {
  const fields: [string, (body: Payload) => Payload][] = isCommand(parcel)
    ? [
        ['team_id', (body) => ({ ...body, team_id: OTHER_TEAM })],
        ['team_id and enterprise_id', (body) => ({ ...body, team_id: OTHER_TEAM, enterprise_id: 'E0THER' })],
        ['no team_id', ({ team_id: _, ...body }) => body],
      ]
    : [
        ['user.team_id', (body) => ({ ...body, user: { ...part(body, 'user'), team_id: OTHER_TEAM } })],
        [
          'team.id, the person’s home not named',
          (body) => ({
            ...body,
            team: { id: OTHER_TEAM, domain: 'other' },
            user: { id: part(body, 'user').id },
          }),
        ],
        [
          'team, user, enterprise and view',
          (body) => ({
            ...body,
            team: { id: OTHER_TEAM, domain: 'other' },
            enterprise: { id: 'E0THER', name: 'other' },
            user: { ...part(body, 'user'), team_id: OTHER_TEAM },
            ...(body.view === undefined
              ? {}
              : { view: { ...part(body, 'view'), team_id: OTHER_TEAM, app_installed_team_id: OTHER_TEAM } }),
          }),
        ],
        ['no team at all', (body) => ({ ...body, team: null, user: { id: part(body, 'user').id } })],
      ];
  return fields.map(([name, change]) => ({ how: `another ${name}`, parcel: within(parcel, change) }));
}

/** The same thing from each of those who have no business with it. */
export const bySomebodyElse = (scene: Scene, parcel: Parcel): Tampered[] => {
  const { stranger, deactivated, foreign, bot, guest } = scene;
  return [
    { how: 'somebody outside the channel', parcel: asSent(parcel, stranger.id) },
    { how: 'a guest outside the channel', parcel: asSent(parcel, guest.id) },
    ...byNobody({ deactivated, foreign, bot }, parcel),
  ];
};

/** By those who are nobody here, though the channel has them. */
export const byNobody = (
  { deactivated, foreign, bot }: Pick<Scene, 'deactivated' | 'foreign' | 'bot'>,
  parcel: Parcel,
): Tampered[] => [
  { how: 'somebody deactivated', parcel: asSent(parcel, deactivated.id) },
  { how: 'somebody of another workspace', parcel: asSent(parcel, foreign.id, OTHER_TEAM) },
  { how: 'the same, not said so', parcel: asSent(parcel, foreign.id) },
  { how: 'a bot', parcel: asSent(parcel, bot.id) },
  { how: 'a person there is not', parcel: asSent(parcel, 'U0NOBODY') },
  { how: 'no person', parcel: asSent(parcel, '__proto__') },
];

/** What never was ours, whatever it is for. */
const junk: unknown[] = [
  '',
  'null',
  '[]',
  '{',
  '__proto__',
  'constructor',
  '../../etc/passwd',
  'C1:1.2',
  'C1:1616161616.000100\n',
  '{"__proto__":{"isAdmin":true,"isEditor":true}}',
  '{"constructor":{"prototype":{"isAdmin":true}}}',
  'x'.repeat(100_000),
  '9'.repeat(1_000),
  null,
  5,
  {},
  ['a'],
];

/** A button with another value, pressed by `userId`. */
export const valued = (parcel: Parcel, userId: string, values: unknown[]): Tampered[] =>
  [...junk, ...values].map((value) => ({
    how: `the value ${JSON.stringify(value)?.slice(0, 60)}`,
    parcel: within(asSent(parcel, userId), (body) => {
      const [action = {}] = body.actions as Payload[];
      const chosen = action.selected_option === undefined ? { value } : { selected_option: { value } };
      return { ...body, actions: [{ ...action, ...chosen }] };
    }),
  }));

/** A form whose private metadata is another, sent by `userId`. */
export function metadata(parcel: Parcel, userId: string, changes: Payload[]): Tampered[] {
  const own = JSON.parse(String(part(parcel.body, 'view').private_metadata)) as Payload;
  const changed = changes
    .map((change) => ({ ...own, ...change }))
    .concat([
      { ...own, more: 1 },
      { ...own, version: -1 },
      { ...own, isEditor: 'yes' },
    ]);
  const polluted = `{"__proto__":{"isEditor":true},${JSON.stringify(own).slice(1)}`;
  return [...junk, polluted, ...changed.map((one) => JSON.stringify(one))].map((private_metadata) => ({
    how: `the metadata ${String(private_metadata).slice(0, 80)}`,
    parcel: within(asSent(parcel, userId), (body) => ({
      ...body,
      view: { ...part(body, 'view'), private_metadata },
    })),
  }));
}

/** A form with something else in one of its fields, sent by `userId`. */
export const filled = (parcel: Parcel, userId: string, fields: Record<string, Payload[]>): Tampered[] =>
  Object.entries(fields).flatMap(([field, states]) =>
    states.map((state) => ({
      how: `${field}: ${JSON.stringify(state).slice(0, 60)}`,
      parcel: within(asSent(parcel, userId), (body) => {
        const view = part(body, 'view');
        const { values } = view.state as { values: Payload };
        return { ...body, view: { ...view, state: { values: { ...values, [field]: { [field]: state } } } } };
      }),
    })),
  );
