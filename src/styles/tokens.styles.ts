import { css } from 'lit';

/**
 * Every value a publisher may set, with its default. Text colour and font are the page's own; what is quieter than the
 * text is mixed from it, so that any page's colours work, light or dark. Browsers older than `color-mix` and `light-dark`
 * (2023 and 2024) read the section in the page's text colour throughout.
 */
export const tokens = css`
  :host {
    --_accent: var(--article-comments-accent, light-dark(#0b57a4, #8ab8f0));
    --_on-accent: var(--article-comments-on-accent, light-dark(#fff, #0c1420));
    --_error: var(--article-comments-error, light-dark(#a11919, #ff9d94));
    --_muted: var(--article-comments-muted, color-mix(in oklab, currentColor 72%, transparent));
    --_edge: var(--article-comments-edge, color-mix(in oklab, currentColor 54%, transparent));
    --_line: var(--article-comments-line, color-mix(in oklab, currentColor 16%, transparent));
    --_wash: var(--article-comments-wash, color-mix(in oklab, currentColor 4%, transparent));
    --_radius: var(--article-comments-radius, 4px);
    --_font: var(--article-comments-interface-font, inherit);
    --_small: var(--article-comments-small-size, 0.875em);
  }
`;
