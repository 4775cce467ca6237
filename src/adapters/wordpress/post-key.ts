import { parseUrl } from '../shared/urls.js';

/** A discussion's key: the id of a post, its slug, or its address. */
export interface PostKey {
  readonly id?: number | undefined;
  /** Empty if the key is an address without a path. */
  readonly slug: string;
  /** The path of an address, without a slash at its end. */
  readonly path?: string;
}

/** Base for addresses without a host, whose host does not matter. */
const ANY_HOST = 'http://localhost';

/** Whether a text is the id of a post. */
export const isPostId = (text: string): boolean => /^[1-9]\d*$/.test(text);

export function parsePostKey(key: string): PostKey {
  if (isPostId(key)) return { id: Number(key), slug: '' };
  const url = key.includes('/') ? parseUrl(key, ANY_HOST) : undefined;
  if (!url) return { slug: key };
  const { pathname, searchParams } = url;
  // Without pretty permalinks, addresses contain the id as a parameter.
  const parameter = searchParams.get('p') ?? searchParams.get('page_id') ?? '';
  // The slug stays percent-encoded, as WordPress stores it.
  const path = pathname.replace(/\/+$/, '');
  return { id: isPostId(parameter) ? Number(parameter) : undefined, slug: path.slice(path.lastIndexOf('/') + 1), path };
}
