import { adoptStyles, css } from 'lit';

/** Notices of illegal content, their receipts, and statements of reasons. */
const legalStyles = css`
  .legal {
    border-inline-start: 3px solid var(--_line);
    padding-inline-start: 0.875rem;
    margin-block: 0.75rem;
  }
  .legal > :is(label, .label) {
    font-weight: 600;
    margin-block: 0.875rem 0.375rem;
  }
  .legal > .choice {
    font-weight: 400;
    align-items: start;
    padding-block: 0.375rem;
  }
  .legal .choice input {
    margin-block-start: 0.125rem;
  }
  .legal textarea {
    min-block-size: 8rem;
  }
  .legal .line {
    display: flex;
    gap: 0.75rem;
    align-items: center;
  }
  .legal .line button {
    flex: none;
    min-inline-size: 44px;
  }
  .legal .problem:empty {
    display: none;
  }
  [part='notice-address'] {
    color: var(--_muted);
  }
  [part~='add-address'] {
    min-block-size: 44px;
  }
  .legal-receipt p + p {
    margin-block-start: 0.5rem;
  }
  .notice-copy {
    min-block-size: 8rem;
    margin-block-start: 0.75rem;
  }
  .decision {
    max-inline-size: var(--article-comments-text-width, 68ch);
    border-inline-start: 3px solid var(--_line);
    padding-inline-start: 0.875rem;
    margin-block: 0.5rem;
  }
  .decision dl {
    display: grid;
    grid-template-columns: fit-content(40%) 1fr;
    gap: 0.25rem 1rem;
    margin: 0;
  }
  .decision dt {
    color: var(--_muted);
  }
  .decision dd {
    margin: 0;
    white-space: pre-line;
  }
  @container (max-width: 30rem) {
    .decision dl {
      display: block;
    }
    .decision dd {
      margin-block-end: 0.5rem;
    }
  }
`;

/** Adds the style sheet of notices and decisions to a section, once. Called by the code of both. */
export function adoptLegalStyles(root: ShadowRoot): void {
  const sheet = legalStyles.styleSheet;
  if (sheet && root.adoptedStyleSheets.includes(sheet)) return;
  adoptStyles(root, [...root.adoptedStyleSheets, legalStyles]);
}
