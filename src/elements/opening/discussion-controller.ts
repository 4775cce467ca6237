import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { AdapterError, CommentsAdapter, DiscussionRef, Token } from '../../model/adapter.js';
import { isSetUpError, toAdapterError } from '../../model/adapter-error.js';
import type { Progress } from '../../model/discussion/discussion-state.js';
import { type DiscussionOptions, DiscussionStore } from '../../model/discussion/discussion-store.js';
import { isWellKnown, offeredSortIds } from '../../model/discussion/offered-sorts.js';
import { CommentsCountEvent, CommentsErrorEvent, CommentsLoadEvent } from '../events/reading-events.js';
import type { ServedDiscussion } from '../../model/served-discussion.js';
import type { SavedPosition } from '../scroll-position/returning-reader.js';
import { type BackendLoader, findLoader } from './backend-loader.js';
import type { Mistake, Opening } from '../settings/misconfiguration.js';
import { recall } from '../page/preferences.js';

/** Which discussion the element shows, and where it comes from. */
export interface DiscussionSource {
  readonly adapter: CommentsAdapter | undefined;
  readonly backend: string | undefined;
  readonly src: string | undefined;
  /** Who is reading. */
  readonly token: Token | undefined;
  readonly discussion: DiscussionRef;
  readonly loaders: Readonly<Record<string, BackendLoader>>;
  readonly isEager: boolean;
  /** Where the reader was before, if they return to the page. */
  readonly savedPosition: SavedPosition | undefined;
  /** What a server has rendered. */
  readonly served: ServedDiscussion | undefined;
  readonly options: DiscussionOptions;
}

/** Sent to a section by a new `<comment-count>`. The section answers with `comments-count` if it knows the number. */
export const COUNT_WANTED = 'comments-count-wanted';

/** Loading begins when the element is this near to the viewport. */
const NEAR = '600px';

/** How long a script may take to set the adapter before it counts as forgotten, in milliseconds. */
const ADAPTER_TIMEOUT = 5000;

/** So many openings are looked at: a template may create the adapter anew for each rendering. */
const MANY = 4;

/**
 * Ties a discussion to the life of its element: it opens when the element comes near the viewport, closes when the element is
 * removed, and goes on undisturbed when the element is only moved. Turns changes of the store into events.
 */
