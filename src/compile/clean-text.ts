/** How people are spoken of: by name in the working draft, without one in a submission. */
export type Naming = {
  /** Of a Slack id. */
  mention(id: string): string;
  /** A text without the names that must not stand in it. */
  unnamed(text: string): string;
};

const anybody = (id: string): string => {
  if (/^[UW]/.test(id)) return 'a colleague';
  return id.startsWith('S') ? 'colleagues' : 'another channel';
};

/** Nobody is named: people are colleagues, whatever their id is. */
export const nameless: Naming = { mention: anybody, unnamed: (text) => text };

/** The same, also where a colleague's full name was typed; a single name is too often a word. */
export function namelessAmong(names: string[]): Naming {
  const full = names.filter((name) => /\S\s+\S/.test(name.trim())).sort((a, b) => b.length - a.length);
  if (full.length === 0) return nameless;
  const escaped = full.map((name) =>
    name
      .trim()
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replace(/\s+/g, '\\s+'),
  );
  const anyName = new RegExp(`(?<![\\p{L}\\p{N}])@?(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  return { mention: anybody, unnamed: (text) => text.replace(anyName, 'a colleague') };
}

/** For the team's own eyes. */
export const named = (names: Map<string, string>): Naming => ({
  mention: (id) => names.get(id) || anybody(id),
  unnamed: (text) => text,
});

/** Control and private-use characters, lone surrogates, what is not assigned, direction overrides, zero width. */
const invisible =
  /(?![\n\t])[\p{Cc}\p{Co}\p{Cs}\p{Cn}\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]/gu;

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  '#39': "'",
  '#x27': "'",
  nbsp: ' ',
};
const entity = /&(amp|lt|gt|quot|apos|nbsp|#39|#x27);/gi;

/** "&amp;amp;" was escaped twice: read until nothing is left to read, at most three times. */
const readEntities = (text: string): string =>
  [1, 2, 3].reduce(
    (read) => read.replace(entity, (whole, name: string) => entities[name.toLowerCase()] ?? whole),
    text,
  );

const emoji =
  /(?:[0-9#*]\uFE0F?\u20E3|\p{Regional_Indicator}{1,2}|(?![©®™])\p{Extended_Pictographic}|[\u{1F3FB}-\u{1F3FF}]|\uFE0F|(?<=\p{Extended_Pictographic}\uFE0F?)\u200D|[\u{E0020}-\u{E007F}])/gu;
/** ":tada:", ":+1::skin-tone-2:", never the colons of "10:30:45", "3:1:2" or "urn:isbn:". */
const emojiCode = /(?<!\d|urn):(?:[a-z_][a-z0-9_'+-]{0,99}|[+-]1|100|1234|8ball):(?:skin-tone-\d:)?/g;

const tidied: [RegExp, string][] = [
  // An address into Slack holds ids and opens for nobody outside.
  [
    /<?https?:\/\/(?:[\w-]{1,80}\.){0,5}slack(?:-gov|-files)?\.com\b[^\s<>|)]*(?:\|[^<>\n]{0,300}>)?>?/gi,
    'an internal message',
  ],
  [emojiCode, ' '],
  [emoji, ''],
  [/(?<![\p{L}\p{N}.])@(?:here|channel|everyone|group)\b[,:]?/giu, ' '],
  [/(?<![\p{L}\p{N}.])@[\p{L}\p{N}][\p{L}\p{N}._-]*(?<![._-])/gu, 'a colleague'],
  [/(?<![\p{L}\p{N}*\\])\*{1,3}(?=[^\s*])([^*\n]{1,500}?)(?<=\S)\*{1,3}(?![\p{L}\p{N}*])/gu, '$1'],
  [/(?<![\p{L}\p{N}_\\])_{1,3}(?=[^\s_])([^_\n]{1,500}?)(?<=\S)_{1,3}(?![\p{L}\p{N}_])/gu, '$1'],
  [/(?<![\p{L}\p{N}~\\])~{1,2}(?=[^\s~])([^~\n]{1,500}?)(?<=\S)~{1,2}(?![\p{L}\p{N}~])/gu, '$1'],
  [/`+/g, ''],
  // A typed "[7]" would pass for a reference of the document.
  [/\[(\d{1,4})\]/g, '($1)'],
];

const slackMarkup = /<(?:@|#|!subteam\^)([A-Z0-9]{2,20})(?:\|[^>\n]{0,200})?>/g;
/** As contributions are recorded, in a text that is not read as Markdown, such as a title. */
const recordedMention = /\[[^[\]\n]{0,100}\]\(mention:([A-Z0-9]{1,30})\)/g;
const broadcast = /<!(?:here|channel|everyone|date)[^>\n]{0,200}>/g;
/**
 * A Slack id on its own: a capital that Slack uses and eight or more capitals and digits in which a letter follows a
 * digit, or which begin with one; "CAMHS2020" and "SC1234567" are no ids.
 */
const slackId =
  /(?<![\p{L}\p{N}/])@?[UWCGDSTB](?:\d[A-Z0-9]{7,29}|(?=[A-Z0-9]{0,29}\d[A-Z])[A-Z0-9]{8,30})(?![\p{L}\p{N}])/gu;

/** Letters and everyday punctuation, without a run that could be an id: there is nothing to clean. */
const isClean = (text: string): boolean =>
  /^[\p{L}\p{M}\p{N} ,.;'"()%£?!’‘“”–—-]*$/u.test(text) && !/[A-Z\d]{9}/.test(text);

/**
 * Words without what Slack or a keyboard left among them: emoji and their codes, ids and handles, stars
 * that were meant as bold, entities, invisible characters. White space is kept for whoever joins the parts.
 */
export function cleanText(given: string, naming: Naming): string {
  const text = naming.unnamed(given);
  if (isClean(text)) return text;
  const readable = readEntities(text.replace(invisible, ''))
    .replace(invisible, '')
    .replace(slackMarkup, (_, id: string) => naming.mention(id))
    .replace(recordedMention, (_, id: string) => naming.mention(id))
    .replace(broadcast, ' ');
  return tidied
    .reduce((words, [pattern, replacement]) => words.replace(pattern, replacement), readable)
    .replace(slackId, (id) => naming.mention(id.replace('@', '')));
}

/** One space between words, none before a comma or full stop that lost its neighbour. */
export const singleSpaced = (text: string): string =>
  text.replace(/\s+/gu, ' ').replace(/ +([.,;:!?]+)(?= |$)/g, '$1');

/** A title or name as one clean line: also what a form gave is Slack's text. */
export const cleanLine = (text: string): string => singleSpaced(cleanText(text, nameless)).trim();
