import { beforeEach, describe, expect, it } from 'vitest';
import { createMetrics } from '../../src/metrics.ts';
import type { Workspace } from '../../src/practice/workspace.ts';
import { createClients } from '../../src/slack/clients.ts';
import { createMembers, type Members } from '../../src/slack/members.ts';
import { slackLogger } from '../../src/slack/slack-logger.ts';
import { emptyWorkspace } from '../office.ts';

const MINUTE_MS = 60_000;
const silent = slackLogger({ info: () => undefined, warn: () => undefined, error: () => undefined });

let workspace: Workspace;
let members: Members;
let now: number;

beforeEach(async () => {
  workspace = await emptyWorkspace();
  now = Date.parse('2026-11-21T10:00:00Z');
  const { interactive } = createClients(workspace.botToken, workspace.apiUrl, silent, createMetrics());
  members = createMembers(interactive, workspace.teamId, () => new Date(now));
});

describe('what a person is here', () => {
  it.each([
    ['a full member', {}, 'full member', false],
    ['an admin', { isAdmin: true }, 'full member', true],
    ['a guest', { isGuest: true }, 'guest', false],
    ['a deactivated person', { deleted: true }, 'nobody', false],
    ['a deactivated admin', { deleted: true, isAdmin: true }, 'nobody', true],
    ['somebody of another workspace, in a shared channel', { teamId: 'T0THER' }, 'nobody', false],
    ['another workspace’s admin', { teamId: 'T0THER', isAdmin: true }, 'nobody', true],
    ['a bot', { isBot: true }, 'nobody', false],
    ['a guest of another workspace', { teamId: 'T0THER', isGuest: true }, 'nobody', false],
  ] as const)('%s', async (_, given, is, isAdmin) => {
    const person = workspace.addPerson({ name: 'Sol Marchetti', ...given });
    expect(await members.person(person.id)).toMatchObject({ is, isAdmin });
  });

  it('is not known of somebody whom Slack does not know, and never guessed', async () => {
    await expect(members.person('U0NOBODY')).rejects.toThrow('user_not_found');
  });

  it('is asked anew after a minute, so that a deactivation soon counts', async () => {
    const sol = workspace.addPerson({ name: 'Sol Marchetti' });
    expect(await members.person(sol.id)).toMatchObject({ is: 'full member' });
    workspace.deactivates(sol);
    now += MINUTE_MS - 1;
    expect(await members.person(sol.id)).toMatchObject({ is: 'full member' });
    now += 1;
    expect(await members.person(sol.id)).toMatchObject({ is: 'nobody' });
  });
});

describe('who is in a channel', () => {
  it('is asked anew after a minute, and at once when somebody joins or leaves', async () => {
    const [ruth, sol] = ['Ruth Adeyemi', 'Sol Marchetti'].map((name) => workspace.addPerson({ name }));
    if (ruth === undefined || sol === undefined) throw new Error('Nobody is there');
    const channel = workspace.addChannel({ name: 'care-review', members: [ruth] });
    expect((await members.of(channel.id)).has(sol.id)).toBe(false);
    sol.joins(channel);
    expect((await members.of(channel.id)).has(sol.id)).toBe(false);
    members.forget(channel.id);
    expect((await members.of(channel.id)).has(sol.id)).toBe(true);
    ruth.leaves(channel);
    now += MINUTE_MS;
    expect((await members.of(channel.id)).has(ruth.id)).toBe(false);
  });

  it('is an error where Slack does not say, which is not remembered', async () => {
    const channel = workspace.addChannel({ name: 'care-review' });
    workspace.failNext('conversations.members', { error: 'internal_error' });
    await expect(members.of(channel.id)).rejects.toThrow('internal_error');
    expect((await members.of(channel.id)).has(workspace.botUserId)).toBe(true);
  });

  it('is asked once for all who ask at the same time', async () => {
    const channel = workspace.addChannel({ name: 'care-review' });
    await Promise.all([members.of(channel.id), members.of(channel.id), members.of(channel.id)]);
    expect(workspace.calls('conversations.members')).toHaveLength(1);
  });
});
