import { css } from 'lit';

/** The quote has the font and the colours of the article around it. Quieter words are mixed from its text colour. */
export const quoteStyles = css`
  :host {
    display: block;
    margin-block: 1.5em;
  }
  :host([hidden]) {
    display: none;
  }
  figure {
    margin: 0;
    padding-inline-start: 1.125em;
    border-inline-start: 3px solid var(--_accent);
  }
  blockquote {
    margin: 0;
  }
  .body {
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  .body > :first-child {
    margin-block-start: 0;
  }
  .body > :last-child {
    margin-block-end: 0;
  }
  .body a,
  figcaption a {
    color: var(--_accent);
  }
  .body pre {
    overflow-x: auto;
    white-space: pre;
  }
  figcaption {
    display: flex;
    flex-wrap: wrap;
    gap: 0.125em 0.75em;
    align-items: baseline;
    margin-block-start: 0.625em;
    font-family: var(--_font);
    font-size: var(--_small);
  }
  bdi {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  time,
  p[part='notice'] {
    color: var(--_muted);
  }
  p[part='notice'] {
    margin: 0;
  }
`;
