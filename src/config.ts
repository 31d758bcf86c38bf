import { z } from 'zod';
import { SetupError } from './domain/errors.ts';
import { isPostgresAddress } from './store/postgres/address.ts';

const text = z.string().trim().min(1);
const logLevels = ['debug', 'info', 'warn', 'error'] as const;

const isZone = (zone: string) => Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC';

/** The settings by their names in the environment; .env.example explains each. */
const environmentSchema = z.object({
  SLACK_BOT_TOKEN: z
    .string({ error: 'is missing. It starts with xoxb- and is under “OAuth & Permissions”' })
    .regex(/^xoxb-\S+$/, 'must start with xoxb-'),
  SLACK_APP_TOKEN: z
    .string()
    .regex(/^xapp-\S+$/, 'must start with xapp-')
    .optional(),
  SLACK_SIGNING_SECRET: text.optional(),
  PORT: z.coerce.number('must be a number from 0 to 65535').int().min(0).max(65_535).default(3000),
  SLACK_API_URL: z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).optional(),
  DATA_DIR: text.default('data'),
  TEMPLATES_DIR: text.default('templates'),
  DATABASE_URL: z
    .string()
    .refine(isPostgresAddress, 'must be an address such as postgres://user:password@host:5432/database')
    .optional(),
  TIME_ZONE: z.string().refine(isZone, 'must be a time zone such as Europe/London').default('Europe/London'),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
});

/** The name of each setting there is. */
export const settingNames = Object.keys(environmentSchema.shape);

/** Where everything is remembered: in a database, or else in a folder, which keeps the exported files in both cases. */
export type StoreConfig = { dataDir: string; databaseUrl: string | null };

export type Config = StoreConfig & {
  botToken: string;
  /** How Slack reaches the app; with an app token, Socket Mode. */
  connection: { kind: 'socket'; appToken: string } | { kind: 'http'; signingSecret: string };
  port: number;
  slackApiUrl: string | null;
  templatesDir: string;
  timeZone: string;
  logLevel: (typeof logLevels)[number];
};

type Environment = Record<string, string | undefined>;

/** The settings, checked. An empty one counts as not there. Throws one SetupError that lists all that is missing or wrong. */
export function readConfig(environment: Environment): Config {
  const given = withoutEmpty(environment);
  const hasNoConnection = given.SLACK_APP_TOKEN === undefined && given.SLACK_SIGNING_SECRET === undefined;
  return configOf(readOrThrow(environmentSchema, environment, hasNoConnection ? [NO_CONNECTION] : []));
}

/** The settings that say where the data is, checked in the same way: all that is needed to work on it without Slack. */
export function readStoreConfig(environment: Environment): StoreConfig {
  return storeConfigOf(
    readOrThrow(environmentSchema.pick({ DATA_DIR: true, DATABASE_URL: true }), environment),
  );
}

const NO_CONNECTION =
  'SLACK_APP_TOKEN (for Socket Mode) or SLACK_SIGNING_SECRET (for HTTP mode) is missing: set one of them.';

const withoutEmpty = (environment: Environment): Environment =>
  Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim() !== ''));

function readOrThrow<Settings>(
  schema: z.ZodType<Settings>,
  environment: Environment,
  others: string[] = [],
): Settings {
  const read = schema.safeParse(withoutEmpty(environment));
  const problems = read.success
    ? []
    : read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}.`);
  if (!read.success || others.length > 0) throw new SetupError(listed([...problems, ...others]));
  return read.data;
}

const listed = (problems: string[]) =>
  [
    'Soundings cannot start. Mend these settings (.env.example explains each):',
    ...problems.map((one) => `  - ${one}`),
  ].join('\n');

const storeConfigOf = ({
  DATA_DIR,
  DATABASE_URL,
}: {
  DATA_DIR: string;
  DATABASE_URL?: string | undefined;
}): StoreConfig => ({ dataDir: DATA_DIR, databaseUrl: DATABASE_URL ?? null });

const configOf = (settings: z.infer<typeof environmentSchema>): Config => ({
  botToken: settings.SLACK_BOT_TOKEN,
  connection:
    settings.SLACK_APP_TOKEN === undefined
      ? { kind: 'http', signingSecret: settings.SLACK_SIGNING_SECRET ?? '' }
      : { kind: 'socket', appToken: settings.SLACK_APP_TOKEN },
  port: settings.PORT,
  slackApiUrl: settings.SLACK_API_URL ?? null,
  ...storeConfigOf(settings),
  templatesDir: settings.TEMPLATES_DIR,
  timeZone: settings.TIME_ZONE,
  logLevel: settings.LOG_LEVEL,
});
