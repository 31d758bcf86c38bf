import { dump } from 'js-yaml';
import { expect, it } from 'vitest';
import { complaintsOf, type Files, goodFiles, goodPack } from './templates-folder.ts';

const pack = (changes: object): Files => goodFiles({ pack: changes });
const layout = (source: string): Files => ({ ...goodFiles(), 'bus-survey/by-theme.hbs': source });
const packYaml = (source: string): Files => ({ ...goodFiles(), 'bus-survey/pack.yaml': source });

it.each<[string, Files, string]>([
  [
    'a layout outside the folder',
    pack({ layouts: { ...goodPack.layouts, paste: '../shared/title-block.hbs' } }),
    'templates/bus-survey/pack.yaml: layouts.paste: must be the name of an .hbs file in the folder of the pack',
  ],
  [
    'a layout by its full path',
    pack({ layouts: { ...goodPack.layouts, paste: '/etc/passwd' } }),
    'templates/bus-survey/pack.yaml: layouts.paste: must be the name of an .hbs file in the folder of the pack',
  ],
  [
    'a layout that is not there',
    pack({ layouts: { ...goodPack.layouts, paste: 'sheet.hbs' } }),
    'templates/bus-survey/sheet.hbs: is missing',
  ],
  [
    'a cue without words',
    goodFiles({ cues: { holdBack: ['not until …'] } }),
    'templates/shared/cues.yaml: holdBack.0: must have words, also before and after each …',
  ],
  [
    'a key twice',
    packYaml('id: bus-survey\ntitle: a\ntitle: b\n'),
    'templates/bus-survey/pack.yaml: line 3, column 1: duplicated mapping key',
  ],
  [
    'a tab for indent',
    packYaml('map:\n\t- a\n'),
    'templates/bus-survey/pack.yaml: line 2, column 1: tab characters must not be used in indentation',
  ],
  [
    'a tag of its own',
    packYaml('id: !secret x\n'),
    'templates/bus-survey/pack.yaml: line 1, column 5: unknown scalar tag !<!secret>',
  ],
  [
    'two documents in one file',
    packYaml('id: a\n---\nid: b\n'),
    'templates/bus-survey/pack.yaml: a second document begins with ---',
  ],
  [
    'a merge key',
    packYaml(`base: &base\n  a: b\n${dump(goodPack)}<<: *base\n`),
    'templates/bus-survey/pack.yaml: these are not fields of a pack: base, <<',
  ],
  [
    'a list whose last bracket stands as far left as its name',
    packYaml('channels: [\n  a\n]\n'),
    'templates/bus-survey/pack.yaml: line 3, column 1: deficient indentation',
  ],
  [
    'an alias of nothing',
    packYaml('id: *nobody\n'),
    'templates/bus-survey/pack.yaml: line 1, column 6: unidentified alias "nobody"',
  ],
  [
    'text that is not UTF-8',
    { ...goodFiles(), 'bus-survey/pack.yaml': Uint8Array.of(0xc3, 0x28) },
    'templates/bus-survey/pack.yaml: is not UTF-8 text',
  ],
  ['an empty pack.yaml', packYaml(''), 'templates/bus-survey/pack.yaml: must be a group of fields'],
  [
    'an open block',
    layout('{{#if a}}'),
    'templates/bus-survey/by-theme.hbs: line 1: is not valid Handlebars',
  ],
  [
    'a block closed as another',
    layout('a\n{{#if a}}{{/each}}'),
    "templates/bus-survey/by-theme.hbs: line 2: if doesn't match each",
  ],
  [
    'a helper of another tool',
    layout('{{upper title}}'),
    'templates/bus-survey/by-theme.hbs: uses upper, but a layout may only use if, each, unless, with',
  ],
  [
    'a helper that comes with Handlebars and is not allowed',
    layout('{{lookup a b}}'),
    'templates/bus-survey/by-theme.hbs: uses lookup, but a layout may only use if, each, unless, with',
  ],
  [
    'a partial that is not there',
    layout('{{#if a}}{{> footer}}{{/if}}'),
    'templates/bus-survey/by-theme.hbs: names the partial footer, which is not in the shared folder',
  ],
  [
    'a block partial that is not there',
    layout('{{#> frame}}{{> title-block}}{{/frame}}'),
    'templates/bus-survey/by-theme.hbs: names the partial frame, which is not in the shared folder',
  ],
  [
    'a wrong partial',
    { ...goodFiles(), 'shared/footer.hbs': '{{> foot}}' },
    'templates/shared/footer.hbs: names the partial foot, which is not in the shared folder',
  ],
  [
    'a concern that could never be found',
    goodFiles({ screening: { concerns: ['… today'] } }),
    'templates/shared/screening.yaml: concerns.0: must have words, also before and after each …',
  ],
  [
    'a concern of words that no list has',
    goodFiles({
      screening: { concernWords: { child: ['a girl'] }, concerns: ['{child} is hit', '{boy} is hit'] },
    }),
    'templates/shared/screening.yaml: concerns.1: must name lists of concernWords in its {}',
  ],
  [
    'a sign of a concern that no list has',
    goodFiles({
      screening: {
        concernWords: { child: ['a girl'] },
        concernSigns: { of: 'child', enough: 3, counts: { arms: 3 } },
        concerns: ['{child} is hit'],
      },
    }),
    'templates/shared/screening.yaml: concernSigns: must name lists of concernWords',
  ],
  [
    'words that stand in themselves, by way of another list',
    goodFiles({
      screening: {
        concernWords: { child: ['a {young} one'], young: ['young', '{child}'], old: ['an old {child}'] },
      },
    }),
    'templates/shared/screening.yaml: concernWords.young: must not hold itself, also not by another list',
  ],
  [
    'two names in one',
    goodFiles({ screening: { firstNames: ['Anna Maria'] } }),
    'templates/shared/screening.yaml: firstNames.0: must be one name',
  ],
  [
    'part of a postcode that is to be public',
    goodFiles({ screening: { allowed: { postcodes: ['SW1'] } } }),
    'templates/shared/screening.yaml: allowed.postcodes.0: must be a full postcode',
  ],
  [
    'a mailbox of a pack that is none',
    pack({ allowed: { mailboxes: ['the council'] } }),
    'templates/bus-survey/pack.yaml: allowed.mailboxes.0: must be a mail address',
  ],
  ['no pack at all', { 'shared/cues.yaml': dump({}) }, 'templates: has no pack: a folder with a pack.yaml'],
])('a wrong file is refused with its name and the reason: %s', async (_, files, line) => {
  expect(await complaintsOf(files)).toContain(line);
});
