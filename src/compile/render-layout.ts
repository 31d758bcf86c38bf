import Handlebars from 'handlebars';
import type { Root } from 'mdast';
import { SetupError } from '../domain/errors.ts';
import type { Pack } from '../domain/pack.ts';
import { readMarkdown } from './read-markdown.ts';
import { marker, sealed } from './seal.ts';
import { unseal } from './unseal.ts';

type Role = keyof Pack['layoutSources'];

/** A layout of the pack with a view, as a document's tree. Throws a SetupError that says what a layout gets wrong. */
export function renderLayout(pack: Pack, role: Role, view: unknown): Root {
  const { view: marked, values } = sealed(view);
  const markdown = renderText(pack, role, marked);
  const children = partsOf(markdown).flatMap((part) => readMarkdown(part).children);
  return unseal({ type: 'root', children }, values, [...markdown.matchAll(marker)].length);
}

/** A heading ends whatever came before it, so its part is read alone: reading GFM takes the square of the length. */
const partsOf = (markdown: string): string[] =>
  /[<`~]|^[ \t]+#/m.test(markdown) ? [markdown] : markdown.split(/\n(?=#{1,6} |- )/);

/** A layout of the pack with a view, as plain text: what the view holds stands in it as it is. */
export const renderText = (pack: Pack, role: Role, view: unknown): string =>
  render(pack, pack.layoutSources[role], pack.layouts[role], view);

/** A shared partial on its own, as plain text. */
export function renderPartial(pack: Pack, name: string, view: unknown): string {
  const source = pack.partials[name];
  if (source === undefined)
    throw new SetupError(`The partial ${name}.hbs is missing from the shared folder.`);
  return render(pack, source, `${name}.hbs`, view);
}

function render({ id, partials }: Pack, source: string, file: string, view: unknown): string {
  const handlebars = Handlebars.create();
  handlebars.registerPartial(partials);
  try {
    return handlebars.compile(source, { noEscape: true, strict: true, knownHelpersOnly: true })(view);
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'it cannot be rendered';
    throw new SetupError(`The layout ${file} of the pack ${id}: ${reason}`);
  }
}
