/** Tells developers what is wrong with the way their page uses the element. Fetched only when something is. */
import { html, nothing, type TemplateResult } from 'lit';
import { AdapterError, type CommentsAdapter } from '../../model/adapter.js';
import { CommentsErrorEvent } from '../events.js';

/** A mistake in the set-up of a page. */
export type Mistake =
  | { readonly mistake: 'no-adapter' }
  | { readonly mistake: 'no-method'; readonly adapter: Partial<CommentsAdapter> }
  | { readonly mistake: 'no-counts' }
  | { readonly mistake: 'unknown-backend'; readonly name: string; readonly known: readonly string[] }
  | { readonly mistake: 'time-zone'; readonly value: string }
  /** The adapter's own message about its options. */
  | { readonly mistake: 'adapter-setup'; readonly message: string };

/** Host names of pages in development. */
const DEVELOPMENT = /^(localhost|127(\.\d+){3}|\[::1\]|.*\.(localhost|local|test))?$/;

/** The mistake, and how to correct it. */
function explain(mistake: Mistake): string {
  switch (mistake.mistake) {
    case 'no-adapter':
      return 'There is no adapter: set the attributes backend and src, or the property adapter.';
    case 'no-method':
      return `The adapter has no ${(['open', 'list'] as const).filter((method) => !mistake.adapter[method]).join('() and no ')}(): an adapter needs open() and list().`;
    case 'no-counts':
      return 'The adapter has no counts(), so the numbers of comments stay unknown.';
    case 'unknown-backend':
      return mistake.known.length > 0
        ? `backend="${mistake.name}" is not known. Use one of: ${mistake.known.join(', ')}.`
        : `backend="${mistake.name}" needs the script-tag build. With the npm package, set the property adapter instead.`;
    case 'time-zone':
      return `time-zone="${mistake.value}" is not known to this browser. Use an IANA name such as "America/New_York".`;
    case 'adapter-setup':
      return mistake.message;
  }
}

/** By element: the last message, and the note on the page. */
const told = new WeakMap<HTMLElement, { readonly text: string; readonly note: TemplateResult | typeof nothing }>();

/**
 * Reports a mistake to the developer, once: in the console, by an event and, in development, on the page. Returns what the page
 * shows.
 */
export function tell(host: HTMLElement, mistake: Mistake): TemplateResult | typeof nothing {
  const text = explain(mistake);
  const before = told.get(host);
  if (before?.text === text) return before.note;
  const note = developerNote(text);
  told.set(host, { text, note });
  // Readers of a published page see one quiet sentence, so the console is where its developer will look.
  console.error(`<${host.localName}>: ${text}`);
  host.dispatchEvent(new CommentsErrorEvent(new AdapterError('invalid', text), 'setup'));
  return note;
}

/** A panel with the remedy in development, nothing on a published page. */
function developerNote(text: string): TemplateResult | typeof nothing {
  if (!DEVELOPMENT.test(location.hostname)) return nothing;
  return html`
    <div part="developer-note" class="notice" lang="en" dir="ltr" role="alert">
      <strong>article-comments: this page needs a correction.</strong>
      <p>${text}</p>
      <p>Readers of the published page do not see this note.</p>
    </div>
  `;
}
