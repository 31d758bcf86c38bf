import type { Message } from './world.ts';

/** The messages of a channel, found by their time stamp and by their thread however many there are. */
export type MessageList = {
  /** Everything, replies too, oldest first. */
  all(): Message[];
  at(ts: string): Message | undefined;
  /** The replies of a thread, oldest first, without its root. */
  repliesTo(rootTs: string): Message[];
  /** Adds a message, or puts it in the place of the one with its time stamp. */
  put(message: Message): void;
  remove(message: Message): void;
};

export const createMessageList = (): MessageList => {
  const messages = new Map<string, Message>();
  const threads = new Map<string, Map<string, Message>>();
  const threadOf = ({ ts, thread_ts }: Message) => {
    if (thread_ts === undefined || thread_ts === ts) return undefined;
    const thread = threads.get(thread_ts) ?? new Map<string, Message>();
    threads.set(thread_ts, thread);
    return thread;
  };
  return {
    all: () => [...messages.values()],
    at: (ts) => messages.get(ts),
    repliesTo: (rootTs) => [...(threads.get(rootTs)?.values() ?? [])],
    put: (message) => {
      messages.set(message.ts, message);
      threadOf(message)?.set(message.ts, message);
    },
    remove: (message) => {
      messages.delete(message.ts);
      threadOf(message)?.delete(message.ts);
    },
  };
};
