/**
 * Words written as one character each: a run of words is then a short text, and thousands of runs take little room. A text
 * in shorthand is for comparing only, with others in the same.
 */
export type Shorthand = {
  /** Of the words of a list. Throws when there are more of them than characters. */
  learn(words: string[]): string;
  /** Of a person's words: those that are in no list are all alike, and unlike every other. */
  write(words: string[]): string;
};

const UNKNOWN = '\0';
const MOST_WORDS = 0xffff;

export function createShorthand(): Shorthand {
  const characters = new Map<string, string>();
  const learnWord = (word: string): string => {
    const known = characters.get(word);
    if (known !== undefined) return known;
    if (characters.size === MOST_WORDS) throw new Error('The lists have too many words.');
    const character = String.fromCharCode(characters.size + 1);
    characters.set(word, character);
    return character;
  };
  return {
    learn: (words) => words.map(learnWord).join(''),
    write: (words) => words.map((word) => characters.get(word) ?? UNKNOWN).join(''),
  };
}
