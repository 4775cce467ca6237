/** What can happen in a journey, as data: a journey is a list of steps, and can be written down and repeated. */
import type { Fault, FaultyMethod } from './backend/fault.js';
import type { CodeDelivery } from './backend/journey-site.js';
import type { Account, Article, Parent, TabId } from './cast.js';

interface InTab {
  readonly tab: TabId;
}

interface InBox extends InTab {
  readonly parent: Parent;
}

/** `anyway`: by the button that confirms what the backend has asked to think about again. */
export type PressWay = 'button' | 'keyboard' | 'double click' | 'anyway';

export type Step =
  /** `replacing`: what stood there is selected first, so that its writer gives it up. */
  | (InBox & { readonly do: 'type'; readonly text: string; readonly replacing: boolean })
  /** `isHasty`: the reader does not wait for what comes of it, and the next step follows at once. */
  | (InBox & { readonly do: 'press'; readonly by: PressWay; readonly isHasty?: boolean })
  | (InBox & { readonly do: 'discard' })
  /** Presses "Show it" at a text that another tab has left. */
  | (InBox & { readonly do: 'show kept' })
  | (InBox & { readonly do: 'remember me' })
  /** Opens or closes the reply form below a comment. */
  | (InBox & { readonly do: 'toggle reply'; readonly parent: string })
  /** By the page: by a header outside the section. By the form: by its button, where one has to sign in first. */
  | (InTab & { readonly do: 'sign in'; readonly as: Account; readonly by: 'page' | 'form' })
  | (InTab & { readonly do: 'sign out'; readonly by: 'page' | 'form' })
  /** The session ends at the backend, and the page does not know. */
  | (InTab & { readonly do: 'expire' })
  /** By a link: a page load. By the page's script: the element gets another discussion. */
  | (InTab & { readonly do: 'visit'; readonly article: Article; readonly by: 'link' | 'script' })
  | (InTab & { readonly do: 'reload' })
  /** Presses "Try again" beside something that could not be loaded. */
  | (InTab & { readonly do: 'try again' })
  | (InTab & { readonly do: 'go back' })
  /** Takes the element out of the document, puts it back, or moves it within. */
  | (InTab & { readonly do: 'detach' | 'attach' | 'move' })
  /** Closes the tab and opens another one in its place. */
  | (InTab & { readonly do: 'reopen' })
  /** Closes the tab and opens a duplicate of the other one in its place, with a copy of all that the other has kept for itself. */
  | (InTab & { readonly do: 'duplicate' })
  | (InTab & { readonly do: 'fault'; readonly method: FaultyMethod; readonly fault: Fault })
  /** Lets the call go on that has been held for longest. */
  | { readonly do: 'release' }
  | { readonly do: 'code'; readonly delivery: CodeDelivery }
  /** Fills what the browser has left to the last byte, or makes room again. */
  | (InTab & { readonly do: 'fill' | 'empty'; readonly storage: 'localStorage' | 'sessionStorage' })
  /** From the next page load on. */
  | (InTab & { readonly do: 'block'; readonly storages: readonly ('localStorage' | 'sessionStorage')[] })
  | (InTab & { readonly do: 'clock'; readonly ahead: number })
  /** Long enough for what is saved a moment after the last key. */
  | { readonly do: 'pause' }
  | { readonly do: 'other posts'; readonly article: Article; readonly text: string };

export const describeStep = ({ do: what, ...details }: Step): string =>
  `${what} ${Object.entries(details)
    .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
    .join(' ')}`.trim();
