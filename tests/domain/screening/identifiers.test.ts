import { describe, expect, it } from 'vitest';
import { identifiers } from '../../../src/domain/screening/identifiers/detectors.ts';
import { readText } from '../../../src/domain/screening/read-text.ts';
import { screenLists } from './shipped-lists.ts';

const found = (given: string) => {
  const reading = readText(given);
  return identifiers(reading, screenLists).map(({ type }) => type);
};

// Numbers are of ranges kept for tests and drama, or made up by the rule they follow.
describe.each([
  [
    'nhs-number',
    [
      '943 476 5919',
      'Her number, 999 123 4055, is on the form',
      '9994173200',
      '943.476.5919',
      '943-476 5919',
      'nhs_943-476-5919.docx',
      '(943 476 5919)',
      'NHS no 987 654 4321',
      'nhs number: 943 476 5918',
      '943 476 5918 (NHS number)',
      'CHI 0101101234',
      'H&amp;C number 943 476 5918',
      'ISBN 0306406152; her NHS number is 943 476 5918',
      '2015: 943 476 5919 2016',
      '[943 476 5919](https://example.org)',
    ],
  ],
  [
    'upn',
    [
      'X00180001701A',
      'H801200001001',
      'h8012 0000 1001',
      'C999123419042',
      'UPN: A801200001001',
      'his UPN is A 1234 5678 9012',
      'H 801200 001001',
      'X/0018.0001-701A',
    ],
  ],
  [
    'uln',
    ['ULN 1234567890', 'unique learner number: 1234 567 890', 'learner 1234567899', 'first row: 6001002001'],
  ],
  [
    'nino',
    [
      'AB123456C',
      'AB 12 34 56 C',
      'ab123456c',
      'ab 12 34 56 c',
      'her NI number is QQ 12 34 56 C',
      'qq123456c',
      'DF/12/34/56/A',
    ],
  ],
  [
    'postcode',
    ['EX1 1AA', 'EX11AA', 'ex1 1aa', 'sw1a1aa', 'e8 1ab', 'GIR 0AA', 'ZZ99 3VZ', 'postcode m11aa', 'W1A-1AA'],
  ],
  [
    'outward-postcode',
    [
      'a family in E8',
      'our work in NW10',
      'the SE15 area',
      'postcode M25',
      'the B12 postcode',
      'living in DN4',
      'lives in s5',
      'the M14 area',
      'siblings split between HU3 and B33',
    ],
  ],
  [
    'phone',
    [
      '07700 900123',
      '07700900123',
      '07700-900-123',
      '020/01632 960001',
      '+44 7700 900123',
      '+44 (0)20 7946 0958',
      '0044 20 7946 0958',
      '(01632) 960 123',
      '01632 960123',
      '0161 496 0000 ext 12',
      '020 7946 0958',
      '0300 123 4567',
      '01750 12345',
      'call 7700 900123',
      '[ring me](tel:+447700900123)',
      'mum_07700900123.jpg',
    ],
  ],
  [
    'email',
    [
      'jane.doe@eastmarsh.gov.uk',
      'jane\\_doe\\@eastmarsh.gov.uk',
      '[Jane](mailto:j@example.org)',
      "o'neil@example.org",
    ],
  ],
  [
    'case-reference',
    [
      'LCS 123456',
      'LCS-123456',
      'lcs no. 12345',
      'Mosaic ID: 456789',
      'case ref: 2021/12345',
      'case reference CF123456',
      'case number 1234567',
      'person id 88123',
      'Client ID 123456',
      'Cafcass ref 1234567',
      'Liquidlogic number is 123456',
      'ICS 123 456',
      'EHM #12345',
      'LCS1234567_CIN_plan.docx',
    ],
  ],
  ['court-reference', ['ZE21C00123', 'ze 21 c 00123', 'case no ZE21P00123']],
  [
    'home-urn',
    ['SC123456', 'sc123456', 'Ofsted URN 1234567', 'URN: 123456', 'Ofsted registration number 123456'],
  ],
  ['slack-id', ['ask U01ABCDEF23', '@U012AB3CD45', 'in C012AB3CD45', 'in C0123456789']],
  [
    'professional-id',
    [
      'SW12345',
      'Social Work England number 12345',
      'SWE no: SW12345',
      'GMC 1234567',
      'NMC PIN 12A3456E',
      '(sw 55512)',
      'SW: 100234',
    ],
  ],
] as const)('%s', (type, given) => {
  it.each(given)('is found in %j', (text) => {
    expect(found(text)).toContain(type);
  });
});

describe('a link counts once', () => {
  it.each([
    ['<mailto:a@example.org|a@example.org>', ['email']],
    ['[a@example.org](mailto:a@example.org)', ['email']],
    ['<tel:+447700900123|07700 900123>', ['phone']],
  ])('%s', (text, types) => {
    expect(found(text)).toEqual(types);
  });
});
