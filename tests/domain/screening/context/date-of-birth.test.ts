import { describe, expect, it } from 'vitest';
import { findDateOfBirth } from '../../../../src/domain/screening/context/date-of-birth.ts';
import { findingsOf, finds, foundIn } from './read.ts';

describe('a date of birth may not be kept', () => {
  it.each([
    'DOB 12/03/2014',
    'DOB: 12/03/14',
    'dob 12.3.14',
    'D.O.B. 12-03-2014',
    'd.o.b 3 May 2012',
    'DOB 12 03 2014',
    'DOB 12032014',
    'dob: 120314',
    'date of birth is 3rd May 2012',
    'Date of birth (12 March 2014)',
    'She was born on 12 March 2014.',
    'born 12th of March 2014 in the car park',
    'He was born in hospital on March 12, 2014',
    'born 2014-03-12, moved twice since',
    'Her birthday is 4 May 2011',
    'her birthday is on 4 May and nobody rang',
    'The child was born in March 2014',
    'Kai, born 12Mar14, waited',
    'The boy (12/03/2014 DOB) waited',
    '12/03/2014 is her date of birth',
    'On 12 March 2014 she was born',
    'a girl aged 7 (12/03/2014)',
    'his DOB is 4th May',
    'The twins, born 03.04.2015, are split up',
    'Mum was born on 5 June 1994 and was in care herself',
    'Mum’s date of birth: 5/6/94',
    'Birthdate 2012/03/04',
    'b-day 12/3/2014',
    'Date of birth:\n12 March 2011\nNo placement.',
    'DOB\n01/02/2013',
    '| Child | DOB | Placement |\n| --- | --- | --- |\n| 1 | 14/03/2012 | agency |',
  ])('%j', (text) => {
    expect(foundIn(findDateOfBirth, text)).toEqual(finds('date-of-birth', 'block'));
  });
});

describe('a whole date of a child’s lifetime beside one child is looked at', () => {
  it.each([
    'JS 12/03/2014 waits for a placement',
    'J.S. (12.3.14) waits',
    'The girl, 4 May 2011, has had nine moves',
    'The child was moved on 3 March 2021',
    'On 3 March 2021 the boy was moved again',
    'Her son 12/03/2014 was excluded',
    'We moved the baby on 14/02/2021',
    'Mum rang us on 4 May 2020',
  ])('%j', (text) => {
    expect(foundIn(findDateOfBirth, text)).toEqual(finds('date-of-birth', 'warn'));
  });
});

describe('other dates pass', () => {
  it.each([
    'The review was launched on 15 January 2021',
    'On 15 January 2021 the review published its call for advice',
    'The Children Act 1989 came into force on 14 October 1991',
    'Replies by 12 March 2021, please',
    'Every child deserves an answer by 12 March 2021',
    'Children born after 1 September 2015 start school this year',
    'babies born on 1 September 2015 wait a year longer than those born on 31 August 2015',
    'Young people born between 1 April 2003 and 31 March 2004 are in the cohort',
    'The number of children looked after at 31 March 2020 was 80,080',
    'Children aged 5 to 16 on 31 March 2020',
    'young people aged 16 and 17 at 31/03/2020',
    'The NHS was born on 5 July 1948',
    'The idea was born on 3 May 2018 in a workshop',
    'Updated 12/03/2021 by the team',
    'The meeting is on 4 May 2021 at 10:30',
    'Our service celebrates its first birthday on 4 May 2021',
    'The child protection statistics of 31 March 2020',
    'The letter to the child of 4 words',
    'Section 31 and section 47 of the Children Act 1989',
    'Ofsted inspected us on 9 June 2019 and again on 10 June 2021',
    'Working Together to Safeguard Children, 1 July 2018',
    'Mother’s Day, 14 March 2021, is hard',
    'Our parent company closed on 3 March 2021',
    'Version 1.2.14 of the system',
    'LGA 12 March 2021',
    'The Child Safeguarding Practice Review Panel wrote on 4 May 2021',
    'Ratio 3/4/5 of staff',
    'The DfE report of 12 March 2021 says that every child needs a plan',
    'Families told us on 3 March 2021 that they wait',
    'May 2021 be the year in which children come first',
    'Date of publication:\n12 March 2021',
    'Deadline:\n01/02/2022',
    '| Paper | Date |\n| --- | --- |\n| Munro | 10/05/2011 |',
    '| DOB recorded? | Share |\n| --- | --- |\n| yes | 91% |',
    'Dates:\n12 March 2021 workshop with parents',
  ])('%j', (text) => {
    expect(foundIn(findDateOfBirth, text)).toEqual([]);
  });
});

it('marks the date and not the words beside it', () => {
  const text = 'She was born on 12 March 2014.';
  const [finding] = findingsOf(findDateOfBirth, text);
  expect(text.slice(finding?.start, finding?.end)).toBe('12 March 2014');
});
