import { css } from 'lit';

/** Styles of the list and its comments. */
export const rowStyles = css`
  .bar,
  header,
  .actions > span {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
  }
  .bar {
    justify-content: space-between;
    gap: 0.25rem 1rem;
  }
  .order {
    max-inline-size: 100%;
    font-weight: 400;
    margin: 0;
  }
  select {
    max-inline-size: 100%;
  }
  .order [disabled] {
    visibility: hidden;
  }
  .block,
  .row {
    margin-inline: -4px;
    padding-inline: 4px;
  }
  .block {
    /* The average height of 16 rows, until it has been rendered. */
    contain-intrinsic-block-size: auto 144rem;
  }
  .row {
    /* With the above, room for the focus ring of a comment, which containment would clip. All rows start at the same edge. */
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
  /* The text is indented one step more than the text it replies to. */
  /* Without a custom property for the depth: those of a row are inherited, and compared, by everything in it. */
  .d1 {
    padding-inline-start: calc(4px + var(--_indent));
  }
  .d2 {
    padding-inline-start: calc(4px + 2 * var(--_indent));
  }
  .d3 {
    padding-inline-start: calc(4px + 3 * var(--_indent));
  }
  /* One line for each branch, which folds it when pressed. The lines of the ancestors continue beside their replies. */
  .answer::before,
  .d2::after,
  .d3::after {
    content: '';
    position: absolute;
    inset-block: 0;
    /* The space before the first line is wide enough for a finger. */
    inset-inline-start: -8px;
    inline-size: calc(var(--_indent) - var(--_gap) + 8px);
    border-inline-end: 1px solid var(--_line);
    cursor: pointer;
  }
  .d2::after,
  .d3::after {
    inset-inline-start: calc(var(--_indent) - var(--_gap));
    inline-size: var(--_indent);
  }
  .d3::after {
    inset-inline-start: calc(2 * var(--_indent) - var(--_gap));
    border-inline-start: 1px solid var(--_line);
  }
  .row:not(.answer) > * {
    border-block-start: 1px solid var(--_line);
    padding-block: 0.75rem 0.25rem;
  }
  .answer > * {
    padding-block: 0.375rem 0;
  }
  .chosen {
    background: var(--_wash);
  }
  .held header {
    border-inline-start: 3px solid var(--_accent);
    padding-inline-start: 0.625rem;
  }
  header {
    gap: 0 0.375rem;
    line-height: 1.375;
  }
  header a {
    color: inherit;
    /* High enough for a finger, with the same line height. */
    padding-block: 5px;
    margin-block: -5px;
  }
  .author:not(.muted) {
    font-weight: 700;
  }
  .author {
    max-inline-size: 100%;
    /* A name in another direction starts where all names do, also in two lines. */
    text-align: -webkit-match-parent;
    text-align: match-parent;
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
  /* The text begins beside it. */
  .small.reply-to {
    float: inline-start;
    margin-block-start: 0.25rem;
    margin-inline-end: 0.5rem;
    line-height: 1lh;
  }
  .badge,
  header > .muted {
    font-size: smaller;
  }
  .badge {
    border: 1px solid;
    border-radius: var(--_radius);
    padding-inline: 0.25rem;
    color: var(--_muted);
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
    margin-block: 0.25rem;
    margin-inline-end: auto;
  }
  /* The button for reports is at the end of the last line of the others. */
  .actions {
    display: grid;
    grid: auto / 1fr auto;
    align-items: end;
  }
  .actions > span {
    font-size: clamp(0.87em, 4cqi, 1em);
    gap: 4px 2.2cqi;
  }
  .action,
  .link {
    text-align: start;
  }
  .action {
    min-block-size: 32px;
    min-inline-size: 24px;
  }
  /* High enough for a finger, with less space for the line. */
  .actions span > .action {
    margin-block: -5px;
  }
  /* A button centres its text. As a flex container, it needs a third box. */
  a.action {
    display: inline-flex;
    align-items: center;
  }
  .action:hover,
  .action:focus-visible,
  .action[aria-pressed='true'],
  .mark,
  .new {
    color: var(--_accent);
  }
  .action[aria-pressed='true'],
  .reply,
  .mark,
  .new {
    font-weight: 600;
  }
  .link {
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  .actions span > .report {
    color: var(--_muted);
    margin-block: -11px;
    margin-inline-start: 2.2cqi;
    min-block-size: 44px;
  }
  @container (max-width: 32rem) {
    [data-short]::before {
      content: attr(data-short);
    }
    [data-short] > span {
      display: none;
    }
    .order {
      flex: 1 0;
    }
    select {
      inline-size: 100%;
    }
    .bar > :first-child {
      flex-basis: 100%;
    }
    /* The line folds the branch. With the keyboard, so does this button, which is visible while it has the focus. */
    .collapse:not([aria-expanded='false'], :focus-visible),
    .order > span {
      position: absolute;
      clip-path: inset(50%);
    }
  }
  /* Printing lays out all rows. */
  @media screen {
    :is(.long, .fresh) > .block {
      content-visibility: auto;
    }
  }
`;
