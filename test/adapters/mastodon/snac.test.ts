/** The Mastodon adapter against responses recorded from snac. The tests against a running one are in test/backends/mastodon. */
import { expect } from 'chai';
import { mastodonAdapter } from '../../../src/adapters/mastodon.js';
import type { Context, Status } from '../../../src/adapters/mastodon/entities.js';
import type { DiscussionRef } from '../../../src/model/adapter.js';
import { all, call, failure, idsOf, NO_MESSAGE } from '../../support/adapter-fixture.js';
import { replay, type Exchange } from '../../support/replay.js';
import recordedExchanges from './exchanges.json' with { type: 'json' };

const place = 'https://snac.example';
const exchanges = recordedExchanges as unknown as readonly Exchange[];
const article = (JSON.parse(exchanges[0]?.body ?? '') as Status).id;
const discussion: DiscussionRef = { key: article, url: '' };
const unknown: DiscussionRef = { key: '404', url: '' };

/** The recorded replies to a status, which are the direct ones. */
function repliesTo(id: string): readonly Status[] {
  const found = exchanges.find(({ asked }) => asked === `GET /api/v1/statuses/${id}/context`);
  return (JSON.parse(found?.body ?? '') as Context).descendants;
}

function recorded(responses = exchanges) {
  const { fetch, requests } = replay(responses, place);
  return { adapter: all(mastodonAdapter({ src: place, token: 'token', fetch })), requests };
}

