import { expect } from '@open-wc/testing';
import { adapter, AttackedPage, comment } from '../support/attacks/attacked-page.js';
import { declareAttacks } from '../support/attacks/attack-suite.js';
import { attacks } from '../support/attacks/attacks.js';
import type { Findings } from '../support/attacks/probe.js';
import { waitFor } from '../support/comments-page.js';
import { itExceptIn } from '../support/engine.js';
import { closeAll } from '../support/framed-page.js';

/** How many attacks of each technique get a discussion of their own. `npm run test:soak` tries all of them. */
const OF_EACH_TECHNIQUE = 2;

const sample = attacks.filter(
  ({ technique }, index) =>
    attacks.slice(0, index).filter((earlier) => earlier.technique === technique).length < OF_EACH_TECHNIQUE,
);

for (const kind of ['module', 'classic'] as const) declareAttacks({ kind, together: attacks, apart: sample });

describe('the check for attacks on the files for a script tag, with the sanitiser left out', () => {
  let found: Findings;

  before(async function () {
    // Hundreds of bodies of what attackers wrote, each element of them focused and pressed.
    this.timeout(60_000);
    const page = await AttackedPage.open('attacked-module');
    const comments = attacks.map((_, index) => comment(index, {}));
    const elements = await page.mount([adapter({ comments })], 'article[part~=comment]');
    const bodies = [...(elements[0]?.shadowRoot?.querySelectorAll('[part~=body]') ?? [])];
    await waitFor(() => expect(bodies).to.have.length(attacks.length));
    for (const [index, body] of bodies.entries()) body.innerHTML = attacks[index]?.text ?? '';
    found = await page.findings(elements, '[part~=body]');
  });
  after(closeAll);

  it('sees what ran, and what was left behind', () => {
    expect(found.ran.length, 'what ran').to.be.at.least(80);
    expect(found.forbidden.length, 'what was left behind').to.be.at.least(200);
  });

  itExceptIn(['Firefox', 'WebKit'], 'sees what phoned home', () => {
    expect(found.requests.length).to.be.at.least(30);
  });
});
