/** What is done with the rights to an account. Fetched when somebody does it: readers need none of it. */
import {
  AdapterError,
  type Author,
  type Call,
  type Draft,
  type Report,
  type ReportReceipt,
  type SubmitResult,
  type Vote,
  type Votes,
} from '../../model/adapter.js';
import type { BlueskyClient } from './bluesky-client.js';
import type { Post } from './lexicon.js';
import { OwnRecords } from './own-records.js';
import { partsOf } from './post-address.js';
import { writeLike } from './write-like.js';
import { writePost } from './write-post.js';

/** Bluesky's reasons for those of the section; what is not here is `reasonOther`, and the words of the reader say what it is. */
const REASONS: Readonly<Record<string, string>> = {
  abuse: 'Rude',
  spam: 'Spam',
  false: 'Misleading',
  private: 'Violation',
  illegal: 'Violation',
};

const GONE = 'This post is no longer on Bluesky.';

export class BlueskyWriter {
  readonly #client: BlueskyClient;
  readonly #author: Author & { readonly id: string };
  readonly #records: OwnRecords;

  constructor(client: BlueskyClient, author: Author & { readonly id: string }, call: Call) {
    this.#client = client;
    this.#author = author;
    this.#records = new OwnRecords(client, author.id, call);
    this.#call = call;
  }

  readonly #call: Call;

  submit(draft: Draft): Promise<SubmitResult> {
    return writePost(draft, { client: this.#client, records: this.#records, author: this.#author, call: this.#call });
  }

  async vote({ id, value }: Vote): Promise<Votes> {
    if (value < 0) throw new AdapterError('unsupported', 'Bluesky has no votes against a post.');
    return writeLike(await this.#find(id), value, this.#records);
  }

  async remove(id: string): Promise<{ readonly effect: 'subtree' }> {
    const { author, recordKey } = partsOf(id);
    if (!recordKey) throw new AdapterError('not-found', GONE);
    if (author !== this.#author.id) throw new AdapterError('forbidden', 'This post is of another account.');
    if (!(await this.#records.post(recordKey))) throw new AdapterError('not-found', GONE);
    await this.#records.delete('app.bsky.feed.post', recordKey);
    // What answered it is still on Bluesky, but in no thread any more.
    return { effect: 'subtree' };
  }

  /** Reports to the moderation service of the account's own server. A repeat is a report of its own there. */
  async report({ id, reason, detail }: Report): Promise<ReportReceipt> {
    const { uri, cid } = await this.#find(id);
    const type = (Object.hasOwn(REASONS, reason) && REASONS[reason]) || 'Other';
    const input = {
      reasonType: `com.atproto.moderation.defs#reason${type}`,
      reason: detail,
      subject: { $type: 'com.atproto.repo.strongRef', uri, cid },
    };
    const taken = await this.#client.askOwn<{ readonly id?: number }>('com.atproto.moderation.createReport', this.#call, input);
    return taken.id === undefined ? {} : { reference: String(taken.id) };
  }

  async #find(id: string): Promise<Post> {
    const [post] = await this.#client.posts([id], this.#call);
    if (post) return post;
    throw new AdapterError('not-found', GONE);
  }
}
