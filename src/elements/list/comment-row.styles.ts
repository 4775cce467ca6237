import { css } from 'lit';

/** The look of the list and of each comment in it. */
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
  /* The browser's own menu has its own ground, which a light text of the page is not made for. */
  option {
    color: FieldText;
    background: Field;
  }
  .d1 {
    --_depth: 1;
  }
  .d2 {
    --_depth: 2;
  }
  .d3 {
    --_depth: 3;
  }
  /* The browser's search looks into it. */
  .row[hidden] {
    content-visibility: hidden;
    padding-block: 0;
  }
  @supports not (content-visibility:hidden) {
    .row[hidden] {
      display: none;
    }
  }
  .long > .block {
    content-visibility: auto;
    contain-intrinsic-block-size: auto calc(var(--_rows) * 9rem);
  }
  /* As high as its rows are on average, until it has been in sight. */
  .rows-8 {
    --_rows: 8;
  }
  .rows-16 {
    --_rows: 16;
  }
  .rows-24 {
    --_rows: 24;
  }
  .rows-32 {
    --_rows: 32;
  }
  .block,
  .row {
    margin-inline: -4px;
    padding-inline: 4px;
  }
  .row {
    /* With the above, leaves room for the focus ring of a comment, which containment would cut off. */
    padding-block: 4px;
  }
  .row {
    display: block;
    /* Firefox aligns items of lists by the direction around the list, and the texts in them with that. */
    text-align: start;
    /* What changes in one row costs nothing in the others. */
    contain: layout style;
    --_indent: min(var(--article-comments-indent, 1.75rem), 4cqi);
  }
  .answer {
    /* Its text stands one step further in than that of what it answers; the line is to the left of both. */
    --_gap: min(1rem, 3cqi);
    margin-inline-start: calc(var(--_depth) * var(--_indent) - var(--_gap) - 1px);
    border-inline-start: 1px solid var(--_line);
    padding-inline-start: var(--_gap);
  }
  /* The lines of the comments further up go on beside their replies. */
  :is(.d2, .d3)::before,
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
  /* Higher than the line of its text, and over the place of "Report as abuse" where that has a line of its own. */
  [part='permalink'] {
    position: relative;
    padding-block: 0.125rem;
    margin-block: -0.125rem;
  }
  .author a,
  .reply-to {
    color: inherit;
    /* High enough for a finger. The padding of an inline link moves no line. */
    padding-block: 5px;
  }
  .author {
    font-weight: 700;
    max-inline-size: 100%;
    /* A name in another direction begins where all names do, also in two lines. */
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .author.muted {
    font-weight: 400;
  }
  .author,
  .body {
    /* Stacked accents of a "zalgo" text stay with their comment. */
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
  /* Of the backend's own words nobody knows how long they are. */
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
    display: inline-flex;
    align-items: center;
    min-block-size: 32px;
    min-inline-size: 24px;
  }
  .action[aria-pressed='true'] {
    color: var(--_accent);
    font-weight: 600;
  }
  .link {
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  /* As high as a finger, in a line no higher than its text. */
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
    time {
      font-size: 0;
    }
    time::after {
      content: attr(title);
      font-size: 0.875rem;
    }
  }
`;
