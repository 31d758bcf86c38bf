import { method } from './method.ts';

/** auth.test: who the app is. */
export const authMethods = {
  'auth.test': method({
    args: {},
    run: ({ identity, url }) => ({
      url: `${url}/`,
      team: 'Practice',
      user: identity.botName,
      team_id: identity.teamId,
      user_id: identity.botUserId,
      bot_id: identity.botId,
      is_enterprise_install: false,
    }),
  }),
};
