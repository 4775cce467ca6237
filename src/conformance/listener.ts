/** Somebody who follows a discussion, and what they were told. */
import type { Change, CommentsAdapter, DiscussionRef } from '../model/adapter.js';
import { comment, info } from './contract-shapes.js';
import { post } from './posting.js';
import type { Scene } from './scene.js';
import { filledText } from './shape.js';
import { shown } from './shown-value.js';

/** Comments posted to find out whether a subscription has begun, before it counts as one that never does. */
const TRIES = 3;

export class Listener {
  readonly heard: Change[] = [];
  readonly #scene: Scene;
  readonly #controller = new AbortController();
  #waiting = new Set<() => void>();

  private constructor(scene: Scene) {
    this.#scene = scene;
  }

  /** Subscribes; what follows may come at any time from now on. */
  static async subscribe(scene: Scene, { adapter = scene.adapter, discussion = scene.discussion }: Following = {}): Promise<Listener> {
    const listener = new Listener(scene);
    const { subscribe } = await scene.ready(adapter, ['subscribe']);
    // It ends with the check, if not before.
    scene.call.signal.addEventListener('abort', () => listener.leave(), { once: true });
    subscribe.call(adapter, discussion, (change) => listener.#take(change), { signal: listener.#controller.signal });
    return listener;
  }

  /**
   * Subscribes, and makes sure that the subscription has begun: a connection takes its time, and what is posted before it
   * stands is told to nobody. Posts comments until one is heard of.
   */
  static async begin(
    scene: Scene,
    { poster = scene.adapter, ...following }: Following & { readonly poster?: CommentsAdapter } = {},
  ): Promise<Listener> {
    const listener = await Listener.subscribe(scene, following);
    for (let tries = 0; tries < TRIES; tries++) {
      const { discussion } = following;
      const { id } = await post(scene, { adapter: poster, ...(discussion && { discussion }) });
      if (await listener.hears((change) => isAbout(change, id), 1 / TRIES)) return listener;
    }
    return scene.fail({
      did: `subscribe(), then posted ${TRIES} comments as ${poster === scene.adapter ? 'the same person' : 'somebody else'}`,
      expected: 'a change that tells of one of them',
      got: listener.heard.length === 0 ? `nothing within ${scene.patience} ms` : shown(listener.heard),
    });
  }

  /** No more of it: what comes now breaks the contract. */
  leave(): void {
    this.#controller.abort(new DOMException('Nobody listens any more', 'AbortError'));
  }

  /** Whether such a change has come, or comes in time. `stale` stands for every change. */
  async hears(matches: (change: Change) => boolean, share = 1): Promise<boolean> {
    const isThere = (): boolean => this.heard.some((change) => change.type === 'stale' || matches(change));
    if (isThere()) return true;
    let stop = (): void => {};
    const told = new Promise<void>((resolve) => {
      const look = (): void => {
        if (isThere()) resolve();
      };
      this.#waiting.add(look);
      stop = () => this.#waiting.delete(look);
    });
    try {
      return await this.#scene.heard(told, share);
    } finally {
      stop();
    }
  }

  /** Waits for a change, and fails where it does not come. */
  async expect(did: string, expected: string, matches: (change: Change) => boolean): Promise<void> {
    if (await this.hears(matches)) return;
    this.#scene.fail({ did, expected, got: this.heard.length === 0 ? 'no change' : `only ${shown(this.heard)}` });
  }

  /** `stale` tells that something was missed, which is allowed; nothing can then be said of order and number. */
  get isStale(): boolean {
    return this.heard.some(({ type }) => type === 'stale');
  }

  #take(change: Change): void {
    this.heard.push(change);
    for (const look of this.#waiting) look();
  }
}

export interface Following {
  /** Who listens. Default: the adapter under test. */
  readonly adapter?: CommentsAdapter;
  readonly discussion?: DiscussionRef;
}

/** The comment that a change is about. */
export function idOf(change: Change): string | undefined {
  if (change.type === 'removed') return change.id;
  return change.type === 'added' || change.type === 'changed' ? change.comment?.id : undefined;
}

export const isAbout = (change: Change, id: string): boolean => idOf(change) === id;

/** What is wrong with the form of a change, in words. */
export function mistakesIn(change: Change): readonly string[] {
  switch (change?.type) {
    case 'added':
    case 'changed':
      return comment(change.comment, 'change.comment');
    case 'removed':
      return filledText(change.id, 'change.id');
    case 'discussion':
      // Some of its fields are enough, but for the state, all are optional already.
      return info({ state: 'open', ...change.info }, 'change.info');
    case 'stale':
      return [];
    default:
      return [`${shown(change)} is no change that the contract knows`];
  }
}
