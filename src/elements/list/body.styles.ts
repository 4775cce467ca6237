import { css } from 'lit';

/** Styles of the text of a comment, in its discussion and in a quote. */
export const bodyStyles = css`
  .body p,
  .body pre,
  .body blockquote,
  .body ul,
  .body ol {
    margin: 0;
  }
  .body hr {
    border: 0;
    border-block-start: 1px solid var(--_line);
    margin-block: 0.625em;
  }
  .body :is(p, pre, blockquote, ul, ol) + * {
    margin-block-start: 0.625em;
  }
  .body p {
    white-space: pre-line;
  }
  .body pre {
    white-space: pre-wrap;
    background: var(--_wash);
    /* Visible with forced colours, which remove the background. */
    border: 1px solid transparent;
    padding: 0.5rem 0.75rem;
  }
  .body blockquote {
    padding-inline-start: 0.875rem;
    border-inline-start: 3px solid var(--_line);
  }
  .body ul,
  .body ol {
    padding-inline-start: 1.5em;
    list-style: disc;
  }
  .body ol {
    list-style: decimal;
  }
`;
