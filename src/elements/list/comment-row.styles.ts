import { css } from 'lit';

/** Styles of the list and its comments. */
export const rowStyles = css`
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0.25rem 1rem;
  }
  .order {
    max-inline-size: 100%;
    font-weight: 400;
    margin: 0;
  }
  select {
    font: inherit;
    color: inherit;
    background: transparent;
    border: 0;
    border-block-end: 1px solid var(--_edge);
    padding: 0.25rem;
    min-block-size: 32px;
    max-inline-size: 100%;
  }
  /* The browser's menu has its own background, on which a light text of the page would be invisible. */
  option {
    color: FieldText;
    background: Field;
  }
  .long > .block {
    content-visibility: auto;
    contain-intrinsic-block-size: auto calc(var(--_rows, 32) * 9rem);
  }
  /* The average height of its rows, until it has been rendered. */
  .rows-8 {
    --_rows: 8;
  }
  .rows-16 {
    --_rows: 16;
  }
  .rows-24 {
    --_rows: 24;
  }
  .block,
  .row {
    margin-inline: -4px;
    padding-inline: 4px;
  }
  .row {
    /* With the above, room for the focus ring of a comment, which containment would clip. */
    padding-block: 4px;
    display: block;
    /* Firefox aligns list items, and the texts in them, by the direction outside of the list. */
    text-align: start;
    /* A change in one row does not lay out the others. */
    contain: layout style;
  }
  .row,
  article {
    scroll-margin-block: calc(var(--article-comments-sticky-offset, 0.5rem) + 3.5rem) 1rem;
  }
  /* The text is indented one step more than the text it replies to; the line is before both. */
  .answer {
    border-inline-start: 1px solid var(--_line);
    padding-inline-start: var(--_gap);
  }
  /* Without a custom property for the depth: those of a row are inherited, and compared, by everything in it. */
  .d1 {
    margin-inline-start: calc(var(--_indent) - var(--_gap) - 1px);
  }
  .d2 {
    margin-inline-start: calc(2 * var(--_indent) - var(--_gap) - 1px);
  }
  .d3 {
    margin-inline-start: calc(3 * var(--_indent) - var(--_gap) - 1px);
  }
  /* The lines of the ancestors continue beside their replies. */
  .d2::before,
  .d3::before,
  .d3::after {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: calc(-1px - var(--_indent));
    border-inline-start: 1px solid var(--_line);
  }
  .d3::after {
    inset-inline-start: calc(-1px - 2 * var(--_indent));
  }
  .row:not(.answer) > * {
    border-block-start: 1px solid var(--_line);
    padding-block: 1.125rem calc(0.75rem - 8px);
  }
  .answer > * {
    padding-block: calc(0.75rem - 4px) calc(0.5rem - 4px);
  }
  .held header {
    border-inline-start: 3px solid var(--_accent);
    padding-inline-start: 0.625rem;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.125rem 0.625rem;
  }
  /* Higher than its line of text, and above "Report as abuse" if that has a line of its own. */
  a.muted {
    position: relative;
    padding-block: 0.125rem;
    margin-block: -0.125rem;
  }
  .author a,
  .reply-to {
    color: inherit;
    /* High enough for a finger. The padding of an inline link does not change the line height. */
    padding-block: 5px;
  }
  .author {
    font-weight: 700;
    max-inline-size: 100%;
    /* A name in another direction starts where all names do, also in two lines. */
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .author.muted {
    font-weight: 400;
  }
  .author,
  .body {
    /* Clips the stacked accents of a "zalgo" text. */
    overflow: clip;
    overflow-clip-margin: 0.5em;
  }
  .muted {
    color: var(--_muted);
  }
  .badge {
    font-size: smaller;
    font-weight: 600;
    border: 1px solid;
    border-radius: var(--_radius);
    padding-inline: 0.375rem;
    color: var(--_accent);
  }
  /* Labels of the backend may have any length. */
  bdi.badge {
    max-inline-size: min(100%, 16rem);
    overflow: clip;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .body {
    max-inline-size: var(--article-comments-text-width, 68ch);
    margin-block: 0.375rem;
    margin-inline-end: auto;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 min(1.25rem, 3.4cqi);
    color: var(--_muted);
  }
  .action,
  .link {
    text-align: start;
  }
  .action {
    color: inherit;
    min-block-size: 32px;
    min-inline-size: 24px;
  }
  /* A button centres its text. As a flex container, it needs a third box. */
  a.action {
    display: inline-flex;
    align-items: center;
  }
  .action:hover,
  .action:focus-visible,
  .action[aria-pressed='true'],
  .action[aria-expanded='true']:not(.collapse),
  .new {
    color: var(--_accent);
  }
  .action[aria-pressed='true'],
  .action[aria-expanded='true']:not(.collapse),
  .new {
    font-weight: 600;
  }
  .link {
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  /* High enough for a finger, without changing the line height. */
  .report {
    color: var(--_muted);
    min-block-size: 44px;
    margin-block: -12px;
    margin-inline-start: auto;
  }
  @media print {
    .long > .block {
      content-visibility: visible;
    }
  }
`;
