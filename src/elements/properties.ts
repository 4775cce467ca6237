import { LitElement, type PropertyDeclarations } from 'lit';
import type { Messages } from '../i18n/messages.js';
import type { CommentsAdapter, Sort } from '../model/adapter.js';

/** What a publisher may set on a comments section. */
export class SectionProperties extends LitElement {
  static override properties: PropertyDeclarations = {
    adapter: { attribute: false },
    discussion: {},
    backend: {},
    src: {},
    order: {},
    pageSize: { type: Number, attribute: 'page-size' },
    closed: { type: Boolean, reflect: true },
    policyHref: { attribute: 'policy-href' },
    reportHref: { attribute: 'report-href' },
    headingLevel: { type: Number, attribute: 'heading-level' },
    timeZone: { attribute: 'time-zone' },
    timeStyle: { attribute: 'time-style' },
    loading: {},
    messages: { attribute: false },
  };

  /** The backend. Wins over `backend` and `src`. */
  adapter: CommentsAdapter | undefined;

  /** Key of the discussion at the backend. Default: the page's canonical address, without hash. */
  discussion: string | undefined;

  /** Name of a built-in adapter, in the script-tag build. Default `http` when `src` is set. */
  backend: string | undefined;

  /** Base URL of the backend. */
  src: string | undefined;

  /** Order of the comments. Default: the first that the adapter offers. */
  order: Sort | undefined;

  /** Top-level comments a page. */
  pageSize = 25;

  /** Closes the discussion, whatever the backend says. */
  closed = false;

  /** Address of the page with the house rules. */
  policyHref: string | undefined;

  /** Where reports go when the adapter takes none: an address of a page or `mailto:`. `{id}` and `{url}` in it become the comment's. */
  reportHref: string | undefined;

  /** Level of the section's heading, 1 to 6. */
  headingLevel = 2;

  /** IANA name. Default: the reader's. */
  timeZone: string | undefined;

  /** How times are written. `absolute` prints "Jun 7, 2013, 6:54 AM EDT". */
  timeStyle: 'relative' | 'absolute' = 'relative';

  /** `lazy`: begins when the element comes near the viewport. */
  loading: 'lazy' | 'eager' = 'lazy';

  /** The publisher's own words, string by string. */
  messages: Partial<Messages> | undefined;
}
