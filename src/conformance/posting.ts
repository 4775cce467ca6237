/** How checks put comments into a discussion. */
import type { AdapterError, Comment, CommentId, CommentsAdapter, Draft, GuestField, Posting, SubmitResult } from '../model/adapter.js';
import { submitResult } from './contract-shapes.js';
import { defaultSort, readAll } from './reading.js';
import type { Scene } from './scene.js';
import { shown } from './shown-value.js';
import type { Planted } from './stage.js';

/** A UUID, version 4 of RFC 9562, also where `crypto.randomUUID` is missing because the page came without TLS. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte, index) =>
    (index === 6 ? (byte & 15) | 64 : index === 8 ? (byte & 63) | 128 : byte).toString(16).padStart(2, '0'),
  ).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** A text that was never posted before, because many backends refuse a text that they have already. */
export const newText = (words = 'A comment'): string => `${words} ${newKey().slice(0, 8)}`;

const guestDetails: Readonly<Record<GuestField, string>> = {
  name: 'Conny Formance',
  email: 'conny@example.org',
  website: 'https://example.org/conny',
};

/** What a guest has to tell of themselves. */
export function guestFor({ guest = {} }: Posting = {}): NonNullable<Draft['guest']> {
  return Object.fromEntries(Object.keys(guest).map((field) => [field, guestDetails[field as GuestField]]));
}

export interface Wanted extends Partial<Pick<Draft, 'body' | 'parentId' | 'submitKey' | 'guest'>> {
  /** Who posts. Default: the adapter under test. */
  readonly adapter?: CommentsAdapter;
  readonly discussion?: Draft['discussion'];
}

/** A draft that the posting rules of the discussion allow, as far as they are told. */
export async function newDraft(scene: Scene, { adapter = scene.adapter, ...wanted }: Wanted = {}): Promise<Draft> {
  const discussion = wanted.discussion ?? scene.discussion;
  const { viewer, posting } = await scene.opened(adapter, discussion);
  const guest = viewer?.state === 'signed-in' ? {} : guestFor(posting);
  return {
    discussion,
    parentId: null,
    body: newText(),
    submitKey: newKey(),
    ...(Object.keys(guest).length > 0 && { guest }),
    ...wanted,
  };
}

/** Sends a draft and expects it to be taken. A backend that wants a pause first breaks no rule, and nothing can be found out. */
export async function send(scene: Scene, draft: Draft, adapter: CommentsAdapter = scene.adapter): Promise<SubmitResult> {
  const { submit } = scene.withMethods(adapter, ['submit']);
  const did = `submit(${shown(draft)})`;
  const settled = await scene.settle(did, () => submit.call(adapter, draft, scene.call));
  if (settled.type === 'answered') {
    scene.expectShape(did, submitResult, settled.value);
    return settled.value;
  }
  if (Object(settled.error) === settled.error && (settled.error as Partial<AdapterError>).kind === 'rate-limited')
    scene.skip('The backend takes no comments so quickly after each other ("rate-limited"): switch that off for the checks.');
  return scene.fail({ did, expected: 'an answer', got: shown(settled.error) }, settled.error);
}

/** Posts a comment that everybody can read, and waits until it is in the list. */
export async function post(scene: Scene, wanted: Wanted = {}): Promise<Comment> {
  const { adapter = scene.adapter } = wanted;
  scene.withMethods(adapter, ['submit']);
  const draft = await newDraft(scene, wanted);
  const { outcome, comment } = await send(scene, draft, adapter);
  if (outcome !== 'published')
    scene.skip(`The backend answered "${outcome}" to an ordinary comment: this check needs one that publishes at once.`);
  // An adapter need not hand the comment over, and a list may lag behind.
  return awaitListed(scene, ({ id, body }) => (comment ? id === comment.id : body.value.includes(draft.body)), { ...wanted, adapter });
}

/** Waits until the list has a comment. */
export async function awaitListed(
  scene: Scene,
  matches: (comment: Comment) => boolean,
  { adapter = scene.adapter, discussion = scene.discussion }: Wanted = {},
): Promise<Comment> {
  const sort = defaultSort(adapter);
  const found = await scene.eventually(
    { did: 'posted a comment, then listed', expected: 'the comment in the list' },
    async () => (await readAll(scene, { adapter, discussion, sort, limit: 50 })).find(matches),
    (comment) => (comment === undefined ? 'a list without it' : undefined),
  );
  return found as Comment;
}

const ordinary = (howMany: number): readonly Planted[] =>
  Array.from({ length: howMany }, (_, place) => ({ text: newText(`Comment ${place + 1}`) }));

/** Puts ordinary comments at the top level, each later than the one before, and answers with their ids. */
export async function fill(scene: Scene, howMany: number): Promise<readonly CommentId[]> {
  const planted = ordinary(howMany);
  return (await plant(scene, planted)) ?? postAll(scene, planted);
}

/** The same with comments of the viewer's own. */
export const fillOwn = (scene: Scene, howMany: number): Promise<readonly CommentId[]> => postAll(scene, ordinary(howMany));

/** Has the stage make comments; undefined where it cannot. */
export async function plant(scene: Scene, planted: readonly Planted[]): Promise<readonly CommentId[] | undefined> {
  const ids = await scene.stage.fill?.(planted);
  if (ids !== undefined) await scene.opened(scene.adapter);
  return ids;
}

/** Makes comments through the adapter, by posting them one after the other. */
export async function postAll(scene: Scene, planted: readonly Planted[]): Promise<readonly CommentId[]> {
  await scene.having('submit');
  const ids: CommentId[] = [];
  for (const { text, parent } of planted) {
    const parentId = typeof parent === 'number' ? (ids[parent] ?? null) : null;
    ids.push((await post(scene, { body: text, parentId })).id);
  }
  return ids;
}