export class DiscussionController implements ReactiveController {
  readonly store = new DiscussionStore();
  /** Why no discussion can be opened: the page is set up wrongly. */
  mistake: Mistake | undefined;
  /** Why there is no adapter: it could not be fetched. */
  error: AdapterError | undefined;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #source: () => DiscussionSource;
  #observer: IntersectionObserver | undefined;
  #isNear = false;
  #timeout: ReturnType<typeof setTimeout> | undefined;
  /** What was last opened; empty while nothing is. */
  #wanted: readonly unknown[] = [];
  /** Whose discussion it is. */
  #token: Token | undefined;
  /** What the adapter has no use for, one sentence each. */
  readonly #notes = new Set<string>();
  /** The latest openings, the last one last. */
  #openings: readonly Opening[] = [];
  /** How opening, listing, both of them again, and paging stood when events were last sent. */
  #reported: readonly Progress[] = [];
  #reportedTotal: number | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, source: () => DiscussionSource) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
    host.addEventListener(COUNT_WANTED, () => {
      this.#reportedTotal = undefined;
      this.#sendEvents();
    });
    this.store.subscribe(() => {
      host.requestUpdate();
      this.#sendEvents();
    });
  }

  hostConnected(): void {
    const onIntersection: IntersectionObserverCallback = (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) this.#arrive();
    };
    this.#observer = new IntersectionObserver(onIntersection, { rootMargin: NEAR });
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    // A move is a removal and an insertion in one task.
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      this.#isNear = false;
      this.#leave();
    });
  }

  /** Before each rendering: opens what the element names now, if that is something else. */
  hostUpdate(): void {
    const source = this.#source();
    if (!this.#host.isConnected || !(this.#isNear || source.isEager)) return;
    const { adapter, backend, src, token, discussion, options } = source;
    const wanted = [adapter, backend, src, discussion.key, options.pageSize, options.sort, options.debug];
    const isOpen = this.#wanted.length > 0 && wanted.every((value, index) => Object.is(value, this.#wanted[index]));
    if (isOpen && token === this.#token) return;
    this.#openings = [...this.#openings, { adapter, token, time: performance.now() }].slice(-MANY);
    const told = adapter ?? (isOpen ? this.store.adapter : undefined);
    // Without a token here, the adapter may have one of its own.
    if ((token ?? this.#token) !== undefined) told?.setToken?.(token);
    this.#token = token;
    // It lists the comments again. Any other adapter is made anew, or opened anew, for whoever reads now.
    if (isOpen && told?.setToken) return;
    this.#leave();
    this.#wanted = wanted;
    void this.#connect(source);
  }

  /** What the developer of the page should know. */
  get mistakes(): readonly Mistake[] {
    const problems = [...this.store.problems, ...this.#notes];
    const found: Mistake[] = problems.map((problem) => ({ mistake: 'problem', problem }));
    const [own] = this.#wanted as [CommentsAdapter?];
    if (this.#token && own && !own.setToken) found.push({ mistake: 'token' });
    if (this.mistake) found.push(this.mistake);
    // The page may have a reason to open several discussions, one after the other.
    if (this.#openings.length === MANY) found.push({ mistake: 'openings', openings: this.#openings });
    return found;
  }

  /** Tries again what failed on the way to the discussion. */
  retry(): void {
    if (this.store.adapter) return this.store.reload();
    this.#wanted = [];
    this.#host.requestUpdate();
  }

  #arrive(): void {
    this.#observer?.disconnect();
    this.#isNear = true;
    this.#host.requestUpdate();
  }

  #leave(): void {
    clearTimeout(this.#timeout);
    this.#wanted = [];
    this.#notes.clear();
    this.mistake = this.error = undefined;
    this.store.close();
  }

  async #connect(source: DiscussionSource): Promise<void> {
    const { adapter, backend, src } = source;
    if (!adapter && backend === undefined && src === undefined) {
      this.#timeout = setTimeout(() => this.#setMistake({ mistake: 'no-adapter' }), ADAPTER_TIMEOUT);
      return;
    }
    // An adapter that is there already is opened at once, not a microtask later.
    if (adapter) this.#open(adapter, source);
    else await this.#load(source);
  }

  async #load(source: DiscussionSource): Promise<void> {
    const { backend, src, token, loaders } = source;
    const wanted = this.#wanted;
    const { name, loader } = findLoader(loaders, backend);
    if (!loader) return this.#setMistake({ mistake: 'unknown-backend', name, known: Object.keys(loaders) });
    try {
      const note = (problem: string): unknown => this.#notes.add(problem);
      const adapter = await loader({ src, token, element: this.#host, note });
      if (wanted === this.#wanted) this.#open(adapter, source);
    } catch (thrown) {
      if (wanted === this.#wanted) this.#failToLoad(toAdapterError(thrown));
    }
  }

  #open(adapter: Partial<CommentsAdapter>, { discussion, options, savedPosition, served }: DiscussionSource): void {
    if (typeof adapter.open !== 'function' || typeof adapter.list !== 'function')
      return this.#setMistake({ mistake: 'no-method', adapter });
    // What this reader chose on another page goes before what the publisher suggests.
    const chosen = savedPosition?.sort ?? recall<string>('order');
    const offered = adapter as CommentsAdapter;
    // Whether the backend has an order of its own, some adapters learn from the first response.
    const isExpected = chosen !== undefined && (!isWellKnown(chosen) || offeredSortIds(offered).includes(chosen));
    const sort = isExpected ? chosen : options.sort;
    const isUsable = served && (sort ?? served.sort) === served.sort && !savedPosition;
    this.store.open(offered, discussion, {
      ...options,
      chosenSort: chosen,
      firstPageSize: savedPosition?.count,
      served: isUsable ? served : undefined,
    });
  }

  #failToLoad(error: AdapterError): void {
    if (isSetUpError(error)) return this.#setMistake({ mistake: 'problem', problem: error.message });
    this.error = error;
    this.#host.dispatchEvent(new CommentsErrorEvent(error, 'setup'));
    this.#host.requestUpdate();
  }

  #setMistake(mistake: Mistake): void {
    this.mistake = mistake;
    this.#host.requestUpdate();
  }

  /** Sends the events for what has changed in the store: each fact once, after it is one. */
  #sendEvents(): void {
    const { discussion, opening, listing, reopening, relisting, more, comments, posted, total } = this.store.state;
    const before = this.#reported;
    this.#reported = [opening, listing, reopening, relisting, more];
    for (const progress of this.#reported) {
      if (progress.state === 'failed' && !before.includes(progress)) {
        const action = progress === opening || progress === reopening ? 'open' : 'list';
        this.#host.dispatchEvent(new CommentsErrorEvent(progress.error, action));
      }
    }
    if (discussion && total !== undefined && total !== this.#reportedTotal) {
      this.#host.dispatchEvent(new CommentsCountEvent(discussion.key, total));
    }
    this.#reportedTotal = total;
    if (!isLoaded(this.#reported) || isLoaded(before)) return;
    const shown = comments.length + posted.length;
    void this.#host.updateComplete.then(() => this.#host.dispatchEvent(new CommentsLoadEvent(shown, total)));
  }
}

function isLoaded([opening, listing]: readonly Progress[]): boolean {
  return opening?.state === 'ready' && listing?.state === 'ready';
}
