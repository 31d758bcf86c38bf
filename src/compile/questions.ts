import type { Pack, Question } from '../domain/pack.ts';
import { type Arranged, type Item, itemsOf, questionPlace } from './arrange.ts';
import { cleanLine } from './clean-text.ts';
import { inSentence, listed } from './say.ts';
import type { QuestionView } from './view.ts';

/** Which of the issuer's questions a document says something on, and which not; an optional one is never missed. */
export function answeredQuestions(
  { sections }: Pick<Arranged, 'sections'>,
  titleOf: (themeId: string) => string,
  pack: Pack,
): { answered: QuestionView[]; unanswered: QuestionView[] } {
  const printed = sections.flatMap(({ groups }) => itemsOf(groups));
  const answers = (question: Question) =>
    printed.filter((item) => questionPlace(item, pack) === `section ${question.id}`);
  const all = pack.questions.map((question) => ({ question, items: answers(question) }));
  const view = ({ question, items }: (typeof all)[number]) => questionView(question, items, titleOf);
  return {
    answered: all.filter(({ items }) => items.length > 0).map(view),
    unanswered: all.filter(({ items, question }) => items.length === 0 && !question.optional).map(view),
  };
}

export function questionView(
  question: Question,
  items: Item[],
  titleOf: (id: string) => string,
): QuestionView {
  const themes = [...new Set(items.map(({ themeId }) => inSentence(titleOf(themeId))))];
  return {
    number: question.number,
    wording: question.wording,
    isConfirmed: question.wordingStatus === 'confirmed',
    wordingSource: question.wordingSource,
    themes: cleanLine(listed(themes.filter((theme) => theme !== ''))),
  };
}
