import { css } from 'lit';

/**
 * The custom properties that publishers can set, with their defaults. Text colour and font come from the page, and all colours follow
 * the text's: accent and errors are dark where it is dark and light where it is light, the quieter ones are mixed from it. So they suit
 * any page, light or dark, whether it says `color-scheme` or not. Browsers from before 2025, without colours relative to
 * `currentColor`, choose accent and errors by `color-scheme`; those without `light-dark` (before 2024) show the text colour.
 */
export const tokens = css`
  :host {
    --_accent: var(--article-comments-accent, oklch(from currentColor clamp(0.46, (l - 0.64) * 99, 0.77) 0.12 254 / 1));
    --_on-accent: var(--article-comments-on-accent, oklch(from currentColor clamp(0.19, (0.64 - l) * 99, 1) 0 0 / 1));
    --_error: var(--article-comments-error, oklch(from currentColor clamp(0.46, (l - 0.64) * 99, 0.79) 0.15 27 / 1));
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
  /* Here the text is what is on the accent, and the accent is the other side. */
  .primary {
    --_accent: var(--article-comments-accent, oklch(from currentColor clamp(0.46, (0.64 - l) * 99, 0.77) 0.12 254 / 1));
  }
  @supports not (color: oklch(from currentColor l c h)) {
    :host,
    .primary {
      --_accent: var(--article-comments-accent, light-dark(#0b57a4, #8ab8f0));
      --_on-accent: var(--article-comments-on-accent, light-dark(#fff, #0c1420));
      --_error: var(--article-comments-error, light-dark(#a11919, #ff9d94));
    }
  }
`;
