import type { Actor } from '../domain/person.ts';
import type { Installation } from './installation.ts';

/** Ids as requests carry them: of the person, of their home workspace, of its enterprise. */
type Requester = {
  userId: string;
  workspaceId: string | null | undefined;
  enterpriseId?: string | null | undefined;
};

/** Who acts. Somebody of another workspace keeps that workspace's id, and so is nobody here. */
export function actorOf({ teamId, workspaceId }: Installation, requester: Requester): Actor {
  const isOurs = requester.workspaceId === workspaceId || requester.enterpriseId === teamId;
  return { userId: requester.userId, teamId: isOurs ? teamId : (requester.workspaceId ?? '') };
}

type InteractionBody = {
  user: { id: string; team_id?: string | undefined };
  team: { id: string } | null;
  enterprise?: { id: string } | null | undefined;
};

/** Who clicked, sent a form or used a shortcut: their home workspace where Slack names it. */
export const interactingActor = (
  installation: Installation,
  { user, team, enterprise }: InteractionBody,
): Actor =>
  actorOf(installation, {
    userId: user.id,
    workspaceId: user.team_id ?? team?.id,
    enterpriseId: enterprise?.id,
  });
