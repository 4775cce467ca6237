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
    border-inline-start: 3px solid var(--article-comments-accent, light-dark(#0b57a4, #8ab8f0));
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
    color: var(--article-comments-accent, light-dark(#0b57a4, #8ab8f0));
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
    font-family: var(--article-comments-interface-font, inherit);
    font-size: var(--article-comments-small-size, 0.875em);
  }
  bdi {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  time,
  p[part='notice'] {
    color: var(--article-comments-muted, color-mix(in oklab, currentColor 72%, transparent));
  }
  p[part='notice'] {
    margin: 0;
  }
`;
