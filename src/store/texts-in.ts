/** A text as it is compared: upper and lower case are one, in every script ("Straße" is "STRASSE"). */
export const caseless = (text: string): string => text.toLowerCase().toUpperCase();

const escapes: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

const unescaped = (json: string): string =>
  json.replace(/\\(?:u([0-9a-f]{4})|(.))/gi, (_, code?: string, letter = '') =>
    code === undefined ? (escapes[letter] ?? letter) : String.fromCharCode(Number.parseInt(code, 16)),
  );

/**
 * The texts that a JSON file holds (the names of its fields are not), apart from each other, with nothing hidden by an
 * escape. Of what is no JSON, such as half a file, all of it.
 */
export const textsIn = (json: string): string => {
  const texts: string[] = [];
  try {
    JSON.parse(json, (_, value: unknown) => {
      if (typeof value === 'string') texts.push(value);
      return value;
    });
  } catch {
    return unescaped(json);
  }
  return texts.join('\0');
};

/** In a shorter text almost everything would be found to hold it. */
const fewestCharacters = 3;

/** Whether a JSON file holds one of these texts, upper and lower case being the same. null: they are all too short to be looked for. */
export const seekerOf = (texts: readonly string[]): ((json: string) => boolean) | null => {
  const sought = texts.filter((text) => [...text].length >= fewestCharacters).map(caseless);
  if (sought.length === 0) return null;
  return (json) => {
    const held = caseless(textsIn(json));
    return sought.some((text) => held.includes(text));
  };
};