describe('the Mastodon adapter on snac', () => {
  it('accepts ids with letters, but not words without digits', async () => {
    expect(article).to.match(/^\d+[a-f]/);
    expect((await recorded().adapter.open(discussion, call)).state).to.equal('open');
    await failure(recorded().adapter.open({ key: 'article', url: '' }, call), 'invalid');
  });

  it('reads the maximum length from the older version of the instance API', async () => {
    const { viewer, posting } = await recorded().adapter.open(discussion, call);
    expect(viewer?.author?.name).to.equal('Ada');
    expect(posting?.max, 'and leaves room for a mention').to.deep.equal({ value: 99_968, unit: 'graphemes' });
  });

  it('opens even if the instance has no description', async () => {
    const { adapter } = recorded(
      exchanges.map((one) => ({ ...one, ...(/v1\/instance$/.test(one.asked) && { body: '{}' }) })),
    );
    expect((await adapter.open(discussion, call)).posting).to.deep.equal({ who: 'signed-in' });
  });

  it('requests the replies to replies, which a thread omits', async () => {
    const { adapter, requests } = recorded();
    const [first, last] = repliesTo(article);
    const [second] = repliesTo(first?.id ?? '');
    const [third] = repliesTo(second?.id ?? '');
    const { items, total } = await adapter.list({ discussion, sort: 'oldest', limit: 25 }, call);
    expect(idsOf(items)).to.deep.equal([first?.id, last?.id, second?.id, third?.id]);
    expect(items.map(({ parentId }) => parentId)).to.deep.equal([null, null, first?.id, second?.id]);
    expect(total).to.equal(4);
    const threads = requests.filter(({ asked }) => asked.endsWith('/context'));
    expect(threads.length, 'none for comments without replies').to.equal(3);
  });

  it('distinguishes an unknown status from an address without the API', async () => {
    const { adapter, requests } = recorded();
    expect((await adapter.open(unknown, call)).state).to.equal('missing');
    expect((await adapter.list({ discussion: unknown, sort: 'oldest', limit: 25 }, call)).items).to.deep.equal([]);
    await failure(adapter.vote(discussion, { id: '404', value: 1 }, call), 'not-found', {}, NO_MESSAGE);
    expect(requests.filter(({ asked }) => asked === 'GET /api/v1/instance')).to.have.length(
      2,
      'for the token, and for the 404',
    );
    const elsewhere = mastodonAdapter({
      src: place,
      fetch: async () => new Response('<h1>Not found', { status: 404 }),
    });
    expect((await failure(elsewhere.open(discussion, call), 'bad-response')).message).to.include(
      'address of an instance',
    );
  });

  it('asks again whether there is an API after a request for it has failed', async () => {
    let isDown = true;
    const adapter = mastodonAdapter({
      src: place,
      fetch: async (input) => {
        if (!new Request(input).url.endsWith('/api/v1/instance')) return new Response('<h1>Not found', { status: 404 });
        if (isDown) throw new TypeError('No network');
        return Response.json({ version: '4.0.0 (not true; really snac/2.75)' });
      },
    });
    await failure(adapter.open(unknown, call), 'network');
    isDown = false;
    expect((await adapter.open(unknown, call)).state).to.equal('missing');
  });

  it('counts one by one if statuses cannot be requested together', async () => {
    const counts = await recorded().adapter.counts([discussion, unknown], call);
    expect([...counts]).to.deep.equal([[article, 2]]);
  });

  it('reads anonymously if the token belongs to no account', async () => {
    const { adapter } = recorded(
      exchanges.filter(({ asked, status }) => !/credentials$/.test(asked) || status === 422),
    );
    expect((await adapter.open(discussion, call)).viewer).to.deep.equal({ state: 'anonymous' });
  });

  it('keeps the id of an edited comment, although the server changes it', async () => {
    const [first] = repliesTo(article);
    const [{ id = '' } = {}] = repliesTo(first?.id ?? '');
    const edited = await recorded().adapter.edit(discussion, { id, body: 'By how many minutes?' }, call);
    expect(edited.id).to.equal(id);
    expect(edited.parentId).to.equal(first?.id);
    expect(edited.body.value).to.include('By how many minutes?');
  });

  it('returns the text as typed, without the name of the person replied to', async () => {
    const { adapter } = recorded();
    const query = { discussion, sort: 'oldest', limit: 25 } as const;
    // As the section calls them.
    const [, { items }] = await Promise.all([adapter.open(discussion, call), adapter.list(query, call)]);
    expect(items.map(({ source }) => source)).to.deep.equal([
      'Late again',
      'The tram, too',
      'By how much?',
      'Ten minutes',
    ]);
  });

  it('offers neither to delete nor to report a comment, because snac supports neither', async () => {
    const { items } = await recorded().adapter.list({ discussion, sort: 'oldest', limit: 25 }, call);
    expect(items.length).to.equal(4);
    for (const { can } of items) expect(can).to.deep.equal({ remove: false, report: false });
    const another = exchanges.map((one) => ({ ...one, body: one.body?.replace('not true; really snac/2.75', '') }));
    const elsewhere = await recorded(another).adapter.list({ discussion, sort: 'oldest', limit: 25 }, call);
    for (const { can } of elsewhere.items) expect(can).to.equal(undefined);
  });

  it('stops offering an action that a server has refused as unsupported', async () => {
    const another = exchanges.map((one) => ({ ...one, body: one.body?.replace('not true; really snac/2.75', '') }));
    const { adapter } = recorded(another);
    const [first] = repliesTo(article);
    const report = { id: first?.id ?? '', reason: 'spam' };
    await failure(adapter.report(discussion, report, call), 'unsupported', {}, NO_MESSAGE);
    const canOf = async () => (await adapter.list({ discussion, sort: 'oldest', limit: 25 }, call)).items[0]?.can;
    expect(await canOf()).to.deep.equal({ report: false });
    await failure(adapter.remove(discussion, first?.id ?? '', call), 'unsupported', {}, NO_MESSAGE);
    expect(await canOf()).to.deep.equal({ report: false, remove: false });
  });

  it('rejects a report as unsupported rather than invalid', async () => {
    const [first] = repliesTo(article);
    const report = { id: first?.id ?? '', reason: 'spam' };
    await failure(recorded().adapter.report(discussion, report, call), 'unsupported', { code: '422' }, NO_MESSAGE);
  });

  it('rejects a deletion as unsupported rather than not found', async () => {
    await failure(
      recorded().adapter.remove(discussion, repliesTo(article)[0]?.id ?? '', call),
      'unsupported',
      {},
      /^$/,
    );
  });
});
