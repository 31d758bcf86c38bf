/** What a person is to a consultation, worked out afresh for every request. */
export type Standing = {
  /** nobody: deactivated, a bot, or of another workspace, and so refused everything. */
  is: 'full member' | 'guest' | 'nobody';
  /** Of the workspace: an admin or owner. */
  isAdmin: boolean;
  /** Of the consultation's channel, now. */
  isMember: boolean;
  /** The lead is an editor. */
  isEditor: boolean;
  isApprover: boolean;
  /** The consultation's safeguarding reviewer; its lead where none is named. */
  isReviewer: boolean;
  /** Of the contribution in question, where there is one. */
  isAuthor: boolean;
};

type Rule = (who: Standing) => boolean;

const anyone: Rule = () => true;
/** A contributor, guests among them. */
const member: Rule = ({ isMember }) => isMember;
const fullMember: Rule = ({ isMember, is }) => isMember && is === 'full member';
/** A guest may contribute; a part that decides for others needs a full member. */
const editor: Rule = (who) => fullMember(who) && who.isEditor;
const reviewer: Rule = (who) => fullMember(who) && who.isReviewer;
/** Nobody clears their own words. */
const reviewerOfOthers: Rule = (who) => reviewer(who) && !who.isAuthor;
const author: Rule = ({ isAuthor }) => isAuthor;
const authorOrEditor: Rule = (who) => (who.isMember && who.isAuthor) || editor(who);
const admin: Rule = ({ is, isAdmin }) => is === 'full member' && isAdmin;

/** The whole policy: who may do what. Only usecases/use-case.ts asks it to refuse. */
const rules = {
  'consultation.open': fullMember,
  'consultation.see': member,
  'consultation.change': editor,
  'consultation.close': editor,
  'consultation.reopen': editor,
  'consultation.remind': editor,
  'document.export': editor,
  'contribution.add': member,
  'contribution.sort': authorOrEditor,
  'contribution.decide': editor,
  'contribution.withdraw': author,
  'contribution.appeal': author,
  'held.see': reviewer,
  'held.decide': reviewerOfOthers,
  'own-data.see': anyone,
  'own-data.erase': anyone,
  'person.erase': admin,
} satisfies Record<string, Rule>;

export type Action = keyof typeof rules;

export const isAllowed = (action: Action, who: Standing): boolean =>
  who.is !== 'nobody' && rules[action](who);

const LEAD_AND_EDITORS = 'Only the lead and the editors of this consultation';

/** What a person who is refused reads. It never says more than they may know. */
export const refusals: Record<Action, string> = {
  'consultation.open':
    'Only a full member of this channel can open a consultation in it. Join the channel first, or ask a colleague who is in it.',
  'consultation.see': 'Only members of a consultation’s channel can see it. Join the channel first.',
  'consultation.change': `${LEAD_AND_EDITORS} can change its settings. Ask one of them.`,
  'consultation.close': `${LEAD_AND_EDITORS} can close it. Ask one of them.`,
  'consultation.reopen': `${LEAD_AND_EDITORS} can reopen it. Ask one of them.`,
  'consultation.remind': `${LEAD_AND_EDITORS} can remind people of it. Ask one of them.`,
  'document.export': `${LEAD_AND_EDITORS} can make a draft or a submission. Ask one of them.`,
  'contribution.add':
    'Only members of a consultation’s channel can add a message to it. Join the channel first.',
  'contribution.sort':
    'Only the author of a reply and the editors of its consultation can edit the contribution.',
  'contribution.decide':
    'Only the lead and the editors can decide what goes into the submission. Ask one of them.',
  'contribution.withdraw': 'Only the author of a reply can withdraw it.',
  'contribution.appeal': 'Only the author of a reply can say why it is not about a person.',
  'held.see': 'Only the safeguarding reviewer of this consultation can see what is held.',
  'held.decide': 'Only the safeguarding reviewer of this consultation can decide on a held reply.',
  'own-data.see': 'Only people of this workspace can ask for their data here.',
  'own-data.erase': 'Only people of this workspace can erase their data here.',
  'person.erase':
    'Only an admin or owner of this Slack workspace can erase somebody’s data. Anyone can erase their own: `/soundings me`.',
};

/** To a reviewer, about a held reply of their own. */
export const OWN_REPLY =
  'Somebody else must look at your own reply: the lead can name another safeguarding reviewer in `/soundings settings`.';

/** What this person reads when they are refused this. Who is outside learns nothing of what there is. */
export function refusalOf(action: Action, who: Standing): string {
  if (!who.isMember && action !== 'consultation.open') return refusals['consultation.see'];
  return action === 'held.decide' && reviewer(who) ? OWN_REPLY : refusals[action];
}
