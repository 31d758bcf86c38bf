/** What a person is to a consultation, worked out afresh for every request. */
export type Standing = {
  /** Of the consultation's channel, now. */
  isMember: boolean;
  /** Not a guest, a bot, deactivated, or of another workspace. */
  isFullMember: boolean;
  /** The lead is an editor. */
  isEditor: boolean;
  /** Of the contribution in question, where there is one. */
  isAuthor: boolean;
};

const member = ({ isMember }: Standing) => isMember;
const fullMember = ({ isMember, isFullMember }: Standing) => isMember && isFullMember;
const editor = ({ isMember, isEditor }: Standing) => isMember && isEditor;
const authorOrEditor = ({ isMember, isAuthor, isEditor }: Standing) => isMember && (isAuthor || isEditor);

/** The whole policy: who may do what. Only usecases/use-case.ts asks it to refuse. */
const rules = {
  'consultation.open': fullMember,
  'consultation.see': member,
  'consultation.change': editor,
  'consultation.close': editor,
  'consultation.reopen': editor,
  'document.export': editor,
  'contribution.add': member,
  'contribution.sort': authorOrEditor,
  'contribution.decide': editor,
  'contribution.withdraw': ({ isAuthor }: Standing) => isAuthor,
} satisfies Record<string, (who: Standing) => boolean>;

export type Action = keyof typeof rules;

export const isAllowed = (action: Action, who: Standing): boolean => rules[action](who);

/** What a person who is refused reads. It never says more than they may know. */
export const refusals: Record<Action, string> = {
  'consultation.open':
    'Only a full member of this channel can open a consultation in it. Join the channel first, or ask a colleague who is in it.',
  'consultation.see': 'Only members of a consultation’s channel can see it. Join the channel first.',
  'consultation.change':
    'Only the lead and the editors of this consultation can change its settings. Ask one of them.',
  'consultation.close': 'Only the lead and the editors of this consultation can close it. Ask one of them.',
  'consultation.reopen': 'Only the lead and the editors of this consultation can reopen it. Ask one of them.',
  'document.export':
    'Only the lead and the editors of this consultation can make a draft or a submission. Ask one of them.',
  'contribution.add':
    'Only members of a consultation’s channel can add a message to it. Join the channel first.',
  'contribution.sort':
    'Only the author of a reply and the editors of its consultation can edit the contribution.',
  'contribution.decide':
    'Only the lead and the editors can decide what goes into the submission. Ask one of them.',
  'contribution.withdraw': 'Only the author of a reply can withdraw it.',
};
