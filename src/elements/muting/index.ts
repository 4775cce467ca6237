import type { ReactiveController } from 'lit';
import type { VisitMessages } from '../../i18n/messages.js';
import type { Author, Comment, CommentId } from '../../model/adapter.js';
import { findComment } from '../../model/state/discussion-state.js';
import { isOwn } from '../../model/state/permissions.js';
import { knownComments } from '../../model/transitions/comments.js';
import type { CommandOf } from '../../presentation/command.js';
import type { MutedComment } from '../../presentation/comment-actions.js';
import { nameOfControl, shownName } from '../../presentation/shown-author.js';
import { focusRow } from '../list/focus-comment.js';
import { notifyPreference, remember } from '../page/preferences.js';
import { reportAction } from '../report-action.js';
import type { Feature, MenuItem, RowAddition, Section } from '../section.js';
import { MUTED, mutedPeople } from './muted.js';

declare module '../../presentation/command.js' {
  interface Commands {
    mute: { readonly id: CommentId };
    unmute: { readonly id: CommentId };
    'reveal-muted': { readonly id: CommentId };
  }
}

/**
 * Hides the comments of people whom this reader has muted: on this device, in every discussion of the site.
 *
 * @csspart mute - Mutes its author.
 * @csspart unmute - Shows a muted comment once.
 * @csspart unmute-always - Unmutes its author.
 *
 * @action mute - The author of a comment was muted.
 * @action unmute - The author of a comment was unmuted.
 * @action reveal-muted - A comment by a muted author was shown.
 */
export class Muting implements Feature<'mute' | 'unmute' | 'reveal-muted'>, ReactiveController {
  readonly #section: Section<VisitMessages>;
  /** The muted people, by `personOf`. */
  #muted: readonly string[] = [];
  /** Comments of muted people that the reader has revealed, and their authors. */
  #revealed: ReadonlyMap<CommentId, string> = new Map();

  constructor(section: Section<VisitMessages>) {
    this.#section = section;
    section.host.addController(this);
  }

  readonly commands = {
    mute: (command: CommandOf<'mute'>): Promise<void> =>
      this.#change(command, async (comment, name) => {
        this.#mute(comment);
        this.#section.announce(this.#section.messages.mutedNow(name));
        await this.#section.run({ type: 'close-panel', id: comment.id });
      }),
    unmute: (command: CommandOf<'unmute'>): Promise<void> =>
      this.#change(command, async (comment, name) => {
        this.#save(this.#muted.filter((one) => one !== personOf(comment.author)));
        this.#section.announce(this.#section.messages.unmutedNow(name));
        await this.#focus(comment);
      }),
    'reveal-muted': (command: CommandOf<'reveal-muted'>): Promise<void> =>
      this.#change(command, async (comment) => {
        this.#revealed = new Map([...this.#revealed, [comment.id, personOf(comment.author)]]);
        this.#section.host.requestUpdate();
        await this.#focus(comment);
      }),
  };

  readonly row: RowAddition = {
    entries: () => {
      // Most readers have muted no one.
      const comments = this.#muted.length ? [...knownComments(this.#section.store.state)] : [];
      return new Map(comments.filter((comment) => this.#hides(comment)).map(({ id }) => [id, true]));
    },
    view: (comment) => (this.#hides(comment) ? { muted: this.#inPlaceOf(comment) } : {}),
  };

  #inPlaceOf(comment: Comment): MutedComment {
    const { messages } = this.#section;
    const { id } = comment;
    const text = messages.unmute;
    const label = nameOfControl(text, 'comment', comment, messages);
    return {
      text: messages.muted(shownName(comment, messages)),
      actions: [
        { type: 'button', name: 'unmute', text, label, command: { type: 'reveal-muted', id } },
        this.#unmute(comment),
      ],
    };
  }

  #unmute(comment: Comment): MenuItem {
    const { messages } = this.#section;
    const text = messages.unmuteAlways(shownName(comment, messages));
    return { type: 'button', name: 'unmute-always', text, label: text, command: { type: 'unmute', id: comment.id } };
  }

  menu(comment: Comment): readonly MenuItem[] {
    const { messages } = this.#section;
    const { id } = comment;
    const name = shownName(comment, messages);
    if (!this.#canMute(comment)) return [];
    if (!this.#isMuted(comment)) {
      const text = messages.mute(name);
      return [{ type: 'button', name: 'mute', text, label: text, command: { type: 'mute', id } }];
    }
    return [this.#unmute(comment)];
  }

  /** Before each update: another section or another tab may have changed the preference. */
  hostUpdate(): void {
    const muted = mutedPeople();
    if (muted && JSON.stringify(muted) !== JSON.stringify(this.#muted)) this.#muted = muted;
  }

  async #change(
    { type, id }: CommandOf<'mute' | 'unmute' | 'reveal-muted'>,
    change: (comment: Comment, name: string) => Promise<void>,
  ): Promise<void> {
    const comment = findComment(this.#section.store.state, id);
    if (!comment) return;
    reportAction(this.#section, type, id);
    await change(comment, comment.author?.name || this.#section.messages.anonymous);
  }

  /** Moves the focus to the comment, because the button that was pressed is removed. */
  async #focus({ id }: Comment): Promise<void> {
    const { host, root } = this.#section;
    await host.updateComplete;
    focusRow(root, id);
  }

  /** Whether the author can be identified and is not the reader. */
  #canMute(comment: Comment): boolean {
    return personOf(comment.author) !== '' && !isOwn(comment, this.#section.store.state);
  }

  #isMuted({ author }: Comment): boolean {
    return this.#muted.includes(personOf(author));
  }

  #hides(comment: Comment): boolean {
    // In the order of what it costs, because it is called for every comment.
    return (
      this.#isMuted(comment) && this.#revealed.get(comment.id) !== personOf(comment.author) && this.#canMute(comment)
    );
  }

  #mute({ author }: Comment): void {
    const person = personOf(author);
    this.#revealed = new Map([...this.#revealed].filter(([, by]) => by !== person));
    this.#save([...this.#muted, person]);
  }

  #save(muted: readonly string[]): void {
    this.#muted = muted;
    remember(MUTED, muted);
    notifyPreference(MUTED);
  }
}

/** Identifies a person who is muted; empty without an id or a name. */
function personOf(author: Author | null | undefined): string {
  return author?.id ?? author?.name ?? '';
}
