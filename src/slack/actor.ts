import type { Actor } from '../domain/person.ts';
import type { Installation } from './installation.ts';

/** Ids as requests carry them: of the person, of their home workspace where Slack names it, of the request. */
type Requester = {
  userId: string;
  homeId?: string | null | undefined;
  workspaceId: string | null | undefined;
  enterpriseId?: string | null | undefined;
};

/** Who acts. Somebody whose home is another workspace keeps that workspace's id, and so is nobody here. */
export function actorOf({ teamId, workspaceId }: Installation, requester: Requester): Actor {
  const { userId, homeId } = requester;
  const isOurs =
    homeId == null
      ? requester.workspaceId === workspaceId || requester.enterpriseId === teamId
      : homeId === workspaceId || homeId === teamId;
  return { userId, teamId: isOurs ? teamId : (homeId ?? requester.workspaceId ?? '') };
}

type InteractionBody = {
  user: { id: string; team_id?: string | undefined };
  team: { id: string } | null;
  enterprise?: { id: string } | null | undefined;
};

/** Who clicked, sent a form or used a shortcut. */
export const interactingActor = (
  installation: Installation,
  { user, team, enterprise }: InteractionBody,
): Actor =>
  actorOf(installation, {
    userId: user.id,
    homeId: user.team_id,
    workspaceId: team?.id,
    enterpriseId: enterprise?.id,
  });
