/** Draws the picture of an author. Fetched only where the page wants pictures. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Comment } from '../../model/adapter.js';
import { avatarOf } from '../../presentation/avatar.js';

/** Where a picture is broken, the browser draws nothing, and the initials below it stay. */
export function drawAvatar(comment: Comment): TemplateResult {
  const { initials, picture } = avatarOf(comment);
  return html`<span part="avatar" class="avatar" aria-hidden="true"
    >${initials}${
      picture
        ? html`<img alt="" loading="lazy" decoding="async" referrerpolicy="no-referrer" src=${picture} />`
        : nothing
    }</span
  >`;
}
