import { Refusal } from '../refusal.ts';
import { argument, method } from './method.ts';

/** users.info: who a person is. */
export const userMethods = {
  'users.info': method({
    scope: 'users:read',
    args: { user: argument.text, include_locale: argument.flag.optional() },
    run: ({ people, identity }, { user }) => {
      const person = people.get(user);
      if (person === undefined) throw new Refusal('user_not_found');
      return {
        user: {
          id: person.id,
          team_id: person.teamId,
          is_stranger: person.teamId !== identity.teamId,
          name: person.name.toLowerCase().replaceAll(' ', '.'),
          real_name: person.name,
          deleted: person.deleted,
          tz: person.tz,
          profile: { real_name: person.name, display_name: person.name },
          is_admin: person.isAdmin,
          is_owner: false,
          is_restricted: person.isGuest,
          is_ultra_restricted: false,
          is_bot: person.isBot,
          is_app_user: false,
        },
      };
    },
  }),
};
