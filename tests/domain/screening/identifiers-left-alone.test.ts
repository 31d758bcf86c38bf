import { describe, expect, it } from 'vitest';
import { identifiers } from '../../../src/domain/screening/identifiers/detectors.ts';
import { readText } from '../../../src/domain/screening/read-text.ts';
import { screenLists } from './shipped-lists.ts';

const found = (given: string) => {
  const reading = readText(given);
  return identifiers(reading, screenLists).map(({ type }) => type);
};

describe('talk of policy is left alone', () => {
  it.each([
    // Numbers that have the form of another thing
    '987 654 4321',
    'ISBN 0-306-40615-2',
    'tender ref 6001002001, PO 1234567899, account no 1234567899',
    'SW 12000 posts, children living in S20 accommodation, moved to S47',
    'ISBN: 0306406152, 0140449132',
    'ISBN-10 0306406152',
    'ISBN 978-0-306-40615-7',
    'ISSN 0045-3102',
    'https://example.org/9434765919',
    'see www.gov.uk/guidance_9434765919',
    'doi:10.1093/bjsw/9434765919',
    '[the report](https://example.org/9434765919)',
    '£9434765919',
    '£ 9 434 765 919',
    '1,943,476,591',
    '99434765919',
    '0.9434765919',
    '0000000000',
    // Years, days and figures
    'from 2018-19 to 2019-20 2020-21',
    '2021-04-01 12:30',
    '01.02.2021-03.04.2021',
    '80,080 children; 389,260 in need; £8.8 billion; 67 per 10,000',
    '1. First 2. Second 3. Third',
    // Labels, sections, roads
    'E1 of the table, in E5 of the framework, R1 and R2, Q1, in E1 and in N1 above',
    'section 47, s.17 and S47 enquiries; children in S20 arrangements',
    'an S47 1st visit, s47 2nd visit, s17 6wk review, a p2 5yr plan',
    'the M25 corridor, the M25 area, the A1, B12 levels, in FY21, in CO2, KS2, HS2',
    'SW, EH, CP and PA posts; SW1 posts; PA12 support',
    // What is public
    'Ring 0808 800 5000, 0800 1111, 999, 101 or 111',
    'Ofsted, 0300 123 1231',
    '+44 20 7219 3000',
    'help@nspcc.org.uk',
    'House of Commons, SW1A 0AA; sw1p 3bt',
    '[2021] EWFC 12, \\[2021] EWHC 1234 (Fam), [2021] EWCA Civ 123',
    'Scottish charity SC013714, charity number 1089834',
    // References and records in general
    'FOI ref 01234567890',
    'a case load of 12345, caseloads of 25, case numbers rose to 12345',
    'a record number of 80080 children; Liquidlogic cost 120000 a year; a 2019 2020 2021 figure',
    'Cafcass 18393 applications, Cafcass 2020-21, Mosaic 2019, LCS 2021, ICS 2022, case file 2021-22',
    'CAMHS2020, HCPC 2012 standards, Social Work England 2019',
    'Ofsted 2021 report',
    'from 10 to 20 30 40 a week',
    'ask [@U01ABCDEF23](mention:U01ABCDEF23), <@U01ABCDEF23> in <#C01ABCDEF23|general>',
    'thresholds differ; no child should wait',
  ])('%j', (text) => {
    expect(found(text)).toEqual([]);
  });
});
