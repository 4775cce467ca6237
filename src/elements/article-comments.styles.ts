import { css } from 'lit';

/**
 * Styles of everything that a reader sees before writing. All properties are logical, so right-to-left needs no further rules.
 * Minimum target sizes are in pixels, here and in all other styles, because a page may have a small `rem`.
 */
export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
    --_indent: min(var(--article-comments-indent, 1.75rem), 4cqi);
    --_gap: min(1rem, 3cqi);
    margin-block-start: 3rem;
    line-height: 1.6;
  }
  :host([hidden]) {
    display: none;
  }
  section {
    border-block-start: 1px solid var(--_line);
    padding-block-start: var(--article-comments-space, 1.25rem);
    overflow-wrap: anywhere;
    /* The page may centre its text. */
    text-align: start;
  }
  section * {
    box-sizing: border-box;
  }
  h2,
  p {
    margin: 0;
  }
  h2 {
    font-size: 1.5em;
    line-height: 1.3;
  }
  a {
    color: var(--_accent);
    text-underline-offset: 0.15em;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .small {
    font-family: var(--_font);
    font-size: var(--_small);
    line-height: 1.5;
    text-wrap: pretty;
  }
  .small,
  .muted,
  label,
  legend {
    /* Japanese text breaks between phrases. */
    word-break: auto-phrase;
  }
  .policy {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    column-gap: 0.75rem;
    color: var(--_muted);
    margin-block: 0.25rem 0.5rem;
    padding-inline-start: 0.875rem;
    border-inline-start: 3px solid var(--_line);
  }
  .fold {
    flex: 1 6rem;
  }
  /* Large enough for a finger, without changing the line height. */
  summary {
    min-inline-size: 24px;
    padding-block: 12px;
    margin-block: -12px;
  }
  .notice {
    background: var(--_wash);
    border-block-start: 1px solid var(--_line);
    padding: 0.875rem 1rem;
    margin-block: 1rem;
  }
  .failure {
    color: var(--_error);
    font-weight: 600;
    margin-block: 0.5rem;
  }
  .failure + .primary {
    margin-block-end: 0.75rem;
  }
  label {
    display: block;
    font-weight: 600;
    margin-block-end: 0.375rem;
  }
  textarea,
  input {
    display: block;
    inline-size: 100%;
    font: inherit;
    font-size: max(1em, 16px);
    color: inherit;
    background: transparent;
    border: 1px solid var(--_edge);
    border-radius: var(--_box-radius);
    padding: 0.625rem 0.75rem;
    min-block-size: 44px;
  }
  textarea {
    /* Each paragraph has its own direction; an empty box has that of the page. */
    unicode-bidi: plaintext;
    line-height: inherit;
    min-block-size: 6.5rem;
    max-block-size: 60vh;
    resize: vertical;
    field-sizing: content;
  }
  .composer,
  .composer-space {
    display: block;
    /* A label, and a text box of one row. */
    min-block-size: calc(3.2em + 1.75rem);
    margin-block-end: 1.25rem;
  }
  .top {
    display: flex;
    align-items: baseline;
    gap: 1rem;
    grid-column: 1 / -1;
  }
  /* Until the first character is typed, the text box has one row, and the button is beside it. */
  .short {
    display: grid;
    grid-template-columns: minmax(7rem, 1fr) auto;
    column-gap: 0.5rem;
  }
  .short textarea {
    min-block-size: 44px;
    resize: none;
  }
  /* Two lines of a long label are no higher than the text box. */
  .short .rest * {
    block-size: 100%;
    margin: 0;
    padding-block: 0;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: 0.5rem 1.25rem;
    margin-block-start: 0.625rem;
  }
  /* On one line, so that the form always has the same height. */
  .writer {
    flex: 1;
    text-align: end;
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  .fold:not(:focus-within, :has(+ [open])) {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }
  @container (max-width: 32rem) {
    .own {
      flex-basis: 70%;
    }
    .fold:not(.own) {
      -webkit-line-clamp: 1;
    }
  }
  button,
  select {
    font: inherit;
    color: inherit;
    background: none;
    border: 0;
    padding: 0.25rem 0;
    min-block-size: 32px;
    cursor: pointer;
  }
  select {
    border-block-end: 1px solid var(--_edge);
    padding: 0.25rem;
  }
  header a,
  a.action {
    text-decoration: none;
  }
  button:not(.primary):hover,
  .action[aria-expanded='true']:not(.collapse),
  header a:hover,
  a.action:hover {
    text-decoration: underline;
  }
  .primary,
  .danger,
  .wide {
    font-family: var(--_font);
    font-weight: 600;
    line-height: 1.25;
    /* Visible with forced colours. */
    border: 1px solid transparent;
    border-radius: var(--_radius);
    padding: 0.625rem 1.125rem;
    min-block-size: 44px;
  }
  .primary {
    color: var(--_on-accent);
    background: var(--_accent);
  }
  .wide {
    display: block;
    inline-size: 100%;
    color: var(--_accent);
    border-color: var(--_line);
    margin-block-start: 1rem;
  }
  .ghost {
    block-size: 3lh;
    margin-block: 1.5rem;
  }
  /* The space of rows that are loading, and of the form until it is known whether there is one. */
  .ghost,
  .composer-space {
    /* Visible with forced colours, which remove the background. */
    border: 1px solid transparent;
    border-radius: var(--_box-radius);
    background: var(--_wash);
  }
  .loading {
    /* What a reader who returns had before them. */
    min-block-size: var(--_reserved, 40rem);
  }
  /* In view, however high that was. */
  .loading > div {
    position: sticky;
    inset-block-start: 1.5rem;
  }
  .live {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  @media (pointer: coarse) {
    button,
    .action {
      min-block-size: 44px;
    }
    .actions span > .action {
      margin-block: -11px;
    }
  }
`;
