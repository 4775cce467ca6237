import type { Body } from '../../model/adapter.js';
import { isWebAddress } from './is-web-address.js';
import type { Facet, Post } from './lexicon.js';
import { postPage, profilePage } from './post-address.js';

/**
 * A post's text with its links. Plain text where that says everything; where a link has words of its own, a mention or a tag
 * among them, Markdown in which nothing but those links is markup. What is shown of pictures, films, quotes and linked pages
 * is their address, below the text.
 */
export function bodyOf({ uri, record, embed }: Post): Body {
  const text = String(record.text);
  const links = linksIn(text, record.facets ?? []);
  const attached = embed === undefined ? undefined : (embed.external?.uri ?? postPage(uri));
  const address = attached !== undefined && !text.includes(attached) && !links.some(({ href }) => href === attached) ? attached : undefined;
  if (links.every(({ label, href }) => label === href)) {
    return { format: 'text', value: address === undefined ? text : `${text}\n\n${address}` };
  }
  let value = '';
  let end = 0;
  for (const link of links) {
    value += `${escaped(text.slice(end, link.start))}[${escaped(link.label)}](<${inMarkdown(link.href)}>)`;
    end = link.end;
  }
  value += escaped(text.slice(end));
  return { format: 'markdown', value: address === undefined ? value : `${value}\n\n<${inMarkdown(address)}>` };
}

interface Link {
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
  readonly label: string;
  readonly href: string;
}

/** The links in the order of the text. Ranges that lie outside of it, or that overlap, are nothing to rely on. */
function linksIn(text: string, facets: readonly Facet[]): readonly Link[] {
  if (facets.length === 0) return [];
  const bytes = new TextEncoder().encode(text);
  const decoder = new TextDecoder();
  const offset = (byte: number): number => decoder.decode(bytes.subarray(0, byte)).length;
  const links: Link[] = [];
  const inOrder = [...facets].sort((one, other) => one.index.byteStart - other.index.byteStart);
  for (const { index, features } of inOrder) {
    const href = features.map(targetOf).find((target) => target !== undefined);
    const start = offset(index.byteStart);
    const end = offset(index.byteEnd);
    if (href === undefined || !(index.byteStart >= 0) || index.byteEnd > bytes.length || start >= end) continue;
    if (start >= (links.at(-1)?.end ?? 0)) links.push({ start, end, label: text.slice(start, end), href });
  }
  return links;
}

function targetOf({ uri, did, tag }: Facet['features'][number]): string | undefined {
  if (did !== undefined) return profilePage(did);
  if (tag !== undefined) return `https://bsky.app/hashtag/${encodeURIComponent(tag)}`;
  return uri !== undefined && isWebAddress(uri) ? uri : undefined;
}

const escaped = (text: string): string => text.replace(/[!-/:-@[-`{-~]/g, '\\$&');

/** An address that cannot end early inside angle brackets, nor inside the round ones around them. */
const inMarkdown = (href: string): string => href.replace(/[\s<>()\\]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
