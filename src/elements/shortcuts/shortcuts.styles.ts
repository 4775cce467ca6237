import { css } from 'lit';

/** Styles of the dialog that lists the shortcuts. */
export const shortcutStyles = css`
  dialog {
    max-inline-size: min(26rem, 100vw - 2rem);
    border: 1px solid;
    border-radius: var(--_box-radius);
    padding: 1.25rem;
  }
  dialog :is(h3, h4, ul) {
    margin: 0 0 0.75rem;
    padding: 0;
    list-style: none;
  }
  dialog li {
    padding-block: 0.25rem;
  }
  kbd {
    display: inline-block;
    min-inline-size: 1.75rem;
    margin-inline-end: 0.75rem;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    text-align: center;
  }
  dialog label {
    display: flex;
    align-items: center;
    gap: 0.625rem;
    min-block-size: 44px;
    margin-block: 0.75rem;
  }
  dialog input {
    inline-size: 1.25rem;
    min-block-size: 1.25rem;
    margin: 0;
    accent-color: var(--_accent);
  }
`;
