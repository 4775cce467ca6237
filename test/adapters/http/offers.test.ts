import { expect } from 'chai';
import { call, discussion } from '../../support/adapter-fixture.js';
import { HttpEdge, json, sample } from '../../support/http-edge.js';
import { offers as schema } from '../../support/opened-discussion.js';
import { pathsIn, withMember, WRONG_VALUES } from '../../support/whole-response.js';

const whole = {
  operations: ['vote', 'editComment'],
  sorts: ['newest', { id: 'replies', label: 'Most replies' }],
  filters: ['featured'],
  input: 'markdown',
  nesting: 'one-level',
  maxDepth: 1,
  removal: 'subtree',
  votes: 'up-down',
  votesKnowViewer: true,
  finalVotes: false,
  report: { reasons: [{ id: 'illegal', label: 'Illegal', form: 'notice', anonymous: true }], detail: false },
  pollEvery: 30,
  signIn: { href: '/sign-in?to={return}' },
};

describe('a wrong member of what a backend offers over http', () => {
  it('is left out as by the schema', async () => {
    let count = 0;
    for (const path of pathsIn(whole))
      for (const value of WRONG_VALUES) {
        const offers = withMember<unknown>(whole, path, value);
        const edge = new HttpEdge({ 'GET /discussion': () => json({ ...sample('OpenedDiscussion', 1), offers }) });
        const adapter = edge.adapter();
        await adapter.open(discussion, call);
        const { operations = [], signIn, sorts, ...features } = schema(JSON.parse(JSON.stringify(offers)), '');
        const what = `${path.join('.')}: ${JSON.stringify(value)}`;
        // A list in place of the form's settings has none of them, like an empty object.
        const report = path.join() === 'report' && Array.isArray(value) ? { report: {} } : {};
        expect(adapter.features, what).to.deep.equal({
          ...features,
          ...report,
          sorts: sorts?.length ? sorts : ['oldest'],
          idempotency: 'key',
        });
        expect(['vote' in adapter, 'edit' in adapter], what).to.deep.equal([
          operations.includes('vote'),
          operations.includes('editComment'),
        ]);
        expect('signIn' in adapter, what).to.equal(Boolean(signIn?.href));
        count++;
      }
    expect(count).to.be.greaterThan(200);
  });
});
