import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { spokenWords } from '../../../src/domain/phrases.ts';
import { plainSpeech } from '../../../src/domain/plain-speech.ts';
import { concernIn } from '../../../src/domain/screening/concern/concern-in.ts';
import { screenLists } from './shipped-lists.ts';

const shipped = concernIn(screenLists);
const concern = (text: string) => shipped(text, plainSpeech(spokenWords(text)));
const read = (name: string) =>
  z.array(z.string()).parse(load(readFileSync(join(import.meta.dirname, 'concerns', name), 'utf8')));

describe('somebody who may be at risk now is noticed', () => {
  it.each([
    'There is a girl I think is at risk right now',
    'She disclosed abuse to her form tutor today',
    'A child disclosed to me that she is scared',
    'He has just disclosed something awful',
    'A boy in my group told me that his stepdad hits him',
    'Her dad hits her when he drinks',
    'He came in with bruises this morning',
    'One of our young people has bruises on her arms',
    "She isn't safe to go home",
    'He is not safe at home',
    'This child needs an urgent safeguarding referral today',
    'He’s not safe and nobody is picking up',
    'She has taken an overdose',
    'He told me he wants to die',
    'A looked-after child has been missing since last night',
    'Should I ring MASH about this?',
  ])('%j', (text) => {
    expect(concern(text)).toBe(true);
  });
});

describe('talk of policy is no concern', () => {
  it.each([
    'Children at risk of harm wait too long',
    'Children are at risk right now because early help has been cut',
    'The safeguarding concern process differs between areas',
    'A disclosure in school should lead to help, not to a form',
    'When a child discloses abuse, staff need time',
    'If a child is not safe at home, the threshold should not matter',
    'Families told me that the two-child limit hits hardest in the north',
    'Foster carers told me the cuts have hit recruitment',
    'A head told me the report touched on this',
    'What is still missing is money, and it has been missing since 2010',
    'Figures disclosed to us today under freedom of information show the gap',
    'DfE disclosed the figures yesterday',
    'Self-harm and suicide are rising; CAMHS turns away young people who are suicidal',
    'A baby with bruises should always be seen by a paediatrician',
    'If somebody is in immediate danger, call 999',
    'A child who is being groomed by a gang needs a different response',
    'Children who go missing from care are criminalised',
    'The MASH should answer the telephone, and referrals today are up by a third',
    'Parents are scared to ask for help',
    'Section 47 enquiries, strategy discussions and case conferences all need a social worker',
    'Too many children do not want to go home to an empty house',
    'Children are left alone with their trauma',
  ])('%j', (text) => {
    expect(concern(text)).toBe(false);
  });
});

describe('of the texts from which the phrases and signs were learned', () => {
  it('at least 19 in 20 alarms are heard', () => {
    const alarms = read('alarms.yaml');
    expect(alarms.length).toBeGreaterThan(130);
    expect(alarms.filter((text) => !concern(text)).length / alarms.length).toBeLessThan(0.05);
  });

  it('at most 1 in 100 sentences of policy is taken for one', () => {
    const policy = read('policy.yaml');
    expect(policy.length).toBeGreaterThan(170);
    expect(policy.filter(concern).length / policy.length).toBeLessThan(0.01);
  });
});

describe('of the events and everyday talk from which the signs were learned', () => {
  it('at least 8 in 10 events are heard, which no phrase foresaw', () => {
    const events = read('events.yaml');
    expect(events.length).toBeGreaterThan(400);
    expect(events.filter(concern).length / events.length).toBeGreaterThan(0.8);
  });

  it('at most 1 in 50 sentences of everyday talk is taken for one', () => {
    const everyday = read('everyday.yaml');
    expect(everyday.length).toBeGreaterThan(200);
    expect(everyday.filter(concern).length / everyday.length).toBeLessThan(0.02);
  });
});

describe('the language of the phrases', () => {
  const lists = {
    concernWords: {
      one: ['she', 'a {small} child'],
      small: ['little', 'very young'],
    },
    concerns: ['{one} … is hurt + tonight', 'not safe', '{nowhere} at all'],
    noConcerns: ['if {one}'],
    concernSigns: { of: '', enough: 1, counts: {} },
  };
  const heard = (text: string) => concernIn(lists)(text, plainSpeech(spokenWords(text)));

  it.each([
    ['Tonight a very young child on the ward is hurt', true],
    ['She is hurt tonight', true],
    ['She is hurt. Tonight we meet', false],
    ['She one two three four five six is hurt tonight', true],
    ['She one two three four five six seven is hurt tonight', false],
    ['If she is hurt tonight, who pays?', false],
    ["It isn't safe", true],
    ['It isnt SAFE', true],
    ['nothing at all', false],
  ])('%j: %j', (text, expected) => {
    expect(heard(text)).toBe(expected);
  });

  it('each list that is named is there, and each is named', () => {
    const { concernWords, concerns, noConcerns, concernSigns } = screenLists;
    const inPhrases = [...concerns, ...noConcerns, ...Object.values(concernWords).flat()].flatMap((phrase) =>
      [...phrase.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name),
    );
    const named = [...inPhrases, concernSigns.of, ...Object.keys(concernSigns.counts)];
    expect(new Set(named)).toEqual(new Set(Object.keys(concernWords)));
  });
});

describe('signs that no phrase holds add up', () => {
  const lists = {
    concernWords: {
      person: ['she', 'the boy'],
      arms: ['knife', 'blade'],
      place: ['in a bag', 'at school'],
      fear: ['scared'],
      work: ['survey'],
    },
    concerns: [],
    noConcerns: ['if {person}'],
    concernSigns: { of: 'person', enough: 3, counts: { arms: 2, place: 1, fear: 1, work: -2 } },
  };
  const heard = (text: string) => concernIn(lists)(text, plainSpeech(spokenWords(text)));

  it.each([
    ['She has a knife at school', true],
    ['The blade is in a bag. The boy is scared', true],
    ['She has a knife. The rest of us wait. It is at school', false],
    ['A knife at school', false],
    ['She has a knife and a blade', false],
    ['She is scared at school', false],
    ['She names a knife at school in our survey', false],
    ['Our survey is out. She has a knife at school', true],
    ['If she has a knife at school, who knows?', false],
    ['The blade is in a bag\nThe boy is scared', false],
  ])('%j: %j', (text, expected) => {
    expect(heard(text)).toBe(expected);
  });
});

it('its author is told where to take it', () => {
  for (const place of ['999', '0808 800 5000', 'safeguarding lead', 'MASH', 'thread']) {
    expect(screenLists.concernAnswer).toContain(place);
  }
});

it('nothing is listed twice', () => {
  const { firstNames, concerns, noConcerns, concernWords, allowed } = screenLists;
  const lists = [firstNames, concerns, noConcerns, ...Object.values(concernWords), ...Object.values(allowed)];
  for (const list of lists) {
    expect(list.filter((entry, index) => list.indexOf(entry) !== index)).toEqual([]);
  }
  expect(firstNames.length).toBeGreaterThan(500);
});
