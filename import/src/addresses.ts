/** Decides which article a comment belongs to, and the key of that article. */
import { parseUrl, parseWebUrl } from 'article-comments/rules.js';
import { ImportError, type PageRef, type SourcePage } from './source.js';

export const keyKinds = ['url', 'path', 'identifier', 'id'] as const;
export type KeyKind = (typeof keyKinds)[number];

export interface AddressOptions {
  /** What the key of an article is. Default: its URL, or its path if the source knows no host. */
  readonly key?: KeyKind | undefined;
  /** Origin that makes URLs of paths, such as `https://news.example`. */
  readonly base?: string | undefined;
  /** New addresses by old ones. An old one that ends with `*` stands for all that start with it; a new one may end with `*`, too. */
  readonly moved?: ReadonlyMap<string, string> | undefined;
}

/** An article of the output. */
export interface Article {
  /** Name of its site, empty if the source knows none. */
  readonly site: string;
  readonly key: string;
  readonly url?: string | undefined;
  readonly title?: string | undefined;
  readonly closed: boolean;
  readonly createdAt?: string | undefined;
  /** The addresses, or other keys, under which the source has it. More than one if they were merged. */
  readonly addresses: readonly string[];
  /** Number of comments in the source. */
  readonly comments: number;
}

/** An article under one of its addresses. */
interface Variant extends PageRef {
  readonly address: string;
  readonly key: string;
  readonly url: string | undefined;
  /** Whether the address is one that the publisher has given for an old one. */
  readonly isMoved: boolean;
}

/** What all pages with the same identity have in common. */
interface Entry {
  readonly site: string;
  /** By address and key. */
  readonly variants: Map<string, Variant>;
  title: string | undefined;
  closed: boolean;
  createdAt: string | undefined;
}

/** Parameters that only tell where a reader came from. */
const TRACKING = /^(?:utm_.*|fbclid|gclid|mc_[ce]id|ref|replytocom)$/i;

/** An address without what differs between two addresses of one page: scheme, `www.`, fragment, tracking, `index.html`, final slash. */
function normalized(address: string): { readonly host: string; readonly path: string } | undefined {
  const url = parseUrl(address);
  if (!url) return undefined;
  const { host, pathname } = url;
  const parameters = ownParameters(url);
  parameters.sort();
  const query = parameters.size > 0 ? `?${parameters}` : '';
  const path = decoded(pathname).replace(/\/(?:index\.\w+)?$/, '');
  return { host: host.replace(/^www\./, ''), path: `${path || '/'}${query}` };
}

/** The parameters without those that only tell where a reader came from. To delete them one by one takes quadratic time. */
const ownParameters = ({ searchParams }: URL): URLSearchParams =>
  new URLSearchParams([...searchParams].filter(([name]) => !TRACKING.test(name)));

function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    // A stray percent sign.
    return pathname;
  }
}

/** A host that no URL has, so that paths can be treated as URLs. */
const NO_HOST = 'http://path.invalid';

/** A text whose memory it does not share with the chunk of the file it was cut from. */
const detached = (text: string): string => Buffer.from(text).toString();

export class Addresses {
  readonly #options: AddressOptions;
  readonly #entries = new Map<string, Entry>();
  readonly #moved = new Map<string, string>();
  readonly #movedPrefixes: (readonly [string, string])[] = [];

  constructor(options: AddressOptions) {
    this.#options = options;
    if (options.base !== undefined && !/^https?:\/\/[^/]+\/?$/.test(options.base))
      throw new ImportError(`--base is "${options.base}": use scheme and host only, such as https://news.example.`);
    for (const [from, to] of options.moved ?? []) {
      if (from.endsWith('*')) this.#movedPrefixes.push([from.slice(0, -1), to]);
      else this.#moved.set(this.#lookup(from), to);
    }
  }

  add(page: SourcePage): Variant {
    const { site, ...found } = this.#identify(page);
    let entry = this.#entries.get(found.identity);
    if (!entry) {
      entry = { site: detached(site), variants: new Map(), title: undefined, closed: false, createdAt: undefined };
      this.#entries.set(detached(found.identity), entry);
    }
    const title = page.title?.replace(/\s+/g, ' ').trim();
    if (title) entry.title ??= detached(title);
    entry.closed ||= page.closed ?? false;
    entry.createdAt ??= page.createdAt;
    const name = `${found.address}\n${found.key}`;
    const known = entry.variants.get(name);
    if (known) return known;
    const key = detached(found.key);
    const variant = {
      identity: detached(found.identity),
      address: found.address === key ? key : detached(found.address),
      key,
      url: found.url === undefined || found.url === key ? found.url && key : detached(found.url),
      isMoved: found.isMoved,
      comments: 0,
    };
    entry.variants.set(detached(name), variant);
    return variant;
  }

