import type { Span } from './sentences.ts';

/** Words that may stand between a number and what it counts: "40 foster carers". */
const describing =
  '(?:(?:foster|kinship|residential|social|family|support|agency|health|school|young|disabled|looked[\\s-]after|(?:newly\\s)?qualified|experienced|permanent|new|vacant|unfilled|full-time|part-time|full-time equivalent)\\s){0,2}';
const unit =
  '(?:per cent|percentage points?|million|billion|days?|weeks?|months?|hours?|times|children|families|people|parents|carers|workers?|nurses|teachers|managers|staff|posts?|cases|referrals|placements|vacancies|councils|schools|pupils|visits|FTE)';
const small = '(?:\\d+|one|two|three|four|five|six|seven|eight|nine|ten)';
/** "9 out of 10 nurses", "20 of 30 families", "one in four": one figure, with what it counts. */
const outOf = `(?:(?<!\\b(?:year|phase|stage|week|day)\\s)\\d[\\d,]*\\s(?:out\\s)?of\\s(?:the\\s)?\\d[\\d,]*|\\b${small}\\s(?:in|out\\sof)\\s(?:every\\s)?(?:\\d[\\d,]*|${small}))(?:\\s${describing}${unit})?\\b`;
/** "a third of", "three quarters of", "half of", but not "half of it" or "the second half of 2020". */
const part =
  '(?:\\b(?:a|one|two|three|four)[\\s-](?:third|quarter|fifth|tenth)s?|(?<!\\b(?:first|second|other|last|latter|each|this)\\s)\\bhalf)(?=\\sof\\b)(?!\\sof\\s(?:it|this|that|what|us|an\\shour|a\\scentury|the\\s(?:battle|problem|story|way))\\b)';
/** A number that says something about the world: money, a share, a rate, a large number, or one with a unit. */
const figure = new RegExp(
  [
    outOf,
    part,
    '£\\s?\\d[\\d,.]*(?:\\s?(?:m|bn|k|million|billion|thousand)\\b)?',
    '\\d[\\d,.]*\\s?(?:%|(?:m|bn)\\b)',
    `\\d[\\d,.]*\\s(?:per\\s[\\d,]*\\d|${describing}${unit})\\b`,
    '\\d{1,3}(?:,\\d{3})+',
    '\\d+\\.\\d+',
    '\\d{3,}',
  ].join('|'),
  'giu',
);
const months =
  'January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec';
/** Numbers that name something: years, dates, times, ages, sections of law, recommendations, and what a rate is per. */
const naming = new RegExp(
  [
    `\\d{1,2}(?:st|nd|rd|th)?(?:\\s(?:${months})\\b(?:\\s\\d{4})?)`,
    `\\b(?:${months})\\s\\d{4}`,
    '(?<![\\d£,.])(?:19|20)\\d{2}(?:\\s?[-–/]\\s?(?:\\d{4}|\\d{2}))?(?!\\d|,\\d|%|\\.\\d|\\s?(?:bn|m)\\b|\\s(?:million|billion|children|families|people|cases|referrals|social|staff|posts|per)\\b)',
    '\\b(?:sections?|ss?\\.|s|regulations?|reg\\.?|articles?|parts?|paragraphs?|paras?\\.?|pages?|pp?\\.|questions?|R|Q|step|tier|level|working together)\\s?\\d+',
    '\\b(?:covid|sars-cov)-?\\d+',
    '\\b(?:aged?|under|over|ages)[\\s-]\\d{1,2}s?(?:\\s?(?:to|and|or|-|–)\\s?\\d{1,2})?(?:\\syears?)?',
    '\\d{1,2}(?:\\s?(?:to|and|or|-|–)\\s?\\d{1,2})?[\\s-]years?[\\s-]olds?',
    '\\b(?:at|turn|turning|until)\\s(?:1\\d|2[0-5])(?=\\s(?:young|disabled|looked|most|many|children)\\b)',
    '\\b24/7\\b|\\d{1,2}:\\d{2}',
    '\\bper\\s[\\d,]+',
  ].join('|'),
  'giu',
);

/** Where a text states figures that a careful reader would want a source for. */
export function findFigures(text: string): Span[] {
  const named = spans(text, naming);
  return spans(text, figure)
    .map(({ start, end }) => ({ start, end: start + text.slice(start, end).replace(/[,.]+$/, '').length }))
    .filter(({ start }) => !/[\p{L}\d]/u.test(text[start - 1] ?? ''))
    .filter(({ start }) => !named.some((name) => name.start <= start && start < name.end));
}

export const overlap = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end;

const spans = (text: string, pattern: RegExp): Span[] =>
  [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
