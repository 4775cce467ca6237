/**
 * What our rules make of CommonMark's examples, derived from CommonMark's own result, without the code under test: of `src/content` it has
 * only the nodes of the tree. docs/content.md lists the rules.
 */
import { type ContentNode, element, text, textOf } from '../../src/content/tree.js';
import { lessThan, plainSource, toHtml } from './plain-source.js';
import { normalised, treeOf } from './tree.js';

/** One of CommonMark's examples. */
export interface Example {
  readonly number: number;
  readonly section: string;
  readonly markdown: string;
  readonly html: string;
}

/** The tree that an example should become, and the names of the rules that make it another than CommonMark's. */
export interface Expected {
  readonly tree: ContentNode[];
  readonly rules: ReadonlySet<RuleName>;
}

export const rules = {
  html: '**HTML is text.** `<` only starts an address in angle brackets.',
  quote: '**A line without `>` ends a quote**, because it is usually the reply.',
  heading: '**A heading is a paragraph in bold**: a comment must not change the outline of the page.',
  image: '**An image is a link** whose text is its description. Inside a link, only the description is shown.',
  target:
    '**Only `http:`, `https:` and `mailto:` are linked.** Other links become their label, followed by the address as text.',
  link:
    '**Links are marked and honest**: they have a `rel` and a `dir` and no title. Without a label, the address is shown; after a ' +
    'label that names another host, the real host is shown.',
  bare: '**A bare address is a link** if it starts with `http://` or `https://`.',
  language: '**The language of code is ignored**, because classes are not allowed in comments.',
  entity: '**Only some named characters are supported.** Names that are not in the list below are shown as typed.',
} as const;

export type RuleName = keyof typeof rules;
type Note = (rule: RuleName) => void;

/** An example as its authors mean it: `→` stands for a tab. */
export function readExample({ number, section, markdown, html }: Example): Example {
  return { number, section, markdown: markdown.replaceAll('→', '\t'), html: html.replaceAll('→', '\t') };
}

export function applyRules({ markdown, html }: Example): Expected {
  const used = new Set<RuleName>();
  const note: Note = (rule) => used.add(rule);
  const source = plainSource(markdown, note);
  const tree = normalised(treeOf(used.size > 0 ? toHtml(source) : html));
  return { tree: tree.flatMap((node) => changed(node, note, false)), rules: used };
}

function changed(node: ContentNode, note: Note, isLabel: boolean): ContentNode[] {
  if (node.type === 'text') return changedText(node.value.replaceAll(lessThan, '<'), note, isLabel);
  const { tagName, properties } = node;
  if (tagName === 'code') {
    if (properties.class) note('language');
    return [element('code', node.children)];
  }
  if (tagName === 'img') {
    note('image');
    return link(properties.src ?? '', properties.alt ? [text(properties.alt)] : [], note, isLabel);
  }
  const children = node.children.flatMap((child) => changed(child, note, isLabel || tagName === 'a'));
  if (tagName === 'a') return link(properties.href ?? '', children, note, isLabel);
  if (/^h\d$/.test(tagName)) {
    note('heading');
    return [element('p', [element('strong', children)])];
  }
  return [element(tagName, children, properties)];
}

/** A bare address in the examples ends at a space, a quotation mark or an angle bracket. */
const bareAddress = /(https?:\/\/[^\s<>"']+)/;

function changedText(value: string, note: Note, isLabel: boolean): ContentNode[] {
  if (isLabel) return [text(value)];
  return value.split(bareAddress).map((piece) => {
    const href = bareAddress.test(piece) && targetOf(piece);
    if (!href) return text(piece);
    note('bare');
    return anchor(href, 'ltr', [text(piece)]);
  });
}

/** A web or mail address as browsers write it. */
function targetOf(address: string): string | undefined {
  return /^(https?:\/\/[^/]|mailto:.)/i.test(address) && URL.canParse(address) ? new URL(address).href : undefined;
}

const anchor = (href: string, dir: 'auto' | 'ltr', label: ContentNode[]): ContentNode =>
  element('a', label, { href, rel: 'ugc nofollow noopener', dir });

const isolated = (value: string): ContentNode => text(` (\u2066${value}\u2069)`);

/** Host names in a label. */
const hosts = (label: string): readonly string[] =>
  label.toLowerCase().match(/[a-z\d-]+(\.[a-z\d-]+)*\.[a-z]{2,}/g) ?? [];

function link(address: string, label: ContentNode[], note: Note, isLabel: boolean): ContentNode[] {
  if (isLabel) return label;
  const href = targetOf(address);
  const shown = textOf(label);
  if (href) {
    note('link');
    if (shown === address || `mailto:${shown}` === address) return [anchor(href, 'ltr', label)];
    const { hostname } = new URL(href);
    const named = label.length > 0 ? label : [text(href)];
    const isMisleading = hosts(textOf(named)).some((host) => host !== hostname);
    return [anchor(href, 'auto', isMisleading ? [...named, isolated(hostname)] : named)];
  }
  note('target');
  const typed = decodeURI(address);
  return !typed || typed === shown ? label : [...label, isolated(typed)];
}
