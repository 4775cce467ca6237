/** Retries a comment whose response was lost, on an instance that has forgotten its key and would store it again. */
import { expect } from 'chai';
import { mastodonAdapter } from '../../../src/adapters/mastodon.js';
import type { Status } from '../../../src/adapters/mastodon/entities.js';
import en from '../../../src/locales/en.js';
import { CommentsPage, unmountAll, waitFor } from '../../support/comments-page.js';

const account = (name: string) => ({ id: `of-${name}`, username: name, acct: name, display_name: '' });

/** An instance that ignores keys, like Mastodon after an hour. */
class ForgetfulInstance {
  readonly replies: Status[] = [];
  /** Whether the response to a new status is lost. */
  losesResponses = false;
  /** Whether it reads texts as HTML and returns the text as typed, as snac does. */
  readsHtml = false;

  readonly #root = this.#status('100', null, '<p>The pier</p>', 'desk');

  readonly fetch = (async (address: string, { method, body }: RequestInit) => {
    const path = new URL(address).pathname;
    if (method === 'POST') {
      const { status, in_reply_to_id: parent } = JSON.parse(body as string) as Record<string, string>;
      const content = this.readsHtml ? status! : this.#htmlOf(status!);
      const made = this.#status(`${111 + this.replies.length}`, parent!, content, 'ada');
      const stored = this.readsHtml ? { ...made, text: status! } : made;
      this.replies.push(stored);
      if (this.losesResponses) throw new TypeError('Failed to fetch');
      return Response.json(stored);
    }
    if (path.endsWith('/verify_credentials')) return Response.json(account('ada'));
    if (path.endsWith('/context')) return Response.json({ ancestors: [], descendants: this.replies });
    if (path.endsWith('/statuses/100')) return Response.json(this.#root);
    return Response.json({ error: 'Record not found' }, { status: 404 });
  }) as typeof fetch;

  /** Mentions become links that show only the user name. */
  #htmlOf(text: string): string {
    const link = (name: string): string =>
      `<span class="h-card"><a href="https://far.example/@${name}" class="u-url mention">@<span>${name}</span></a></span>`;
    return `<p>${text.replaceAll('&', '&amp;').replace(/@(\w+)(@[\w.]+)?/g, (_, name: string) => link(name))}</p>`;
  }

  #status(id: string, parent: string | null, content: string, by: string): Status {
    return {
      id,
      created_at: new Date().toISOString(),
      in_reply_to_id: parent,
      in_reply_to_account_id: parent && 'of-desk',
      uri: `https://mastodon.example/${id}`,
      account: account(by),
      mentions: [{ ...account('desk'), url: 'https://far.example/@desk' }],
      content,
    };
  }
}

describe('a comment on Mastodon that is sent again', () => {
  afterEach(unmountAll);

  for (const [text, readsHtml] of [
    ['Late again', false],
    ['Ask @eve@elsewhere.example & the harbour office', false],
    ['Is it <b>safe</b>?', true],
  ] as const)
    it(`appears once, although the instance has forgotten its key: "${text}"`, async () => {
      const instance = new ForgetfulInstance();
      instance.readsHtml = readsHtml;
      const { fetch } = instance;
      const page = await CommentsPage.open(mastodonAdapter({ src: 'https://mastodon.example', token: 'ada', fetch }), {
        discussion: '100',
      });
      await page.findTextBox();
      instance.losesResponses = true;
      await page.write(text);
      await page.press(en.post);
      expect(await page.alert()).to.contain('it won’t appear twice');
      instance.losesResponses = false;
      await page.press(en.tryAgain);
      await waitFor(() => expect(page.textBox.value).to.equal(''));
      expect(instance.replies.length).to.equal(1);
      await waitFor(() => expect(page.texts).to.have.length(1));
    });
});
