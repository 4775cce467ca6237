/** The mention that a reply begins with, in the markup of several servers. */
import { expect } from 'chai';
import { mastodonAdapter } from '../../../src/adapters/mastodon.js';
import { all, call, draft } from '../../support/adapter-fixture.js';
import { type Exchange, replayedFetch } from '../../support/replayed-fetch.js';

const discussion = { key: '100', url: 'https://news.example/42' };
const link = (name: string, text = `@<span>${name}</span>`): string =>
  `<span class="h-card" translate="no"><a href="https://far.example/@${name}" class="u-url mention">${text}</a></span>`;
const account = (name: string) => ({ id: `of-${name}`, username: name, acct: `${name}@far.example`, display_name: '' });
const mention = (name: string, fields: object = {}) => ({
  ...account(name),
  url: `https://far.example/@${name}`,
  ...fields,
});
/** A reply of Ada's to Bob. */
const reply = (content: string, fields: object = {}) => ({
  id: '111',
  created_at: '2026-11-24T10:00:00.000Z',
  in_reply_to_id: '100',
  in_reply_to_account_id: 'of-bob',
  uri: 'https://far.example/111',
  account: account('ada'),
  mentions: [mention('bob'), mention('eve')],
  content,
  ...fields,
});
const parent = { ...reply('<p>The pier</p>'), id: '100', in_reply_to_id: null, account: account('bob') };

function instance(...exchanges: readonly Exchange[]) {
  const { fetch, sent } = replayedFetch(...exchanges);
  return { adapter: all(mastodonAdapter({ src: 'https://mastodon.example', token: 'token', fetch })), sent };
}
const nothingKnown: readonly Exchange[] = ['v2', 'v1'].map((version) => ({
  request: `GET /api/${version}/instance`,
  status: 404,
  body: { error: 'Record not found' },
}));

async function shown(content: string, fields: object = {}): Promise<string | undefined> {
  const body = { ancestors: [], descendants: [reply(content, fields)] };
  const { adapter } = instance(...nothingKnown, { request: 'GET /api/v1/statuses/100/context', body });
  const { items } = await adapter.list({ discussion, sort: 'oldest', limit: 25 }, call);
  return items[0]?.body.value;
}