  /** The articles by their identities, in the order of sites and keys. */
  articles(): ReadonlyMap<string, Article> {
    const articles = [...this.#entries].map(([identity, { variants: byName, ...facts }]): [string, Article] => {
      const variants = [...byName.values()];
      const [{ key, url }] = [...variants].sort(byPreference) as [Variant];
      const comments = variants.reduce((sum, variant) => sum + variant.comments, 0);
      const addresses = [...new Set(variants.map(({ address }) => address))].sort(compare);
      return [identity, { key, url, ...facts, addresses, comments }];
    });
    const rank = ({ site, key }: Article): string => `${site}\n${key}`;
    return new Map(articles.sort(([, a], [, b]) => compare(rank(a), rank(b))));
  }

  #identify(page: SourcePage): {
    readonly identity: string;
    readonly site: string;
    readonly key: string;
    readonly url?: string | undefined;
    readonly address: string;
    readonly isMoved: boolean;
  } {
    const { key: kind, base } = this.#options;
    const original = page.key ?? page.url ?? page.path ?? page.identifier ?? page.id ?? '';
    const moved = this.#newAddress(original);
    if (page.key !== undefined && moved === undefined) {
      const { key, url, site = '' } = page;
      return { identity: `${site}\n=${key}`, site, key, url, address: key, isMoved: false };
    }
    const address = moved ?? original;
    const isMoved = moved !== undefined;
    const isAddress = isMoved || page.url !== undefined || page.path !== undefined;
    const full =
      isAddress && !parseWebUrl(address) && base !== undefined ? (parseUrl(address, base)?.href ?? address) : address;
    const url = isAddress && parseWebUrl(full) ? withoutTracking(full) : undefined;
    const parts = normalized(url ?? NO_HOST + (address.startsWith('/') ? address : `/${address}`));
    const site = page.site ?? (url && parts?.host) ?? '';
    if (kind === 'identifier' && page.identifier)
      return {
        identity: `${site}\n=${page.identifier}`,
        site,
        key: page.identifier,
        url,
        address: page.identifier,
        isMoved,
      };
    if (kind === 'id' && page.id)
      return { identity: `${site}\n=${page.id}`, site, key: page.id, url, address: page.id, isMoved };
    if (kind === 'url' && !url && isAddress && base === undefined)
      throw new ImportError(`The source has no host for ${address}: give it with --base https://news.example.`);
    const identity = isAddress && parts ? `${site}\n${parts.path}` : `${site}\n=${address}`;
    const key = kind === 'path' && url ? pathOf(url) : address;
    return {
      identity,
      site,
      key: kind === 'url' || (!kind && url) ? (url ?? address) : key,
      url,
      address: original,
      isMoved,
    };
  }

  /** How an address is looked up in the map: as a normalised URL, or as it is. */
  #lookup(address: string): string {
    const parts = normalized(address.startsWith('/') ? NO_HOST + address : address);
    return parts ? `${parts.host}${parts.path}` : address;
  }

  #newAddress(address: string): string | undefined {
    const exact = this.#moved.get(this.#lookup(address));
    if (exact !== undefined) return exact;
    const prefix = this.#movedPrefixes.find(([from]) => address.startsWith(from));
    if (!prefix) return undefined;
    const [from, to] = prefix;
    return to.endsWith('*') ? to.slice(0, -1) + address.slice(from.length) : to;
  }
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(withoutTracking(url));
  return pathname + search;
}

/** A URL without a fragment and without parameters that only tell where a reader came from. Others keep their spelling. */
function withoutTracking(url: string): string {
  const parsed = new URL(url);
  const parameters = ownParameters(parsed);
  if (parameters.size === parsed.searchParams.size && !parsed.hash) return url;
  parsed.hash = '';
  if (parameters.size < parsed.searchParams.size) parsed.search = String(parameters);
  return parsed.href;
}

export const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Of several addresses of an article: the publisher's new one, the one with most comments, then https, then the shortest. */
function byPreference(a: Variant, b: Variant): number {
  const isPlain = ({ key }: Variant): number => Number(!key.startsWith('https:'));
  return (
    Number(b.isMoved) - Number(a.isMoved) ||
    b.comments - a.comments ||
    isPlain(a) - isPlain(b) ||
    a.key.length - b.key.length ||
    compare(a.key, b.key)
  );
}

/** Names that Windows reserves for devices, and the name of the index. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d|index)$/;

/** Whether the articles belong to more than one site. */
export const hasSeveralSites = (articles: Iterable<Article>): boolean =>
  new Set([...articles].map(({ site }) => site).filter(Boolean)).size > 1;

/**
 * Names of files for articles, from their keys: letters, digits and hyphens, each once, also on a disk that ignores case. In a folder for
 * each site if there are several.
 */
export function fileNames(articles: Iterable<readonly [string, Article]>): ReadonlyMap<string, string> {
  const entries = [...articles];
  const isSeveral = hasSeveralSites(entries.map(([, article]) => article));
  const taken = new Set<string>();
  /** The number to try for the next article with the same name. */
  const numbers = new Map<string, number>();
  const names = new Map<string, string>();
  for (const [identity, { site, key }] of entries) {
    const folder = isSeveral && site ? `${slug(site)}/` : '';
    const address = parseWebUrl(key) ? pathOf(key) : key;
    const plain = slug(decoded(address)) || 'home';
    const name = folder + (reserved.test(plain) ? `${plain}-page` : plain);
    let free = name;
    let number = numbers.get(name) ?? 2;
    for (; taken.has(free); number++) free = `${name}-${number}`;
    numbers.set(name, number);
    taken.add(free);
    names.set(identity, `${free}.json`);
  }
  return names;
}

/** Lower-case letters of any script, digits, dots and hyphens; at most 80 characters, which are at most 240 bytes. */
const slug = (text: string): string =>
  text
    .slice(0, 1000)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}.]+/gu, '-')
    .replace(/\.(?:html?|php|aspx?)$/, '')
    .replace(/^[-.]+|[-.]+$/g, '')
    .replaceAll(/\.{2,}/g, '.')
    .slice(0, 80)
    .replace(/[-.]+$/, '');
