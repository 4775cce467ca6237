import { css } from 'lit';

/** Styles of a quote, except the text of the comment. Font and colours are those of the article. */
export const quoteStyles = css`
  :host {
    display: block;
    margin-block: 1.5em;
    overflow-wrap: anywhere;
  }
  :host([hidden]) {
    display: none;
  }
  figure,
  blockquote,
  p {
    margin: 0;
  }
  figure {
    padding-inline-start: 1.125em;
    border-inline-start: 3px solid var(--_accent);
  }
  .body,
  bdi {
    /* Clips the stacked accents of a "zalgo" text. */
    overflow: clip;
    overflow-clip-margin: 0.5em;
  }
  a {
    color: var(--_accent);
    text-underline-offset: 0.15em;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  figcaption {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75em;
    align-items: baseline;
    margin-block-start: 0.5em;
    font-family: var(--_font);
    font-size: var(--_small);
  }
  bdi {
    font-weight: 600;
    /* A name in another direction starts where the caption does, also in two lines. */
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  /* High enough for a finger, also on pages with a small font. */
  figcaption a {
    display: inline-flex;
    align-items: center;
    min-block-size: 24px;
  }
  time,
  [part='notice'] {
    color: var(--_muted);
  }
`;
