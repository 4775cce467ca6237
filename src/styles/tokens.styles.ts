import { css } from 'lit';

/**
 * The custom properties that publishers can set, with their defaults.
 *
 * Text colour and font are inherited from the page, and all colours are derived from the text colour: accent and error colour have
 * a similar lightness, muted colours are mixed from it. They suit light and dark pages, with or without `color-scheme`. Browsers from
 * before 2025, without colours relative to `currentColor`, choose accent and error colour by `color-scheme`. Browsers without
 * `light-dark` (before 2024) use the text colour.
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
    /* For boxes that contain text, which a radius for round buttons would cut off. A 0 without a unit makes this invalid, which is 0. */
    --_box-radius: min(var(--_radius), 0.75rem);
    --_font: var(--article-comments-interface-font, inherit);
    --_small: var(--article-comments-small-size, 0.875em);
  }
  /* Here the text is on the accent, so the accent has the opposite lightness. */
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
