import { describe, expect, it } from 'vitest';
import { findFirstName } from '../../../../src/domain/screening/context/first-name.ts';
import { findingsOf, finds, foundIn } from './read.ts';

describe('a first name beside one child or relative is looked at', () => {
  it.each([
    'the boy I work with, Mason, waits',
    'two-year-old Noah was moved',
    'Tyler - aged 9 - was moved',
    'Noah’s not been seen by his mum',
    'grandmother of Mia',
    'little Jayden waited a year',
    'Jayden (7) waited',
    'Jayden, aged 7, waited',
    'Jayden, 7, waited',
    'Jayden, who is aged 7',
    'a girl called Amira waited',
    'a girl called amira waited',
    'a boy named kai waited',
    'a young person called Xanthe told us',
    'her son Kai waited',
    'Mia’s mum rang',
    "Mia's foster carers gave notice",
    'baby Noah was moved at night',
    'the foster carers of Leo gave notice',
    'we placed Ellie with strangers',
    'the case of Mason shows it',
    'Mason, a boy in our care, waited',
    'Ruby is a girl who waited',
    'Her name is Ruby',
    'the girl (Ruby) waited',
    'Ruby and her mum were split up',
    'Tyler was placed far away',
    'dad Mark asked for help',
    'mum of Zoë asked',
    'social worker for Tyler left',
    'Tyler Smith’s placement broke down',
    'Mary-Ann’s adoptive parents asked',
    'Arthur’s mum rang us',
    'my daughter Hope waits for CAMHS',
    'She’s called Ruby',
    'Mum says Amira has stopped eating at school.',
    'Ellie was placed with her aunt at no notice.',
    'Jayden has had seven placements.',
    'Dad says Ellie is 9y 2m.',
    'Jayden went missing and nobody looked.',
    'Ellie has had eleven placements and counting',
    'The boy’s mum says Jayden has not slept',
    'Amira turned 9y 1m in a hotel',
  ])('%j', (text) => {
    expect(foundIn(findFirstName, text)).toEqual(finds('first-name', 'warn'));
  });
});

describe('colleagues, public figures and things named after people pass', () => {
  it.each([
    'thanks Sarah',
    'as Bea said, the rate rose',
    'Marcus in finance has the numbers',
    '@Sarah can you add the child protection figures?',
    'Sarah and Marcus will draft it',
    'Sarah says that every child needs a plan',
    'Victoria Climbié Inquiry',
    'the case of Victoria Climbié',
    'little Arthur Labinjo-Hughes',
    'Josh MacAlister is a father of one',
    'Martha’s rule helps parents',
    'Sarah’s law and every parent',
    'Every Child Matters',
    'Barnardo’s and every child',
    'Home for Good finds families',
    'Grace Baptist runs a group for mums',
    'a charity for mums called Grace House',
    'there is little hope of it',
    'a child may wait a year',
    'the child will wait',
    'May 2021',
    'In May the child population is counted',
    'a report called Hope for Children',
    'Jordan leads on child health',
    'Mark (2021) found no effect on mothers',
    'Sarah’s team put the child first',
    'Ask Marcus about child benefit',
    'For the child, Grace wrote a plain summary',
    'Mother, child and Rose Trust',
    'Rose Street nursery',
    'a parent called the office',
    'the mother called for help',
    'Grace was moved to another team, so caseloads grew.',
    'Sarah left the care team after six years.',
    'Tom says parents were not asked.',
    'Marcus is 7 years into his social work career',
    'A parent says Will the review listen?',
    'Rose was placed on the panel for families.',
    'Sarah has had three social workers leave this year.',
    'John has had several schools sign up.',
    'Hope was moved to page two by the parents group.',
    'Sarah went into care work at forty',
    'Will was one of three people who wrote it.',
    'Tom left care of the elderly for this team.',
    'Mark is with us on Friday for the parents event',
  ])('%j', (text) => {
    expect(foundIn(findFirstName, text)).toEqual([]);
  });
});

it('marks the name alone', () => {
  const text = 'a girl called Amira’s mum';
  const [finding] = findingsOf(findFirstName, text);
  expect(text.slice(finding?.start, finding?.end)).toBe('Amira');
});
