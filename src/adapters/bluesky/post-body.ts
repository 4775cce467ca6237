import type { Body } from '../../model/adapter.js';
import type { Facet, Post } from './lexicon.js';
import { postUrl, profileUrl } from './post-uri.js';
import { isWebUrl } from './web-url.js';

/**
 * The text of a post with its links. Plain text if every link shows its own URL; otherwise Markdown that is
 * escaped except for the links, mentions and tags. Images, videos, quotes and link cards become one URL below
 * the text.
 */
export function bodyOf({ uri, record, embed }: Post): Body {
  const text = String(record.text);
  const links = readLinks(text, record.facets ?? []);
  const embedUrl = embed && (embed.external?.uri ?? postUrl(uri));
  const isShown = embedUrl === undefined || text.includes(embedUrl) || links.some(({ href }) => href === embedUrl);
  if (links.every(({ label, href }) => label === href)) {
    return { format: 'text', value: isShown ? text : `${text}\n\n${embedUrl}` };
  }
  let value = '';
  let end = 0;
  for (const link of links) {
    value += `${escapeMarkdown(text.slice(end, link.start))}[${escapeMarkdown(link.label)}](<${escapeHref(link.href)}>)`;
    end = link.end;
  }
  value = (value + escapeMarkdown(text.slice(end))).trimStart();
  return { format: 'markdown', value: isShown ? value : `${value}\n\n<${escapeHref(embedUrl)}>` };
}

interface Link {
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
  readonly label: string;
  readonly href: string;
}

/** The links in text order, without those that overlap or lie outside the text. */
function readLinks(text: string, facets: readonly Facet[]): readonly Link[] {
  if (facets.length === 0) return [];
  const bytes = new TextEncoder().encode(text);
  // A byte order mark at the start is part of the text, and counts.
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const toOffset = (byte: number): number => decoder.decode(bytes.subarray(0, byte)).length;
  const links: Link[] = [];
  const sorted = [...facets].sort((a, b) => a.index.byteStart - b.index.byteStart);
  for (const { index, features } of sorted) {
    const href = features.map(hrefOf).find((found) => found !== undefined);
    const start = toOffset(index.byteStart);
    const end = toOffset(index.byteEnd);
    // The negated comparison also rejects an offset that is not a number.
    if (href === undefined || !(index.byteStart >= 0) || index.byteEnd > bytes.length || start >= end) continue;
    if (start >= (links.at(-1)?.end ?? 0)) links.push({ start, end, label: text.slice(start, end), href });
  }
  return links;
}

function hrefOf({ uri, did, tag }: Facet['features'][number]): string | undefined {
  if (did !== undefined) return profileUrl(did);
  if (tag !== undefined) return `https://bsky.app/hashtag/${encodeURIComponent(tag)}`;
  return uri !== undefined && isWebUrl(uri) ? uri : undefined;
}

/** Removes the indentation of lines, which would turn a paragraph into code. */
const escapeMarkdown = (text: string): string => text.replace(/\n[ \t]+/g, '\n').replace(/[!-/:-@[-`{-~]/g, '\\$&');

/** Escapes the characters that would end a URL inside `<…>` or `(…)`. */
const escapeHref = (href: string): string =>
  href.replace(/[\s<>()\\]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
