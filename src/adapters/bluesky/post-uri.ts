import { AdapterError } from '../../model/adapter.js';

const COLLECTION = 'app.bsky.feed.post';

/** The `at://` address of the post that a publisher names, by that address or by the one of its page; the author may be a handle. Undefined where it is neither. */
export function postUriIn(key: string): string | undefined {
  const [, author, name] =
    /^at:\/\/([^/\s]+)\/app\.bsky\.feed\.post\/([^/?#\s]+)$/.exec(key) ??
    /^https:\/\/bsky\.app\/profile\/([^/?#%\s]+)\/post\/([^/?#\s]+)/.exec(key) ??
    [];
  return author === undefined || name === undefined ? undefined : `at://${author}/${COLLECTION}/${name}`;
}

/** The same, where it has to be one. */
export function postUri(key: string): string {
  const uri = postUriIn(key);
  if (uri !== undefined) return uri;
  throw new AdapterError(
    'invalid',
    `"${key}" names no post on Bluesky: set discussion to its address, such as https://bsky.app/profile/news.example/post/3abc or at://….`,
  );
}

/** Author and record key of a post. */
export function partsOf(uri: string): { readonly author: string; readonly recordKey: string } {
  const [author = '', , recordKey = ''] = uri.replace('at://', '').split('/');
  return { author, recordKey };
}

export function profilePage(author: string): string {
  return `https://bsky.app/profile/${author}`;
}

/** Where a reader finds the post and can answer it. */
export function postPage(uri: string): string {
  const { author, recordKey } = partsOf(uri);
  return `${profilePage(author)}/post/${recordKey}`;
}
