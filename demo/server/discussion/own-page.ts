import type { Store } from '../store.js';

/** The address of a page, if it is one of the publisher's. */
export function ownPage({ pageOrigins }: Pick<Store, 'pageOrigins'>, url: string): string | undefined {
  const origin = URL.canParse(url) ? new URL(url).origin : undefined;
  const isOwn = pageOrigins === 'any' ? url !== '' : origin !== undefined && pageOrigins.includes(origin);
  return isOwn ? url : undefined;
}
