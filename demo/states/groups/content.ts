import { memoryAdapter } from '../../../src/adapters/memory.js';
import type { Body, Comment } from '../../../src/index.js';
import type { DemoState } from '../demo-state.js';
import { hostileHtml } from '../samples/hostile-html.js';
import { comment } from '../samples/comments.js';

/** Stacks combining accents on each letter, as some people do to break a page. */
const zalgo = (text: string): string =>
  Array.from(text, (letter, index) =>
    letter === ' '
      ? letter
      : letter +
        Array.from({ length: 24 }, (_, mark) => String.fromCodePoint(0x300 + ((index * 7 + mark * 5) % 0x50))).join(''),
  ).join('');

const rightToLeftOverride = '\u202e';
const rightToLeftIsolate = '\u2067';

const markdown = (value: string): Body => ({ format: 'markdown', value });
const html = (value: string): Body => ({ format: 'html', value });

const show = (comments: readonly Comment[]) => [{ adapter: memoryAdapter({ comments }) }];

export const contentStates: readonly DemoState[] = [
  {
    name: 'strange-text',
    title: 'Strange text',
    about:
      'Very long words, stacked accents, emoji and characters that change the text direction. Nothing leaves its box.',
    group: 'Content',
    make: () =>
      show([
        comment(
          's1',
          'Longword',
          `${'Donaudampfschifffahrtsgesellschaft'.repeat(6)} and https://archive.example/${'ferry-'.repeat(40)}timetable`,
        ),
        comment('s2', 'N'.repeat(90), 'A name without a space in it.'),
        comment('s3', zalgo('Zoe'), zalgo('The accents stay with this comment')),
        comment('s4', '🚢⚓️🦆', '👨‍👩‍👧‍👦 🏴‍☠️ 👩🏽‍🔧 🇳🇴 ✌🏿 ❤️‍🔥 One line of emoji, and a text after it.'),
        comment(
          's5',
          `${rightToLeftOverride}evE`,
          `This part is turned round: ${rightToLeftOverride}!sdrawkcab siht daer nac uoY`,
        ),
        comment('s6', 'مريم', `Mixed: the ferry (${rightToLeftIsolate}العبّارة`),
        comment(
          's7',
          'Nobody in particular',
          '   \n\n\n\nMany empty lines before,\n\n\n\nbetween\n\n\n\nand after.\n\n\n',
        ),
        comment('s8', '<b>Bold</b> & Sons', '<script>alert(1)</script> is just text & nothing else.'),
      ]),
  },
  {
    name: 'markdown',
    title: 'Markdown',
    about: 'Emphasis, code, quotes, lists and links. HTML is shown as text, headings as plain text, images as links.',
    group: 'Content',
    make: () =>
      show([
        comment(
          'd1',
          'Teodor Brandt',
          markdown(
            'It is *not* the market that I doubt, it is the **rent**. See `annex-c.pdf`, page 14:\n\n> Occupancy is assumed to be complete.\n\nTwo questions:\n\n1. By whom?\n2. Since when?\n\n- and also\n- this\n  - and that',
          ),
        ),
        comment(
          'd2',
          'Priya Venkatesan',
          markdown(
            '[Our counts](https://birds.example/counts) and a bare address: https://birds.example/2026?month=8&view=all.\n\n```\nmonth   pairs\nJune       41\nJuly       38\nAugust      6\n```',
          ),
        ),
        comment(
          'd3',
          'Someone clever',
          markdown(
            '# Not a headline\n\n<b>not bold</b> <img src=x onerror=alert(1)>\n\n![a picture](https://pictures.example/pier.jpg) and [a trap](javascript:alert(1))\n\n* * *\n\nThe end.',
          ),
        ),
      ]),
  },
  {
    name: 'html',
    title: 'HTML',
    about:
      'A harmless body first, then markup that tries to run scripts, send requests or cover the page. A red frame around the page means that some of it ran.',
    group: 'Content',
    make: () =>
      show([
        comment(
          'h0',
          'Comments desk',
          html(
            '<p>All papers are on <a href="https://gazette.example/topics/pier">one page</a>, with <strong>annex C</strong> among them:</p><ul><li>the vote</li><li>the report</li></ul><blockquote><p>Eleven degrees.</p></blockquote><pre><code>knots = 4</code></pre>',
          ),
        ),
        ...hostileHtml.map((value, index) => comment(`h${index + 1}`, `Hostile ${index + 1}`, html(value))),
        comment(
          'link',
          { name: 'Clickme', url: "javascript:document.documentElement.setAttribute('data-broken','')" },
          'My name must not be a link.',
        ),
      ]),
  },
];
