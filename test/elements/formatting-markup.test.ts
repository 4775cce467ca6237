/** What the toolbar makes of a text. */
import { expect } from '@open-wc/testing';
import type { InputFormat } from '../../src/elements/formatting/input-format.js';
import {
  addLink,
  removeLink,
  type SelectedText,
  type TextChange,
  toggleEmphasis,
  toggleQuote,
} from '../../src/elements/formatting/markup.js';

type Make = (selected: SelectedText) => TextChange | undefined;

/** Reads a text with its selection in «», or the cursor as |. */
function read(drawn: string): SelectedText {
  const cursor = drawn.indexOf('|');
  if (cursor >= 0) return { text: drawn.replace('|', ''), start: cursor, end: cursor };
  return { text: drawn.replace(/[«»]/g, ''), start: drawn.indexOf('«'), end: drawn.indexOf('»') - 1 };
}

function draw(drawn: string, make: Make): string | undefined {
  const selected = read(drawn);
  const change = make(selected);
  if (!change) return undefined;
  const { from, to, insert, start, end } = change;
  const text = selected.text.slice(0, from) + insert + selected.text.slice(to);
  const marks = start === end ? '|' : `«${text.slice(start, end)}»`;
  return text.slice(0, start) + marks + text.slice(end);
}

const bold =
  (format: InputFormat): Make =>
  (selected) =>
    toggleEmphasis(selected, 'bold', format);
const italic =
  (format: InputFormat): Make =>
  (selected) =>
    toggleEmphasis(selected, 'italic', format);
const quote =
  (format: InputFormat): Make =>
  (selected) =>
    toggleQuote(selected, format);
const link =
  (format: InputFormat): Make =>
  (selected) =>
    addLink(selected, 'https://a.example/?b=(c)&d', format);
const unlink =
  (format: InputFormat): Make =>
  (selected) =>
    removeLink(selected, format);

const CASES: readonly [what: string, make: Make, before: string, after: string | undefined][] = [
  ['marks what is selected', bold('markdown'), 'The «pier» is long', 'The **«pier»** is long'],
  ['leaves out spaces around it', bold('markdown'), 'The« pier »is', 'The **«pier»** is'],
  ['marks the word at the cursor', bold('markdown'), 'The pi|er', 'The **pi|er**'],
  ['makes room where there is no word', bold('markdown'), 'The |', 'The **|**'],
  ['takes the marks away around a selection', bold('markdown'), 'The **«pier»**', 'The «pier»'],
  ['takes them away around the cursor', bold('markdown'), 'The **pi|er**', 'The pi|er'],
  ['takes them away where nothing is written yet', bold('markdown'), 'The **|**', 'The |'],
  ['takes them away within a selection', bold('markdown'), 'The «**pier**»', 'The «pier»'],
  ['knows the other marks', bold('markdown'), '__«pier»__', '«pier»'],
  ['does not take italic for bold', bold('markdown'), '*«pier»*', '***«pier»***'],
  ['does not take bold for italic', italic('markdown'), '**«pier»**', '***«pier»***'],
  ['takes one of two away', italic('markdown'), '***«pier»***', '**«pier»**'],
  ['takes the other away', bold('markdown'), '«***pier***»', '«*pier*»'],
  ['does not take two bold texts for one', bold('markdown'), '«**a** and **b**»', '**«**a** and **b**»**'],
  ['marks each line of several', bold('markdown'), '«One\n\n- Two»', '«**One**\n\n- **Two**»'],
  ['takes them away from each line', bold('markdown'), '«**One**\n\n- **Two**»', '«One\n\n- Two»'],
  ['completes what is marked in part', bold('markdown'), '«**One**\nTwo»', '«**One**\n**Two**»'],
  ['marks italic', italic('markdown'), '«pier»', '*«pier»*'],
  ['writes HTML', bold('html'), 'The «pier»', 'The <strong>«pier»</strong>'],
  ['takes HTML away', bold('html'), 'The <strong><em>«pier»</em></strong>', 'The <em>«pier»</em>'],
  ['takes other HTML away', italic('html'), '<i>pi|er</i>', 'pi|er'],
  ['quotes a line', quote('markdown'), 'One\nT|wo', 'One\n> T|wo'],
  ['quotes an empty line', quote('markdown'), '|', '> |'],
  ['quotes lines', quote('markdown'), 'O«ne\n\nT»wo', '«> One\n>\n> Two»'],
  ['leaves out a line that only ends the selection', quote('markdown'), '«One\n»Two', '«> One»\n\nTwo'],
  ['ends a quote', quote('markdown'), '> One\n> T|wo', '> One\nT|wo'],
  ['ends a quote of lines', quote('markdown'), '«> One\n>\n> Two»', '«One\n\nTwo»'],
  ['quotes in HTML', quote('html'), 'O|ne', '<blockquote>One|</blockquote>'],
  ['ends a quote in HTML', quote('html'), '<blockquote>On|e</blockquote>', 'One|'],
  ['makes a link', link('markdown'), 'The «pier»', 'The [«pier»](https://a.example/?b=%28c%29&d)'],
  ['makes a link of an address', link('markdown'), 'See |', 'See <https://a.example/?b=(c)&d>|'],
  ['makes a link in HTML', link('html'), '«pier»', '<a href="https://a.example/?b=(c)&amp;d">«pier»</a>'],
  [
    'makes a link of an address in HTML',
    link('html'),
    '|',
    `<a href="https://a.example/?b=(c)&amp;d">https://a.example/?b=(c)&amp;d</a>|`,
  ],
  ['takes a link away', unlink('markdown'), 'The [pi|er](https://a.example/)', 'The «pier»'],
  ['takes a selected link away', unlink('markdown'), '«[The pier](https://a.example/)»', '«The pier»'],
  ['takes a link away in HTML', unlink('html'), '<a href="https://a.example/">«The pier»</a>', '«The pier»'],
  ['sees no link where there is none', unlink('markdown'), 'The «pier»', undefined],
];

describe('formatting a text', () => {
  for (const [what, make, before, after] of CASES)
    it(`formats "${before.replaceAll('\n', '⏎')}": ${what}`, () => expect(draw(before, make)).to.equal(after));
});
