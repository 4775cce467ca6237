import { css } from 'lit';

/** Hover states, the marked comment, panels and print. Adopted with `ListCommands`. */
export const listStyles = css`
  button:not(.primary):hover,
  header a:hover,
  .action:hover {
    text-decoration: underline;
  }
  .action:hover,
  .action:focus-visible {
    color: var(--_accent);
  }
  .action[aria-expanded='true']:not(.collapse),
  .new {
    color: var(--_accent);
    font-weight: 600;
  }
  .row,
  article {
    scroll-margin-block: calc(var(--article-comments-sticky-offset, 0.5rem) + 3.5rem) 1rem;
  }
  .skip {
    position: absolute;
    z-index: 2;
  }
  .skip:not(:focus) {
    inline-size: 1px;
    block-size: 1px;
    min-block-size: 0;
    padding: 0;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .new-space {
    position: sticky;
    inset-block-start: calc(var(--article-comments-sticky-offset, 0.5rem) + 1.375rem);
    z-index: 1;
    block-size: 0;
    text-align: center;
  }
  /* On the line above the first comment, without covering the author's name. */
  .arrivals {
    position: relative;
    translate: 0 calc(4px - 50%);
    min-block-size: 32px;
    padding: 0 1rem;
    font-weight: 600;
    color: var(--_accent);
    background: var(--_on-accent);
    border: 1px solid var(--_accent);
    border-radius: 1rem;
  }
  .first > .new-space {
    position: static;
    block-size: auto;
  }
  .first .arrivals {
    translate: none;
  }
  /* Extends the target upwards, for a finger. */
  .arrivals::after {
    content: '';
    position: absolute;
    inset: -12px 0 0;
  }
  /* No specificity: the focus ring takes precedence. */
  :where([aria-current]) {
    background: var(--_wash);
    box-shadow: 0 0 0 4px var(--_wash);
    /* Visible with forced colours, which remove the background. */
    outline: 1px solid transparent;
    outline-offset: 2px;
  }
  .all {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 1.25rem;
    margin-inline: auto;
  }
  /* Stays in view while the list grows above it. */
  div.all {
    position: sticky;
    inset-block-end: 0;
    justify-content: center;
    padding-inline: 1rem;
    background: var(--_on-accent);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    margin-block-start: 1rem;
  }
  .row.gap > div {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 1.25rem;
    padding-block: 0.75rem;
  }
  .panel {
    display: block;
    border: 1px solid var(--_line);
    border-radius: var(--_box-radius);
    padding: min(1rem, 4cqi);
    margin-block: 0.5rem 0.25rem;
  }
  .menu {
    inline-size: fit-content;
    padding-block: 0.25rem;
  }
  .menu .actions {
    column-gap: 1.25rem;
  }
  @media print {
    button,
    .wide,
    .order,
    form,
    .action,
    .composer {
      display: none;
    }
  }
`;
