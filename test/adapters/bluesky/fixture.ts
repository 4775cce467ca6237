/** Responses recorded from a Bluesky network of the package `@atproto/dev-env`, reduced to the parts that the adapter reads. */
import type { Exchange } from '../../support/replayed-fetch.js';

export const ADA = 'did:plc:tu5qyzsog6ix5bzshcyx3smh';
export const BOB = 'did:plc:6efoh72pmeaun2pzygbpx7yb';

const handles: Readonly<Record<string, string>> = { [ADA]: 'ada.test', [BOB]: 'bob.test' };
const CID = 'bafyreif5wgfqf6wq5dtgx6ri72e4gk5pn3wlhcljeu7ututmrgk7b54tbq';

export const uriOf = (author: string, name: string): string => `at://${author}/app.bsky.feed.post/${name}`;
export const ROOT = uriOf(ADA, '3n33jwjght22t');

interface PostFields {
  readonly name: string;
  readonly author?: string;
  readonly text?: string;
  readonly at?: string;
  readonly profile?: object;
  readonly record?: object;
  readonly view?: object;
}

/** A post as the AppView returns it. */
export function post({
  name,
  author = BOB,
  text = `Text of ${name}`,
  at = '2026-11-24T20:58:30.846Z',
  profile,
  record,
  view,
}: PostFields) {
  return {
    uri: uriOf(author, name),
    cid: CID,
    author: {
      did: author,
      handle: handles[author],
      associated: { activitySubscription: { allowSubscriptions: 'followers' } },
      labels: [],
      ...profile,
    },
    record: {
      text,
      $type: 'app.bsky.feed.post',
      reply: { root: { cid: CID, uri: ROOT }, parent: { cid: CID, uri: ROOT } },
      createdAt: at,
      ...record,
    },
    bookmarkCount: 0,
    replyCount: 0,
    repostCount: 0,
    likeCount: 0,
    quoteCount: 0,
    indexedAt: at,
    labels: [],
    ...view,
  };
}

/** The discussed post. */
export const root = (view: object = {}) =>
  post({
    name: '3n33jwjght22t',
    author: ADA,
    text: 'Discuss this',
    at: '2026-11-24T20:58:29.000Z',
    record: { reply: undefined },
    view,
  });

export const node = (of: ReturnType<typeof post>, ...replies: readonly object[]) => ({
  $type: 'app.bsky.feed.defs#threadViewPost',
  post: of,
  replies,
  threadContext: {},
});

/** A post at the requested depth, which has no list of replies. */
export const cut = (of: ReturnType<typeof post>) => ({
  $type: 'app.bsky.feed.defs#threadViewPost',
  post: of,
  threadContext: {},
});

export const threadgate = (record: object) => ({
  uri: `at://${ADA}/app.bsky.feed.threadgate/3n33jwjght22t`,
  cid: CID,
  record: { post: ROOT, $type: 'app.bsky.feed.threadgate', createdAt: '2026-11-24T20:58:44.624Z', ...record },
  lists: [],
});

const xrpc = (method: string): string => `/xrpc/${method}`;

export const thread = (of: object, gate?: object): Exchange => ({
  request: `GET ${xrpc('app.bsky.feed.getPostThread')}`,
  body: { thread: of, ...(gate && { threadgate: gate }) },
});

export const posts = (...found: readonly object[]): Exchange => ({
  request: `GET ${xrpc('app.bsky.feed.getPosts')}`,
  body: { posts: found },
});

export const profile: Exchange = {
  request: `GET ${xrpc('app.bsky.actor.getProfile')}`,
  body: {
    did: BOB,
    handle: 'bob.test',
    displayName: 'Bob',
    labels: [],
    followersCount: 0,
    followsCount: 0,
    postsCount: 2,
  },
};

export const notFound: Exchange = {
  request: `GET ${xrpc('app.bsky.feed.getPostThread')}`,
  status: 400,
  body: { error: 'NotFound', message: `Post not found: ${ROOT}` },
};

export const stored = (name: string): Exchange => ({
  request: `POST ${xrpc('com.atproto.repo.putRecord')}`,
  body: {
    uri: uriOf(BOB, name),
    cid: CID,
    commit: { cid: CID, rev: '3n33jwnzc2s2t' },
    validationStatus: 'valid',
  },
});

export const storedBefore: Exchange = {
  request: `POST ${xrpc('com.atproto.repo.putRecord')}`,
  status: 400,
  body: { error: 'InvalidSwap', message: `Record was at ${CID}` },
};

export const record = (name: string, text: string): Exchange => ({
  request: `GET ${xrpc('com.atproto.repo.getRecord')}`,
  body: {
    uri: uriOf(BOB, name),
    cid: CID,
    value: {
      text,
      $type: 'app.bsky.feed.post',
      reply: { root: { cid: CID, uri: ROOT }, parent: { cid: CID, uri: ROOT } },
      createdAt: '2026-11-24T10:00:00.000Z',
    },
  },
});

export const noRecord: Exchange = {
  request: `GET ${xrpc('com.atproto.repo.getRecord')}`,
  status: 400,
  body: { error: 'RecordNotFound', message: `Could not locate record: ${uriOf(BOB, '3bcdefghij235')}` },
};

export const deleted: Exchange = { request: `POST ${xrpc('com.atproto.repo.deleteRecord')}`, body: {} };

export const reported: Exchange = {
  request: `POST ${xrpc('com.atproto.moderation.createReport')}`,
  body: {
    id: 3,
    createdAt: '2026-11-24T20:58:40.741Z',
    reasonType: 'com.atproto.moderation.defs#reasonRude',
    reason: 'x',
    reportedBy: BOB,
    subject: { $type: 'com.atproto.repo.strongRef', uri: ROOT, cid: CID },
  },
};

export const invalidToken = (request: string): Exchange => ({
  request,
  status: 400,
  body: { error: 'InvalidToken', message: 'Token could not be verified' },
});
