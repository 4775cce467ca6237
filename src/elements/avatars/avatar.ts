/** Renders the picture of an author. Loaded only if the page wants pictures. */
import { adoptStyles, html, nothing, type TemplateResult } from 'lit';
import { webUrl } from '../../content/safe-url.js';
import type { Comment } from '../../model/adapter.js';
import { avatarOf } from '../../presentation/avatar.js';
import { avatarStyles } from './avatar.styles.js';

/** Returns a function that renders pictures in `root`. */
export function createAvatarRenderer(root: ShadowRoot): (comment: Comment) => TemplateResult {
  adoptStyles(root, [...root.adoptedStyleSheets, avatarStyles]);
  return renderAvatar;
}

/** The picture, above the initials. They remain visible if the picture is broken: the browser then draws nothing. */
function renderAvatar(comment: Comment): TemplateResult {
  const { initials, picture: given } = avatarOf(comment);
  const picture = webUrl(given);
  return html`<span part="avatar" class="avatar" aria-hidden="true"
    >${initials}${
      picture
        ? html`<img alt="" loading="lazy" decoding="async" referrerpolicy="no-referrer" src=${picture} />`
        : nothing
    }</span
  >`;
}
