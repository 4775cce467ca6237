/**
 * The first calls of a section whose class is still loading. The file of an adapter arrives long before that of the section, which is five
 * times as large.
 */
import type { Call, CommentsAdapter, DiscussionInfo, DiscussionRef, ListQuery } from '../../model/adapter.js';
import { DEFAULT_PAGE_SIZE, isPageSize, MAX_FIRST_PAGE } from '../../model/discussion/page-size.js';
import { discussionOf } from '../page/discussion-of.js';
import type { BackendLoader, BackendSettings } from './backend-loader.js';

/** An adapter that answers the first calls of a section. */
interface FirstAdapter extends Pick<BackendSettings, 'src'> {
  readonly loader: BackendLoader;
  readonly adapter: Promise<CommentsAdapter>;
  /** What the adapter has reported to the developer. */
  readonly notes: readonly string[];
}

const firstAdapters = new WeakMap<Element, FirstAdapter>();

/** A response that has not been taken for so long may be out of date, in milliseconds. */
const LIFETIME = 30_000;

/**
 * Requests the state and the first page of the discussion that an element without a class will show, as its attributes tell. Does nothing
 * if its page has set a token or an adapter, or if the element has got its class meanwhile and makes its own calls.
 */
export async function callFirst(element: HTMLElement, loader: BackendLoader | undefined): Promise<void> {
  const own = element as { readonly token?: unknown; readonly adapter?: unknown };
  if (!loader || own.token || own.adapter || element.matches(':defined')) return;
  const src = settingOf(element, 'src');
  const notes: string[] = [];
  const adapter = loader({ src, token: undefined, element, note: (problem) => notes.push(problem) });
  firstAdapters.set(element, { loader, src, adapter, notes });
  const created = await adapter;
  if (!own.token && !own.adapter) callBoth(created, element);
}

function callBoth(adapter: CommentsAdapter, element: HTMLElement): void {
  const { sorts = ['oldest'] } = adapter.features ?? {};
  const order = settingOf(element, 'order');
  const sort = sorts.find((offered) => offered === order) ?? sorts[0]!;
  // An order of the backend's own is left to the section.
  if (typeof sort !== 'string') return;
  const discussion = discussionOf(settingOf(element, 'discussion'));
  const size = Number(settingOf(element, 'pageSize', 'page-size'));
  const limit = isPageSize(size) ? Math.min(size, MAX_FIRST_PAGE) : DEFAULT_PAGE_SIZE;
  call(adapter, 'open', discussion);
  call(adapter, 'list', { discussion, sort, limit });
}

/** Calls a method. The next call of it gets the response, if it asks for the same. */
function call(adapter: CommentsAdapter, name: 'open' | 'list', argument: DiscussionRef | ListQuery): void {
  const method = adapter[name].bind(adapter) as (argument: unknown, call: Call) => Promise<unknown>;
  const reset = (): void => void Reflect.set(adapter, name, method);
  const notes: string[] = [];
  const response = method(argument, { signal: new AbortController().signal, note: (problem) => notes.push(problem) });
  let receivedAt = 0;
  response.then(
    () => (receivedAt = performance.now()),
    () => undefined,
  );
  setTimeout(reset, LIFETIME);
  Reflect.set(adapter, name, async (given: unknown, own: Call) => {
    reset();
    if (questionIn(given) !== questionIn(argument)) return method(given, own);
    const result = await response;
    for (const problem of notes) own.note?.(problem);
    return asOfNow(result, performance.now() - receivedAt);
  });
}

/** What is asked for. The title of a page may have changed since. */
const questionIn = (argument: unknown): string =>
  JSON.stringify(argument, (name, value: unknown) => (name === 'title' ? undefined : value));

/** A response as if it had been received now, `age` milliseconds later: the backend's clock has gone on. */
function asOfNow(response: unknown, age: number): unknown {
  const { now } = Object(response) as Partial<DiscussionInfo>;
  const time = Date.parse(now ?? '') + age;
  return time ? { ...(response as DiscussionInfo), now: new Date(time).toISOString() } : response;
}

/** As the page has set the property that the class will have, or the attribute. */
function settingOf(element: Element, name: string, attribute = name): string | undefined {
  const own = Reflect.get(element, name) as string | null | undefined;
  return (own ?? element.getAttribute(attribute)) || undefined;
}

/** The adapter that has the responses to the first calls of an element: once, if it is the one to use. */
export function takeFirstAdapter(
  { element, src, token, note }: BackendSettings,
  loader: BackendLoader,
): Promise<CommentsAdapter> | undefined {
  const first = firstAdapters.get(element);
  firstAdapters.delete(element);
  if (token || first?.loader !== loader || first.src !== src) return undefined;
  first.notes.forEach(note);
  return first.adapter;
}
