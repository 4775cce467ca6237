/** Texts as long as a reader can send, for parsers whose time must not grow faster than their input. */

/** A text of about so many characters. */
type TextOf = (length: number) => string;

/** One piece again and again. */
const repeated =
  (piece: string): TextOf =>
  (length) =>
    piece.repeat(length / (piece.length || 1));

const markdownPieces = (
  '* ** *** *a **a a* _a_ __ ~~ ~~a [ ![ [a] ](  [a]( [a](b [](<  [a](https://b.example) [[a](https://b.example) ` `` `a \\`` > >> >a - -a 1. ' +
  '# #a \\ & &amp; < <https:// <https://a https:// https://a) https://a/( http://a.example/b] ~~~ === - \n- \n> \n'
)
  .split(' ')
  .concat([
    '- ',
    '> ',
    '1. ',
    ' ',
    '  ',
    '\t',
    '\n',
    ' \n',
    '- a\n',
    '- a\n\n',
    '> a\n\n',
    '>\n- ',
    '[a](b "',
    "[a](b '",
    '[a]( ',
    '* a *',
    '` `` ',
    '# # ',
    '- - ',
    '[](a)[',
    'a**b*',
    '![a](',
    '![*a ',
    '*](b)',
    '[a]: b\n',
    '[a]: <b>\n"',
    '[a][b]',
    '&#',
    '&a',
    '<a:',
    '<a@',
    '> - ',
    '# ',
    '*\t',
    '***a* ',
    'a_*b_*',
  ]);

const plainPieces = [
  'http://a)',
  'https://a.b<',
  'https://',
  'https://a/(',
  '. ',
  '\n',
  '\n ',
  ' \n',
  '(((',
  'https://a/.',
  'https://a.example/ ',
];

/** Runs of backticks, each longer than the one before. */
function growingRuns(length: number): string {
  let value = '';
  for (let run = 1; value.length < length; run++) value += `${'`'.repeat(run)} `;
  return value;
}

const named = (...parts: readonly string[]): string => JSON.stringify(parts.join('…'));

/** Texts in Markdown, by a name for each. */
export const longMarkdown: ReadonlyMap<string, TextOf> = new Map<string, TextOf>([
  ...[...new Set(markdownPieces)].flatMap((piece): [string, TextOf][] => [
    [named(piece), repeated(piece)],
    [named(piece, 'x'), (length) => `${repeated(piece)(length)}x`],
  ]),
  ['growing runs of backticks', growingRuns],
  ...['a\n', '> a\n'].map((line): [string, TextOf] => [
    `${named(line)}, 150,000 lines`,
    (length) => line.repeat(1.5 * length),
  ]),
]);

/** Plain texts, by a name for each. */
export const longPlainTexts: ReadonlyMap<string, TextOf> = new Map(
  plainPieces.map((piece): [string, TextOf] => [named(piece), (length) => `x${repeated(piece)(length)}x`]),
);
