import { css } from 'lit';

/** The toolbar and the preview of a form. Adopted with the elements. */
export const formattingStyles = css`
  .toolbar {
    display: flex;
    flex-wrap: wrap;
    gap: 0 min(0.75rem, 2.5cqi);
    /* Aligns the labels with the text above. */
    margin: 0.25rem -0.25rem 0;
    color: var(--_muted);
  }
  .toolbar > button {
    padding-inline: 0.25rem;
    min-inline-size: 44px;
    border-radius: var(--_radius);
  }
  .toolbar > button:hover,
  .toolbar > [aria-expanded='true'] {
    color: var(--_accent);
  }
  .toolbar > .as-bold {
    font-weight: 700;
  }
  .toolbar > .as-italic {
    font-style: italic;
  }
  .toolbar > .preview-toggle {
    margin-inline-start: auto;
  }
  [part='link-form'] {
    display: block;
    background: var(--_wash);
    border-radius: var(--_box-radius);
    padding: 0.75rem 1rem 1rem;
    margin-block: 0.25rem 0.5rem;
  }
  textarea[hidden] {
    display: none;
  }
  .preview {
    display: block;
    min-block-size: 6.5rem;
    border: 1px dashed var(--_edge);
    border-radius: var(--_box-radius);
    padding: 0.25rem 0.75rem;
  }
  .preview > p {
    margin-block: 0.375rem;
  }
`;