describe('the mention at the beginning of a reply on Mastodon', () => {
  it('is removed from the text, in the markup of every server', async () => {
    const ofMastodon = `<p>${link('bob')} I agree</p>`;
    const ofPleroma = `<span class="h-card"><a class="u-url mention" data-user="A1" href="https://far.example/@bob" rel="ugc">@<span>bob</span></a></span> I agree`;
    const ofMisskey =
      '<p><a href="https://far.example/@bob" class="u-url mention">@bob@far.example</a><span> I agree</span></p>';
    expect(await shown(ofMastodon)).to.equal('<p>I agree</p>');
    expect(await shown(ofPleroma)).to.equal('I agree');
    expect(await shown(ofMisskey)).to.equal('<p><span> I agree</span></p>');
    expect(await shown(`<p>${link('bob')}</p><p>I agree</p>`)).to.equal('<p>I agree</p>');
    expect(await shown(`<p>${link('bob')}<br>I agree</p>`)).to.equal('<p>I agree</p>');
    expect(await shown(`<p>${link('bob').replace('/@bob', '/users/bob')}&nbsp;I agree</p>`)).to.equal('<p>I agree</p>');
    expect(await shown(`<p>${link('Bob').replace('/@Bob', '/users/Bob')} I agree</p>`)).to.equal('<p>I agree</p>');
    expect(await shown('@bob@far.example I agree<br>')).to.equal('I agree<br>');
  });

  it('stays if it does not only name the author of the parent', async () => {
    for (const content of [
      `<p>${link('bob')}, you’re right</p>`,
      `<p>${link('eve')} has said so</p>`,
      `<p>I agree with ${link('bob')} here</p>`,
      `<p>${link('bob')}</p>`,
      '<p>@bob@elsewhere.example said so</p>',
      '<p>@boberto said so</p>',
    ])
      expect(await shown(content)).to.equal(content);
    const others = `<p>${link('bob')} ${link('eve')} has said so</p>`;
    expect(await shown(others)).to.equal(`<p>${link('eve')} has said so</p>`);
    const toNobody = { in_reply_to_account_id: null };
    expect(await shown(`<p>${link('bob')} hello</p>`, toNobody)).to.equal(`<p>${link('bob')} hello</p>`);
  });

  it('is removed from a comment that was just posted', async () => {
    const { adapter, sent } = instance(
      { request: 'GET /api/v1/statuses/100', body: parent },
      { request: 'POST /api/v1/statuses', body: reply(`<p>${link('bob')} I agree</p>`) },
    );
    const { comment } = await adapter.submit(draft({ discussion, body: 'I agree' }), call);
    expect((sent.at(-1)?.body as { status: string }).status).to.equal('@bob@far.example I agree');
    expect(comment?.body.value).to.equal('<p>I agree</p>');
  });

  it('is not in the text to edit, and is kept in the status', async () => {
    const before = reply(`<p>${link('bob')} I agree</p>`);
    const { adapter, sent } = instance(
      { request: 'GET /api/v1/statuses/111/source', body: { text: '@bob@far.example I agree' } },
      { request: 'GET /api/v1/statuses/111', body: before },
      { request: 'PUT /api/v1/statuses/111', body: reply(`<p>${link('bob')} I disagree</p>`) },
    );
    expect(await adapter.source(discussion, '111', call)).to.equal('I agree');
    const edited = await adapter.edit(discussion, { id: '111', body: 'I disagree' }, call);
    expect((sent.at(-1)?.body as { status: string }).status).to.equal('@bob@far.example I disagree');
    expect(edited.body.value).to.equal('<p>I disagree</p>');
  });

  it('is not added to a status without one', async () => {
    const { adapter, sent } = instance(
      { request: 'GET /api/v1/statuses/111/source', body: { text: 'I agree' } },
      { request: 'GET /api/v1/statuses/111', body: reply('<p>I agree</p>') },
      { request: 'PUT /api/v1/statuses/111', body: reply('<p>I disagree</p>') },
    );
    expect(await adapter.source(discussion, '111', call)).to.equal('I agree');
    await adapter.edit(discussion, { id: '111', body: 'I disagree' }, call);
    expect((sent.at(-1)?.body as { status: string }).status).to.equal('I disagree');
  });

  it('is not added to a reply to one’s own status', async () => {
    const { adapter, sent } = instance(
      ...nothingKnown,
      { request: 'GET /api/v1/accounts/verify_credentials', body: account('bob') },
      { request: 'GET /api/v1/statuses/100', body: parent },
      { request: 'POST /api/v1/statuses', body: reply('<p>One more thing</p>', { account: account('bob') }) },
    );
    await adapter.open(discussion, call);
    await adapter.submit(draft({ discussion, body: 'One more thing' }), call);
    expect((sent.at(-1)?.body as { status: string }).status).to.equal('One more thing');
  });

  it('is subtracted from the maximum length', async () => {
    const limits = { configuration: { statuses: { max_characters: 500 } } };
    const roomFor = async (name: string): Promise<number | undefined> => {
      const { adapter } = instance(
        { request: 'GET /api/v2/instance', body: limits },
        { request: 'GET /api/v1/accounts/verify_credentials', body: account('ada') },
        { request: 'GET /api/v1/statuses/100', body: { ...parent, account: account(name) } },
      );
      return (await adapter.open(discussion, call)).posting?.max?.value;
    };
    // The server counts "@", the name without the instance, and the space. Names have up to 30 letters.
    expect(await roomFor('bob')).to.equal(468);
    expect(await roomFor('b'.repeat(40))).to.equal(458);
  });
});
