import { expect } from 'chai';
import { checks, ConformanceError, type Person, type Stage } from '../../src/conformance.js';
import { AdapterError, type CommentsAdapter, type Viewer } from '../../src/model/adapter.js';
import { memoryStage } from './memory-stage.js';

const checkOf = (name: string) => {
  const check = checks.find((one) => one.name === name);
  if (!check) throw new Error(`There is no check "${name}".`);
  return check;
};

/** A stage whose backend has no other way to add comments than its adapters. */
const withoutFill = ({ fill: _fill, ...stage }: Stage): Stage => stage;

/** Refuses votes on the viewer's own comments without asking the backend. */
function refusingOwn({ submit, vote, ...adapter }: CommentsAdapter): CommentsAdapter {
  const own = new Set<string>();
  return {
    ...adapter,
    async submit(draft, call) {
      const result = await submit!(draft, call);
      if (result.comment) own.add(result.comment.id);
      return result;
    },
    async vote(discussion, what, call) {
      if (own.has(what.id)) throw new AdapterError('forbidden');
      return vote!(discussion, what, call);
    },
  };
}

/** The reason why a check does not apply to a stage on which two people have these viewers. */
const whyNot = async (name: string, self: Viewer, other: Viewer): Promise<string> => {
  const stage = memoryStage({ viewer: self });
  const as = (person: Person) =>
    person === 'other' ? { ...memoryStage({ viewer: other }).adapter } : stage.as?.(person);
  const result = await checkOf(name).run(() => ({ ...stage, as }), { patience: 400 });
  return result.outcome === 'not-applicable' ? result.why : result.outcome;
};

describe('the checks, on a stage with few members', () => {
  for (const name of [
    'abort: an aborted signal prevents the call',
    'abort: a running call rejects with the signal’s reason',
    'abort: ends the wait for a silent backend',
  ])
    it(`runs "${name}" without a vote on the viewer’s own comment`, async () => {
      const result = await checkOf(name).run(() => withoutFill(memoryStage({ wrap: refusingOwn })), { patience: 1000 });
      expect(result).to.deep.equal({ outcome: 'passed' });
    });

  const AUTHOR = 'submit: rejects a draft whose author is not the caller';

  it('explains that a draft’s author cannot be checked if both people are guests', async () => {
    const guest = { state: 'anonymous' } as const;
    expect(await whyNot(AUTHOR, guest, guest)).to.equal(
      'Both the viewer and the person "other" of the stage are guests, which Draft.authorId cannot distinguish.',
    );
  });

  it('names the author id that two people of a stage share', async () => {
    const ada = { state: 'signed-in', author: { id: 'ada', name: 'Ada' } } as const;
    expect(await whyNot(AUTHOR, ada, ada)).to.equal(
      'The viewer and the person "other" of the stage have the same author id, "ada". It must be unique to a person.',
    );
  });

  it('explains that author ids must be unique if another person’s comment counts as the viewer’s', async () => {
    const sharing = (adapter: CommentsAdapter): CommentsAdapter => ({
      ...adapter,
      list: async (query, call) => {
        const { items, ...page } = await adapter.list(query, call);
        return { ...page, items: items.map((item) => ({ ...item, author: { id: 'ada', name: 'Ada' } })) };
      },
    });
    const error = await checkOf('viewer: own comments carry the viewer’s author id')
      .run(() => memoryStage({ wrap: sharing }), { patience: 400 })
      .catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(ConformanceError);
    expect((error as ConformanceError).expected).to.contain('it must be unique to a person');
    expect((error as ConformanceError).hint).to.contain('several people may share');
  });
});
