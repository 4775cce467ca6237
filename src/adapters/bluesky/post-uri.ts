import { AdapterError } from '../../model/adapter.js';

export const POST_COLLECTION = 'app.bsky.feed.post';

/**
 * The `at://` URI of the post in a discussion's key, which is that URI or the address of the post's page. The
 * author may be a handle. Undefined for other keys.
 */
export function findPostUri(key: string): string | undefined {
  const [, author, recordKey] =
    /^at:\/\/([^/\s]+)\/app\.bsky\.feed\.post\/([^/?#\s]+)$/.exec(key) ??
    /^https:\/\/bsky\.app\/profile\/([^/?#%\s]+)\/post\/([^/?#\s]+)/.exec(key) ??
    [];
  return author && recordKey && `at://${author}/${POST_COLLECTION}/${recordKey}`;
}

/** Like `findPostUri`, but throws `invalid` for other keys. */
export function parsePostUri(key: string): string {
  const uri = findPostUri(key);
  if (uri !== undefined) return uri;
  throw new AdapterError(
    'invalid',
    `"${key}" is not a post on Bluesky. Set discussion to its address, such as https://bsky.app/profile/news.example/post/3abc ` +
      'or at://….',
  );
}

/** The author and the record key in a URI. */
export function splitUri(uri: string): { readonly author: string; readonly recordKey: string } {
  const [author = '', , recordKey = ''] = uri.replace('at://', '').split('/');
  return { author, recordKey };
}

export function profileUrl(author: string): string {
  return `https://bsky.app/profile/${author}`;
}

/** Address of the page where readers see the post and can reply to it. */
export function postUrl(uri: string): string {
  const { author, recordKey } = splitUri(uri);
  return `${profileUrl(author)}/post/${recordKey}`;
}
