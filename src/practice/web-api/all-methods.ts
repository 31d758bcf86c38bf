import { authMethods } from './auth-methods.ts';
import { chatMethods } from './chat-methods.ts';
import { conversationMethods } from './conversation-methods.ts';
import { fileMethods } from './file-methods.ts';
import type { Method } from './method.ts';
import { reactionMethods } from './reaction-methods.ts';
import { readingMethods } from './reading-methods.ts';
import { userMethods } from './user-methods.ts';
import { viewMethods } from './view-methods.ts';

/** Every Web API method this workspace knows, but for apps.connections.open, which Socket Mode brings. */
export const allMethods: Record<string, Method> = {
  ...authMethods,
  ...chatMethods,
  ...conversationMethods,
  ...readingMethods,
  ...reactionMethods,
  ...userMethods,
  ...viewMethods,
  ...fileMethods,
};
