import type { ArticleComments } from '../../src/index.js';
import { Reader } from './scripted-reader.js';
import type { DemoSection, DemoState } from './states.js';

export interface MountOptions {
  /** The state has the page to itself; else it is one of many, loads when it comes near, and leaves the focus alone. */
  readonly alone: boolean;
  /** Level of the heading above the section. */
  readonly headingLevel: number;
}

export interface MountedState {
  readonly elements: readonly ArticleComments[];
  /** Resolves once the reader has done everything; what follows from it may still be under way. */
  readonly acted: Promise<unknown>;
}

/** Puts the sections of a state and its buttons into `parent`. */
export function mountState(state: DemoState, parent: HTMLElement, { alone, headingLevel }: MountOptions): MountedState {
  const acts: Promise<void>[] = [];
  if (alone && state.permalink !== undefined) history.replaceState(null, '', `#comment-${encodeURIComponent(state.permalink)}`);
  const sections = state.make();
  const level = sections.some(({ caption }) => caption !== undefined) ? headingLevel + 1 : headingLevel;
  const elements = sections.map((section, index) => {
    const element = createSection(section, { discussion: `demo.${state.name}.${index}.`, level: level + 1, lazy: !alone });
    if (section.act && (alone || !state.actsAlone)) acts.push(actOnce(element, section.act));
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
    const { teasers } = sections[index] ?? {};
    if (teasers) parent.append(createTeasers(teasers, element));
    parent.append(element);
  });
  return { elements, acted: Promise.all(acts) };
}

function createSection(
  { adapter, attributes, messages, slots = {}, json, prepare, act }: DemoSection,
  { discussion, level, lazy }: { discussion: string; level: number; lazy: boolean },
): ArticleComments {
  prepare?.(discussion);
  const element = document.createElement('article-comments');
  const given = { discussion, 'heading-level': String(level), loading: lazy ? 'lazy' : 'eager', ...attributes };
  for (const [name, value] of Object.entries(given)) element.setAttribute(name, value);
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
    content.textContent = text;
    element.append(content);
  }
  // What was left of the last showing would let the reader's part begin in the middle.
  if (act) forgetDrafts(discussion);
  element.messages = messages;
  element.adapter = adapter;
  return element;
}

function actOnce(element: ArticleComments, act: NonNullable<DemoSection['act']>): Promise<void> {
  return new Promise((resolve, reject) => {
    element.addEventListener('comments-load', () => void act(new Reader(element)).then(resolve, reject), { once: true });
  });
}

/** Drafts are kept under keys that hold the discussion's. */
function forgetDrafts(discussion: string): void {
  for (const key of Object.keys(localStorage)) if (key.includes(`["${discussion}"`)) localStorage.removeItem(key);
}

/** Titles as a list of articles has them; the numbers come from the backend of the section. */
function createTeasers(teasers: Readonly<Record<string, string>>, { adapter, discussion }: ArticleComments): HTMLElement {
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
