import { css } from 'lit';

/** Styles of authors' pictures. The box has the same size with and without a picture. */
export const avatarStyles = css`
  .avatar {
    /* After the name in the markup, before it on the screen. */
    order: -1;
    --_size: var(--article-comments-avatar-size, 2rem);
    position: relative;
    flex: none;
    inline-size: var(--_size);
    block-size: var(--_size);
    border: 1px solid var(--_line);
    border-radius: 50%;
    overflow: clip;
    background: var(--_wash);
    color: var(--_muted);
    font-size: calc(var(--_size) * 0.375);
    font-weight: 600;
    line-height: calc(var(--_size) - 2px);
    text-align: center;
    white-space: nowrap;
    user-select: none;
  }
  /* A long name wraps beside the picture. */
  header:has(> .avatar) > .author {
    max-inline-size: calc(100% - var(--article-comments-avatar-size, 2rem) - 0.625rem);
  }
  .avatar > img {
    position: absolute;
    inset-block: 0;
    left: 50%;
    translate: -50%;
    block-size: 100%;
    /* With both sizes set, Chromium draws its icon for a broken picture over the initials. */
    inline-size: auto;
    max-inline-size: none;
    min-inline-size: 100%;
    object-fit: cover;
  }
`;
