import { css } from 'lit';

/**
 * The custom properties that publishers can set, with their defaults. Text colour and font come from the page; quieter colours
 * are mixed from the text colour, so they suit any page, light or dark. In browsers without `color-mix` and `light-dark` (before
 * 2023 and 2024) everything has the text colour.
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
    /* For whatever holds text: a radius that makes buttons round would cut it off. A 0 without a unit makes this invalid, which is 0. */
    --_box-radius: min(var(--_radius), 0.75rem);
    --_font: var(--article-comments-interface-font, inherit);
    --_small: var(--article-comments-small-size, 0.875em);
  }
`;
