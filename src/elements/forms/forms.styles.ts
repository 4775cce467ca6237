import { css } from 'lit';

/** Forms and their messages. Adopted with the features of readers who take part. */
export const formStyles = css`
  /* Destructive buttons must not look like those that post. */
  .danger {
    color: var(--_error);
    border-color: currentColor;
  }
  :is(.primary, .danger)[aria-disabled='true'] {
    opacity: 0.65;
    cursor: default;
  }
  form [hidden] {
    display: none;
  }
  /* Its text wraps before the buttons do. */
  .start {
    flex: 1 1 10rem;
    color: var(--_muted);
  }
  .start:empty {
    display: none;
  }
  /* Space for what appears while a text is written. */
  [part='counter'],
  .start > :last-child {
    min-block-size: 1lh;
  }
  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
    gap: 0.75rem 1rem;
    margin-block-start: 0.75rem;
  }
  [aria-invalid='true'] {
    border-color: var(--_error);
    outline-color: var(--_error);
  }
  .problem {
    color: var(--_error);
    font-weight: 600;
  }
  .problem,
  .fields p,
  [part='counter'] {
    margin-block-start: 0.25rem;
  }
  [part='parent-note'] {
    color: inherit;
    margin-block-start: 0.375rem;
  }
  .notice label {
    margin-block-start: 0.5rem;
  }
  .small .small {
    font-size: inherit;
  }
  .sending {
    opacity: 0.7;
  }
  .outcome {
    margin-block: 0.75rem 0;
  }
  /* The confirmation of a post must not be missed. */
  .sent {
    font-weight: 600;
    border-inline-start: 3px solid var(--_accent);
    padding-inline-start: 0.75rem;
  }
  .panel,
  .outcome,
  .failure,
  [part='challenge'],
  [part='conflict'] {
    scroll-margin-block: calc(var(--article-comments-sticky-offset, 0.5rem) + 0.5rem) 1rem;
  }
  .foot > button:not(.primary, .danger) {
    padding-inline: 0.375rem;
  }
  fieldset {
    border: 0;
    margin: 0;
    padding: 0;
  }
  legend {
    font-weight: 600;
    padding: 0;
    margin-block-end: 0.375rem;
  }
  .after,
  label .muted {
    display: inline-block;
    font-weight: 400;
  }
  /* A touch target as high as a finger, in a line no higher than its text. */
  .after {
    margin-block: -6px;
  }
  .choice {
    display: flex;
    gap: 0.625rem;
    align-items: center;
    font-weight: 400;
    min-block-size: 36px;
    margin: 0;
  }
  [part='kept-text'] {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    column-gap: 1rem;
  }
  /* The beginning of a saved text on one line, to distinguish it from others. */
  .excerpt {
    max-inline-size: min(20rem, 100%);
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  [part='remember'] {
    margin-block-start: 0.25rem;
  }
  .choice input {
    min-block-size: 0;
    accent-color: var(--_accent);
    inline-size: 1.125rem;
    block-size: 1.125rem;
    margin: 0;
    flex: none;
  }
  .detail {
    margin-block-start: 0.75rem;
  }
  @container (max-width: 26rem) {
    .start {
      flex-basis: 100%;
    }
  }
  @media (pointer: coarse) {
    .choice {
      min-block-size: 44px;
    }
    .after {
      margin-block: -12px;
    }
  }
`;
