import { css } from 'lit';

/** Hover states, the marked comment, panels and print. Adopted with the reading features. */
export const readingStyles = css`
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
  .row {
    scroll-margin-block-start: 4rem;
  }
  /* Around a whole row there is no room: it is inside. */
  li:focus-visible {
    outline-offset: -2px;
  }
  .new-space {
    position: sticky;
    inset-block-start: calc(var(--article-comments-sticky-offset, 0.5rem) + 1.375rem);
    z-index: 1;
    block-size: 0;
    text-align: center;
  }
  /* On the rule above the first comment, which it leaves to be read. */
  .new-space > * {
    translate: 0 -50%;
  }
  /* Gives way to the focus ring. */
  :where([aria-current]) {
    background: var(--_wash);
    /* Forced colours make it visible, where there is no background. */
    outline: 1px solid transparent;
    outline-offset: -2px;
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
    background: var(--_wash);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    padding: min(1rem, 4cqi);
    margin-block: 0.5rem 0.25rem;
  }
  @media print {
    button,
    form,
    .action,
    .composer {
      display: none;
    }
  }
`;
