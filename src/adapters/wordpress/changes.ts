/** What is done with single comments and with the discussion as a whole: fetched when it is first asked for. */
import { AdapterError, type CommentsAdapter, type ErrorInfo, type ErrorKind, type SubmitResult } from '../../model/adapter.js';
import type { Articles } from './articles.js';
import { escapeText } from './escape-text.js';
import type { WordPressError } from './failure.js';
import { textOf } from './html-text.js';
import { type GuestProof, proofOf, proofsKey, type ProofStorage } from './proofs.js';
import { COMMENT_FIELDS, readComment, type Reading } from './read-comment.js';
import { type Fields, object, text } from './read-value.js';
import type { RestApi, Wanted } from './rest-api.js';

export type Changes = Required<Pick<CommentsAdapter, 'get' | 'submit' | 'source' | 'edit' | 'remove' | 'report' | 'setClosed'>>;

export interface Site {
  readonly api: RestApi;
  readonly articles: Articles;
  /** What comments are read with now. */
  readonly reading: () => Reading;
  /** Where the rights to change what a guest has just written are kept. */
  readonly storage: ProofStorage | undefined;
  /** Address of the REST API, as the page gave it. */
  readonly src: string;
  readonly open: CommentsAdapter['open'];
  /** Whether the companion plugin has been seen. */
  readonly hasCompanion: () => boolean;
}

/** Seconds that WordPress makes one person wait between two comments; no answer says it. */
const FLOOD_WAIT = 15;

/** What the codes mean that writing was seen to be answered with, where the status does not say it. */
const KINDS: Readonly<Record<string, ErrorKind>> = {
  rest_comment_login_required: 'sign-in-required',
  rest_comment_closed: 'closed',
  rest_comment_trash_post: 'not-found',
  rest_comment_draft_post: 'not-found',
  rest_comment_invalid_post_id: 'not-found',
  article_comments_parent_gone: 'parent-gone',
  comment_content_column_length: 'too-long',
  comment_duplicate: 'duplicate',
  comment_flood: 'rate-limited',
};

/** The part of a code or of a parameter's name that says which field is at fault. */
const FIELDS: readonly (readonly [RegExp, NonNullable<ErrorInfo['field']>])[] = [
  [/email/, 'email'],
  [/url/, 'website'],
  [/author/, 'name'],
  [/content/, 'body'],
];

/** What the list of disallowed words has caught is stored in the trash, and answered as created. */
const OUTCOMES: Readonly<Record<string, SubmitResult['outcome']>> = { approved: 'published', trash: 'rejected', spam: 'rejected' };

function refined(thrown: unknown, body: unknown): unknown {
  if (!(thrown instanceof AdapterError)) return thrown;
  const { info, message } = thrown;
  const { code = '', cause } = info;
  const kind = KINDS[code] ?? thrown.kind;
  const [hint = code] = Object.keys((cause as WordPressError | undefined)?.data?.params ?? {});
  // "Name and email are required" does not say which of them was missing.
  const isEmail = code === 'rest_comment_author_data_required' && (Object(body) as { author_name?: string }).author_name;
  const field = isEmail
    ? 'email'
    : kind === 'invalid' || kind === 'too-long'
      ? FIELDS.find(([pattern]) => pattern.test(hint))?.[1]
      : undefined;
  return new AdapterError(kind, message, { ...info, ...(field && { field }), ...(code === 'comment_flood' && { retryAfter: FLOOD_WAIT }) });
}

