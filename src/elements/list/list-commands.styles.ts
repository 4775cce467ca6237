import { css } from 'lit';

/** On paper, a time is exact. Its title has that once the browser is idle. */
export const printedTimeStyles = css`
  @media print {
    time[title] {
      font-size: 0;
    }
    time[title]::after {
      content: attr(title);
      font-size: 0.875rem;
    }
  }
`;

/**
 * Folded branches, the marked comment, panels and print. Adopted with `ListCommands`. No rule applies to anything in the first
 * picture: the browser would compute the styles of all rows again.
 */
export const listStyles = css`
  ${printedTimeStyles}
  /* Can be found by the browser's search. */
  .row[hidden] {
    content-visibility: hidden;
    padding-block: 0;
  }
  @supports not (content-visibility:hidden) {
    .row[hidden] {
      display: none;
    }
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
  /* No specificity: the focus ring takes precedence. */
  :where([aria-current]) {
    background: var(--_wash);
    box-shadow: 0 0 0 4px var(--_wash);
    /* Visible with forced colours, which remove the background. */
    outline: 1px solid transparent;
  }
  .all,
  .items,
  .row.gap > div {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 1.25rem;
  }
  .all {
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
    padding-block: 0.75rem;
  }
  .panel {
    display: block;
    border: 1px solid var(--_line);
    border-radius: var(--_box-radius);
    padding: min(1rem, 4cqi);
    margin-block: 0.5rem 0.25rem;
  }
  /* After the button for reports, although it is before it in the document. */
  .actions > :not(span) {
    order: 1;
    grid-column: 1 / -1;
  }
  .menu {
    padding-block: 0.25rem;
  }
  /* Keeps its space, so that nothing moves when a window is narrowed. */
  .needless {
    visibility: hidden;
  }
  @media print {
    button,
    details,
    .wide,
    .order,
    form,
    .action,
    .composer {
      display: none;
    }
    .fold.fold {
      display: block;
    }
  }
  /* The browser's menu has its own background, on which a light text of the page would be invisible. */
  option {
    color: FieldText;
    background: Field;
  }
`;
