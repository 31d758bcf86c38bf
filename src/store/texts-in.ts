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