export function changesOn({ api, articles, reading, open, storage, src, hasCompanion }: Site): Changes {
  const write = async (wanted: Wanted, signal: AbortSignal): Promise<Fields> => {
    try {
      return object((await api.ask(wanted, signal)).value);
    } catch (thrown) {
      throw refined(thrown, wanted.body);
    }
  };

  const keep = (id: string, proof: GuestProof): void => {
    const { proofs } = reading();
    proofs.set(id, proof);
    try {
      storage?.setItem(proofsKey(src), JSON.stringify([...proofs].filter(([one]) => proofOf(one, proofs))));
    } catch {
      // A full storage, or one that is blocked: the proof then holds until the page is left.
    }
  };

  /** The site's way to one comment: the companion's, which knows authors, or WordPress's own, which knows only editors. */
  const at = (id: string): string => `/${hasCompanion() ? 'article-comments/v1' : 'wp/v2'}/comments/${numberOf(id)}`;

  return {
    async get(discussion, id, { signal }) {
      const [post, { value }] = await Promise.all([
        articles.idOf(discussion, signal),
        api.ask({ path: `/wp/v2/comments/${numberOf(id)}`, query: { _fields: COMMENT_FIELDS } }, signal),
      ]);
      const found = object(value);
      if (found.post !== post) throw new AdapterError('not-found', `The comment ${id} is not of this discussion`);
      return readComment(found, reading());
    },
    async submit({ discussion, parentId, body, guest = {} }, { signal }) {
      const post = await articles.idOf(discussion, signal);
      if (post === undefined) throw new AdapterError('not-found', `There is no article "${discussion.key}"`);
      const answer = await write(
        {
          method: 'POST',
          path: '/wp/v2/comments',
          query: { _fields: COMMENT_FIELDS },
          body: {
            post,
            ...(parentId !== null && { parent: Number(parentId) }),
            content: escapeText(body),
            ...(guest.name && { author_name: guest.name }),
            ...(guest.email && { author_email: guest.email }),
            ...(guest.website && { author_url: guest.website }),
          },
        },
        signal,
      );
      const outcome = OUTCOMES[answer.status as string] ?? 'pending';
      if (outcome === 'rejected') return { outcome };
      const { proof } = Object(answer.article_comments) as { proof?: { token: string; until: string } };
      if (proof) keep(String(answer.id), { ...proof, source: body });
      return { outcome, comment: { source: body, ...readComment(answer, reading()) } };
    },
    async source(_, id, { signal }) {
      const path = `/wp/v2/comments/${numberOf(id)}`;
      // Authors hear of their own text from the companion plugin, and only editors from WordPress.
      if (hasCompanion()) {
        const { value } = await api.ask({ path, query: { _fields: COMMENT_FIELDS } }, signal);
        const { source } = readComment(object(value), reading());
        if (source !== undefined) return source;
      }
      const { value } = await api.ask({ path, query: { context: 'edit', _fields: 'content' } }, signal);
      return textOf(text(object(object(value).content, 'content'), 'raw'));
    },
    async edit(_, { id, body }, { signal }) {
      const proof = proofOf(id, reading().proofs);
      const answer = await write(
        { method: 'POST', path: at(id), query: { _fields: COMMENT_FIELDS }, body: { content: escapeText(body), proof: proof?.token } },
        signal,
      );
      if (proof) keep(id, { ...proof, source: body });
      return { ...readComment(answer, reading()), source: body };
    },
    async remove(_, id, { signal }) {
      try {
        await write({ method: 'DELETE', path: at(id), query: { proof: proofOf(id, reading().proofs)?.token } }, signal);
      } catch (thrown) {
        // Somebody else was faster, and it is where it was to go.
        if (!(thrown instanceof AdapterError) || thrown.info.code !== 'rest_already_trashed') throw thrown;
      }
      return { effect: 'gone' };
    },
    async report(_, { id, reason, detail }, { signal }) {
      return await write({ method: 'POST', path: `${at(id)}/reports`, body: { reason, detail } }, signal);
    },
    async setClosed(discussion, closed, call) {
      const { signal } = call;
      const article = await articles.find(discussion, signal);
      if (!article) throw new AdapterError('not-found', `There is no article "${discussion.key}"`);
      const path = `/wp/v2/${article.kind}/${article.id}`;
      await write({ method: 'POST', path, query: { _fields: 'id' }, body: { comment_status: closed ? 'closed' : 'open' } }, signal);
      return open(discussion, call);
    },
  };
}

/** The number in a comment's id. What is none names no comment, and is not to be asked for as a path of the REST API. */
export function numberOf(id: string): number {
  if (/^[1-9]\d*$/.test(id)) return Number(id);
  throw new AdapterError('not-found', `There is no comment "${id}"`);
}
