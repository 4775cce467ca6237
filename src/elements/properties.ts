import { LitElement, type PropertyDeclarations } from 'lit';
import type { MessageOverrides } from '../i18n/messages.js';
import type { CommentsAdapter, Sort, Token } from '../model/adapter.js';

/**
 * The settings of a comments section, as the page has set them. A value that cannot be used has no effect: the default takes its place,
 * and the developer is told. `section/settings.ts` says what can be used.
 */
export class SectionProperties extends LitElement {
  static override properties: PropertyDeclarations = {
    adapter: { attribute: false },
    discussion: {},
    backend: {},
    src: {},
    token: { attribute: false },
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
    debug: { type: Boolean },
  };

  /** The backend. Wins over `backend` and `src`. */
  adapter: CommentsAdapter | undefined;

  /** Key of the discussion at the backend. Default: the page's canonical address, without hash. */
  discussion: string | undefined;

  /** Name of a built-in adapter, in the script-tag build. Default `http` when `src` is set. */
  backend: string | undefined;

  /** Base URL of the backend. */
  src: string | undefined;

  /** Who is reading, for backends that take a bearer token. Another text or function means another reader. */
  token: Token | undefined;

  /** Order of the comments. Default: the first that the adapter offers. */
  order: Sort | undefined;

  /** Top-level comments per page, 1 to 1,000. */
  pageSize = 25;

  /** Closes the discussion, whatever the backend says. */
  closed = false;

  /** URL of the comment policy. The policy notice ends with a link to it. */
  policyHref: string | undefined;

  /**
   * Where reports go when the adapter has no `report`: a URL or a `mailto:` address. `{id}` and `{url}` in it are replaced by those
   * of the comment.
   */
  reportHref: string | undefined;

  /** Level of the section's heading, 1 to 6. */
  headingLevel = 2;

  /** IANA time zone name. Default: the reader's time zone. */
  timeZone: string | undefined;

  /** How times are shown. `absolute` prints "Jun 7, 2013, 6:54 AM EDT". */
  timeStyle: 'relative' | 'absolute' = 'relative';

  /** `lazy`: begins when the element comes near the viewport. */
  loading: 'lazy' | 'eager' = 'lazy';

  /** The publisher's own words, message by message. A plain text may stand for a function. */
  messages: MessageOverrides | undefined;

  /** Shows notes for the developer on the page, wherever it is, and checks every response of the adapter in full. */
  debug = false;
}
