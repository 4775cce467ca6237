import { css } from 'lit';

/** The strip with the button for new comments. */
export const newCommentsStyles = css`
  .new-space {
    position: sticky;
    inset-block-start: calc(var(--article-comments-sticky-offset, 0px) + 1.25rem);
    z-index: 1;
    block-size: 0;
  }
  /* A strip, so that no line of text is seen beside it. It takes the space above the first comment, without covering the author's name. */
  .arrivals {
    display: flex;
    justify-content: center;
    translate: 0 -1.25rem;
    /* One line, also on the narrowest phones. */
    font-size: clamp(0.81em, 4cqi, 0.93em);
    background: var(--_on-accent);
    border-block-end: 1px solid var(--_line);
  }
  .arrivals > button {
    position: relative;
    min-block-size: 32px;
    min-inline-size: 44px;
    font-weight: 600;
    color: var(--_accent);
  }
  /* Extends the target upwards, for a finger. */
  .arrivals > button::after {
    content: '';
    position: absolute;
    inset: -12px 0 0;
  }
  /* On an empty list, in place of the text that there are no comments. */
  .new-space.first {
    position: static;
    block-size: auto;
  }
  .first > .arrivals {
    translate: none;
  }
`;
