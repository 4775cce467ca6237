import type { ArticleComments, CommentQuote } from '../../src/index.js';
import { ScriptedReader } from './scripted-reader.js';
import type { DemoQuote, DemoSection, DemoState } from './states.js';

export interface MountOptions {
  /** Whether the state has the page to itself. Otherwise it is one of many, loads lazily and never moves the focus. */
  readonly alone: boolean;
  /** Heading level above the section. */
  readonly headingLevel: number;
}

export interface MountedState {
  /** The sections, and after them the quotes. */
  readonly elements: readonly (ArticleComments | CommentQuote)[];
  /** Resolves once the scripted reader has finished. Its last request may still be pending. */
  readonly acted: Promise<unknown>;
}

/** Adds the sections and buttons of a state to `parent`. */
export function mountState(state: DemoState, parent: HTMLElement, { alone, headingLevel }: MountOptions): MountedState {
  const acts: Promise<void>[] = [];
  if (alone && state.permalink !== undefined)
    history.replaceState(null, '', `#comment-${encodeURIComponent(state.permalink)}`);
  const sections = state.make();
  const level = sections.some(({ caption }) => caption !== undefined) ? headingLevel + 1 : headingLevel;
  const elements = sections.map((section, index) => {
    const element = createSection(section, {
      discussion: `demo.${state.name}.${index}.`,
      level: level + 1,
      lazy: !alone,
    });
    if (section.act && (alone || !state.actsAlone)) acts.push(actOnLoad(element, section.act));
    return element;
  });
  const first = elements[0];
  if (state.actions && first) parent.append(createButtons(state, first));
  elements.forEach((element, index) => {
    const caption = sections[index]?.caption;
    if (caption !== undefined) {
      const heading = document.createElement(`h${level}`);
      heading.className = 'caption';
      heading.textContent = caption;
      parent.append(heading);
    }
    const { teasers, quotes } = sections[index] ?? {};
    if (teasers) parent.append(createTeasers(teasers, element));
    if (quotes) parent.append(createQuotes(quotes, element));
    parent.append(element);
  });
  return { elements: [...elements, ...parent.querySelectorAll('comment-quote')], acted: Promise.all(acts) };
}

function createSection(
  { adapter, attributes, messages, slots = {}, json, prepare, act }: DemoSection,
  { discussion, level, lazy }: { discussion: string; level: number; lazy: boolean },
): ArticleComments {
  // A draft from an earlier visit would get in the scripted reader's way.
  if (act) clearDrafts(discussion);
  prepare?.(discussion);
  const element = document.createElement('article-comments');
  const all = { discussion, 'heading-level': String(level), loading: lazy ? 'lazy' : 'eager', ...attributes };
  for (const [name, value] of Object.entries(all)) element.setAttribute(name, value);
  if (json !== undefined) {
    const script = document.createElement('script');
    script.type = 'application/json';
    script.text = JSON.stringify(json);
    element.append(script);
  }
  for (const [name, text] of Object.entries(slots)) {
    const content = document.createElement('p');
    if (name !== '') content.slot = name;
    content.className = 'slotted';
    content.dir = 'auto';
    content.textContent = text;
    element.append(content);
  }
  element.messages = messages;
  element.adapter = adapter;
  return element;
}

function actOnLoad(element: ArticleComments, act: NonNullable<DemoSection['act']>): Promise<void> {
  return new Promise((resolve, reject) => {
    element.addEventListener('comments-load', () => void act(new ScriptedReader(element)).then(resolve, reject), {
      once: true,
    });
  });
}

/** The storage keys of drafts contain the key of their discussion. */
function clearDrafts(discussion: string): void {
  for (const storage of [localStorage, sessionStorage])
    for (const key of Object.keys(storage)) if (key.includes(`["${discussion}"`)) storage.removeItem(key);
}

/** Article titles with comment counts, as on a list page. The counts come from the section's adapter. */
function createTeasers(
  teasers: Readonly<Record<string, string>>,
  { adapter, discussion }: ArticleComments,
): HTMLElement {
  const list = document.createElement('ul');
  list.className = 'teasers';
  for (const [key, title] of Object.entries(teasers)) {
    const item = document.createElement('li');
    const count = document.createElement('comment-count');
    count.discussion = key || discussion;
    count.adapter = adapter;
    item.append(title, ' ', count);
    list.append(item);
  }
  return list;
}

/** A text that quotes comments, as another article would. They come from the section's adapter, and lead to it. */
function createQuotes(quotes: readonly DemoQuote[], { adapter, discussion }: ArticleComments): HTMLElement {
  const article = document.createElement('div');
  article.className = 'quoting';
  for (const { comment, before, printed } of quotes) {
    const paragraph = document.createElement('p');
    paragraph.lang = 'en';
    paragraph.dir = 'ltr';
    paragraph.textContent = before;
    const quote = document.createElement('comment-quote');
    Object.assign(quote, { adapter, discussion, comment, href: location.pathname + location.search });
    const fallback = document.createElement('blockquote');
    fallback.dir = 'auto';
    fallback.textContent = printed;
    quote.append(fallback);
    // For whoever photographs or checks the state: a quote that has failed looks as one that has not been fetched.
    quote.addEventListener('comments-error', () => quote.toggleAttribute('data-failed', true));
    article.append(paragraph, quote);
  }
  return article;
}

function createButtons({ actions = [] }: DemoState, element: ArticleComments): HTMLElement {
  const bar = document.createElement('p');
  bar.className = 'actions';
  for (const { label, run } of actions) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'control';
    button.textContent = label;
    button.addEventListener('click', () => run(element, element.discussion ?? ''));
    bar.append(button);
  }
  return bar;
}
