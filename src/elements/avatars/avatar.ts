/** Draws the picture of an author. Fetched only where the page wants pictures. */
import { adoptStyles, html, nothing, type TemplateResult } from 'lit';
import { webUrl } from '../../content/safe-url.js';
import type { Comment } from '../../model/adapter.js';
import { avatarOf } from '../../presentation/avatar.js';
import { avatarStyles } from './avatar.styles.js';

/** Returns what draws them into `root`. */
export function createAvatarDrawing(root: ShadowRoot): (comment: Comment) => TemplateResult {
  adoptStyles(root, [...root.adoptedStyleSheets, avatarStyles]);
  return drawAvatar;
}

/** Where a picture is broken, the browser draws nothing, and the initials below it stay. */
function drawAvatar(comment: Comment): TemplateResult {
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
