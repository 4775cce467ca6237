/** The pictures of authors. Loaded only if the page wants them. */
import { html, nothing, type TemplateResult } from 'lit';
import { webUrl } from '../../content/safe-url.js';
import type { Comment } from '../../model/adapter.js';
import { avatarOf } from '../../presentation/avatar.js';
import type { Feature, RowAddition, Section } from '../section.js';
import { avatarStyles } from './avatar.styles.js';

/**
 * The author's picture beside each comment.
 *
 * @csspart avatar - The author's picture or initials, if `avatars` is set.
 */
class Avatars implements Feature {
  static readonly styles = avatarStyles;
  readonly #section: Section;

  constructor(section: Section) {
    this.#section = section;
  }

  readonly row: RowAddition = {
    version: () => this.#section.host.avatars,
    view: (comment) => ({ avatar: this.#section.host.avatars ? renderAvatar(comment) : undefined }),
  };
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

export const features = [Avatars] as const;
