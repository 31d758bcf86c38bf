import { z } from 'zod';
import type { Installation } from './installation.ts';
import type { Listener } from './route-requests.ts';

const envelopeSchema = z.object({
  team_id: z.string().nullish(),
  authorizations: z
    .array(z.object({ team_id: z.string().nullish(), enterprise_id: z.string().nullish() }))
    .nullish(),
});

/** Passes over events that Slack sends for another installation of the app. Commands and clicks are answered by the gate. */
export const onlyOurs =
  (installation: Installation) =>
  (listener: Listener): Listener =>
  async (args) => {
    if (!('event' in args) || isFor(installation, args.body)) await listener(args);
  };

/** Judged by whom the event is for: of a message in a shared channel, team_id may be another workspace's. */
function isFor({ workspaceId, teamId }: Installation, body: unknown): boolean {
  const { team_id, authorizations } = envelopeSchema.parse(body);
  const installs = authorizations?.length ? authorizations : [{ team_id }];
  return installs.some((one) => one.team_id === workspaceId || one.enterprise_id === teamId);
}
