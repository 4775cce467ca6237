/** Loaded with permalinks: only a browser without session storage needs the address to go on with a vote. */
import type { Comment } from '../../model/adapter.js';
import { focusAction } from '../list/focus-comment.js';
import { permalink } from '../page/address.js';
import { readJson, writeJson } from '../page/storage.js';
import type { Feature, Section } from '../section.js';
import { IN_ADDRESS, type WaitingVote, waitingVoteKey } from './waiting-vote.js';

/** A viewer whom a sign-in page has led back to the comment on which they want to vote. */
export class ReturningVote implements Feature {
  readonly #section: Section;

  constructor(section: Section) {
    this.#section = section;
  }

  async onLinkFollowed({ id }: Comment): Promise<void> {
    const { viewer, discussion } = this.#section.store.state;
    const key = waitingVoteKey(discussion?.key);
    const asked = readJson('localStorage', key) as WaitingVote | undefined;
    const [, vote] = location.hash.split(IN_ADDRESS);
    if (asked?.id === id && viewer.state === 'signed-in') {
      writeJson('localStorage', key, undefined);
      const isOwn = (asked.by ?? viewer.author?.id) === viewer.author?.id;
      if (isOwn && Date.now() < asked.waitsUntil) await this.#section.run({ ...asked, type: 'cast-vote' });
    } else if (vote) {
      // A reload, or a copy of the address, does not lead to the button again.
      history.replaceState(history.state, '', permalink(id));
      // Anyone can make such a link, so the viewer has to press the button.
      focusAction(this.#section.root, id, vote === '-1' ? 'down' : 'up');
    }
  }
}
