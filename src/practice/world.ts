import type { MessageList } from './message-list.ts';
import type { Block, Payload } from './payload.ts';

type SlackFile = { id: string; name: string; title: string; url: string; content: Buffer };

/** A message as Slack keeps it and gives it out. */
export type Message = {
  type: 'message';
  subtype?: string | undefined;
  user: string;
  text: string;
  ts: string;
  team: string;
  thread_ts?: string | undefined;
  parent_user_id?: string | undefined;
  client_msg_id?: string | undefined;
  bot_id?: string | undefined;
  app_id?: string | undefined;
  bot_profile?: Payload | undefined;
  blocks?: Block[] | undefined;
  attachments?: Payload[] | undefined;
  edited?: { user: string; ts: string } | undefined;
  files?: Payload[] | undefined;
  reactions?: { name: string; users: string[]; count: number }[] | undefined;
  metadata?: Payload | undefined;
  root?: Message | undefined;
};

export type Channel = {
  id: string;
  name: string;
  kind: 'public' | 'private' | 'im';
  members: Set<string>;
  messages: MessageList;
};

export type PersonRecord = {
  id: string;
  /** Their home: another workspace's for somebody in a shared channel. */
  teamId: string;
  name: string;
  tz: string;
  isGuest: boolean;
  isBot: boolean;
  isAdmin: boolean;
  deleted: boolean;
};

/** Shown to one person only, and gone at their next reload. */
export type Ephemeral = {
  ephemeral: true;
  to: string;
  channel: string;
  ts: string;
  thread_ts?: string | undefined;
  text: string;
  blocks: Block[];
};

/** A modal that is open, with what the person has entered so far by block and action. */
export type OpenView = {
  id: string;
  hash: string;
  userId: string;
  channelId: string | undefined;
  rootId: string;
  previousId: string | null;
  view: Payload & { blocks: Block[] };
  entered: Record<string, Record<string, Payload>>;
};

export type SharedFile = {
  name: string;
  title: string;
  content: Buffer;
  channel: string;
  threadTs: string | undefined;
  ts: string;
};
export type Call = { method: string; args: Payload; answer: unknown };
export type Upload = { file: SlackFile; length: number; shared: boolean };
export type Trigger = {
  userId: string;
  channelId: string | undefined;
  madeAt: number;
  at: number;
  used: boolean;
};
/** Where an answer to one command or click may go: five times within half an hour. */
export type ResponseUrl = {
  userId: string;
  channel: Channel;
  ts: string | null;
  uses: number;
  madeAt: number;
};

export type Identity = {
  teamId: string;
  appId: string;
  botUserId: string;
  botId: string;
  botName: string;
  botToken: string;
  appToken: string;
  signingSecret: string;
  scopes: ReadonlySet<string>;
};

/** The whole state of the stand-in workspace, and the few things that everything in it needs. */
export type World = {
  identity: Identity;
  people: Map<string, PersonRecord>;
  channels: Map<string, Channel>;
  ephemerals: Ephemeral[];
  files: SharedFile[];
  uploads: Map<string, Upload>;
  triggers: Map<string, Trigger>;
  responseUrls: Map<string, ResponseUrl>;
  /** By person, the one in front last. */
  views: Map<string, OpenView[]>;
  calls: Call[];
  /** What a real workspace would bear in silence, or show as breakage, and a test should not. */
  complaints: string[];
  url: string;
  /** Where this workspace's own addresses begin; known once it listens. */
  baseUrl: string;
  now: () => Date;
  nextTs: () => string;
  nextId: (prefix: string) => string;
  emit: (channel: Channel, event: Payload & { type: string }) => void;
  changed: () => void;
};
