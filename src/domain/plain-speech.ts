const negated = 'is are was were do does did has have had would could should must need'.split(' ');
const joined: [string, string[]][] = [
  ['is', 'she he it that there who what mum dad'.split(' ')],
  ['are', ['they', 'we', 'you']],
  ['have', ['i', 'they', 'we', 'you']],
  ['am', ['i']],
  ['will', 'i she he it they we you that'.split(' ')],
];
const endings: Record<string, string> = { is: 's', are: 're', have: 've', am: 'm', will: 'll' };
/** Without its apostrophe each of these is another word. */
const otherWords = new Set(['were', 'its', 'whos', 'dads', 'mums', 'ill', 'shell', 'hell', 'well']);

/** "isn't", "isnt", "she's" and "gonna" in full, as the phrases say them. */
const inFull = new Map<string, string[]>([
  ...negated.flatMap((verb) => spelt(verb, "n't", [verb, 'not'])),
  ...joined.flatMap(([verb, subjects]) =>
    subjects.flatMap((subject) => spelt(subject, `'${endings[verb]}`, [subject, verb])),
  ),
  ...spelt('ca', "n't", ['can', 'not']),
  ...spelt('wo', "n't", ['will', 'not']),
  ...spelt('ai', "n't", ['is', 'not']),
  ['cannot', ['can', 'not']],
  ["y'day", ['yesterday']],
  ['gonna', ['going', 'to']],
  ['wanna', ['want', 'to']],
  ['tonite', ['tonight']],
  ['rn', ['right', 'now']],
]);

function spelt(stem: string, ending: string, words: string[]): [string, string[]][] {
  const plain = `${stem}${ending.replace("'", '')}`;
  return [`${stem}${ending}`, ...(otherWords.has(plain) ? [] : [plain])].map((word) => [word, words]);
}

/** "14yo", "6yr": an age that was typed as one word. */
const age = /^\d{1,2}(?:yo|yrs?|y)$/;

/** The words of a hurried person as a dictionary has them, one by one. */
export function plainSpeech(words: string[]): string[] {
  const plain: string[] = [];
  for (const word of words) {
    const full = inFull.get(word) ?? spelledOut(word);
    if (full === null) plain.push(word);
    else plain.push(...full);
  }
  return plain;
}

/** "the lad's been hit": whether it is a genitive does not matter to any phrase. Null of a word that stays as it is. */
function spelledOut(word: string): string[] | null {
  if (word.endsWith("'s")) return [word.slice(0, -2), 'is'];
  return age.test(word) ? ['year', 'old'] : null;
}
