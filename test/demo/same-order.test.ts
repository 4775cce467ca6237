/** What can be done stands in the same order at every comment, whoever reads and whatever the state. */
import '../../src/cdn.js';
import { expect } from '@open-wc/testing';
import { states } from '../../demo/states/states.js';
import { setViewport } from '../support/viewport.js';
import { setUpPage, StatePage } from './state-page.js';

/** States whose comments have different actions, and sections of different parts. */
const NAMES = [
  ...['thread', 'votes-up-down', 'votes-closed', 'own-comments', 'more-actions', 'moderating', 'moderator', 'folded'],
  ...['closed', 'many-pages', 'editors-message', 'signed-out', 'order', 'featured', 'empty'],
];

/** The parts of a section that stand below one another. */
const PARTS = ['bar', 'policy', 'notice', 'composer', 'closed', 'list', 'end'];

/** Which of two things comes first, by both names, with where that was seen first. */
type Order = Map<string, string>;

/** Adds a sequence to what was seen, and returns the pairs that were seen the other way round. */
function reversed(order: Order, sequence: readonly string[], where: string): string[] {
  const found: string[] = [];
  sequence.forEach((first, index) => {
    for (const second of sequence.slice(index + 1)) {
      if (first === second) continue;
      const before = order.get(`${second}, ${first}`);
      if (before !== undefined) found.push(`"${first}, ${second}" in ${where}, but not in ${before}`);
      if (!order.has(`${first}, ${second}`)) order.set(`${first}, ${second}`, where);
    }
  });
  return found;
}

const ownPart = (element: Element): string =>
  [...element.part].find((name) => name !== 'action' && name !== 'button') ?? element.localName;

describe('the order of what can be done', () => {
  const { error } = console;

  before(async () => {
    await setUpPage('en');
    await setViewport({ width: 1000, height: 4000 });
    console.error = () => {};
  });
  after(() => {
    console.error = error;
  });

  it('is the same at every comment and in every state', async function () {
    this.timeout(60_000);
    const actions: Order = new Map();
    const parts: Order = new Map();
    const wrong: string[] = [];
    for (const name of NAMES) {
      const page = await StatePage.open(states.find((state) => state.name === name)!);
      for (const { shadowRoot } of page.main.querySelectorAll('article-comments')) {
        for (const article of shadowRoot!.querySelectorAll('article')) {
          const shown = [...article.querySelectorAll('[part~=action], [part~=author], [part~=time], [part~=body]')];
          wrong.push(...reversed(actions, shown.map(ownPart), name));
        }
        const pieces = shadowRoot!.querySelectorAll(PARTS.map((part) => `[part~=${part}]`).join());
        const outer = [...pieces].filter((piece) => !piece.closest('article'));
        wrong.push(...reversed(parts, outer.map(ownPart), name));
      }
      page.close();
    }
    expect(actions.size, 'pairs of actions').to.be.greaterThan(30);
    expect(parts.size, 'pairs of parts').to.be.greaterThan(5);
    expect(wrong).to.deep.equal([]);
  });
});
