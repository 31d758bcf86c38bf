import Handlebars from 'handlebars';

const helpers = ['if', 'each', 'unless', 'with'];
// log and lookup come with Handlebars and have to be named to be refused.
const knownHelpers = { if: true, each: true, unless: true, with: true, log: false, lookup: false };

/** Everything that is wrong with a layout or partial: its syntax, a helper that is not one of Handlebars' four, a partial that is not there. */
export function checkLayout(source: string, partials: string[]): string[] {
  try {
    const program = Handlebars.parse(source);
    const named = partialsOf(program);
    Handlebars.precompile(program, { strict: true, knownHelpersOnly: true, knownHelpers });
    const missing = named.filter((name) => !partials.includes(name));
    return missing.map((name) => `names the partial ${name}, which is not in the shared folder`);
  } catch (error) {
    return [said(error instanceof Error ? error.message : '')];
  }
}

function partialsOf(program: hbs.AST.Program): string[] {
  const named = new Set<string>();
  const visitor = new Handlebars.Visitor();
  const note = ({ name }: { name: hbs.AST.PathExpression | hbs.AST.SubExpression }) =>
    named.add('original' in name ? String(name.original) : 'of a computed name');
  visitor.PartialStatement = note;
  visitor.PartialBlockStatement = (partial) => {
    note(partial);
    visitor.accept(partial.program);
  };
  visitor.accept(program);
  return [...named];
}

/** Handlebars' message with the line first, without its drawing of the source. */
function said(message: string): string {
  const helper = /unknown helper (\S+)/.exec(message)?.[1];
  if (helper !== undefined) return `uses ${helper}, but a layout may only use ${helpers.join(', ')}`;
  const line = /on line (\d+)/.exec(message)?.[1] ?? / - (\d+):/.exec(message)?.[1];
  const reason = message.startsWith('Parse error') ? 'is not valid Handlebars' : message.split(' - ')[0];
  return line === undefined ? (reason ?? '') : `line ${line}: ${reason}`;
}
