import { positionToRestore } from '../page/saved-position.js';
import { readSettings } from '../settings/settings.js';
import type { ServedSection } from '../served/served-section.js';
import type { BackendLoader } from './backend-loader.js';
import { DiscussionOpener } from './discussion-opener.js';
import { discussionSource } from './discussion-source.js';

/**
 * Starts to open the discussion of a section whose class is not defined yet. The section goes on with it. `served`: what a server has
 * rendered inside the element.
 */
export function start(
  element: HTMLElement,
  loaders: Readonly<Record<string, BackendLoader>>,
  served?: ServedSection,
): void {
  if (element.matches(':defined')) return;
  const opener = DiscussionOpener.of(element);
  opener.onNear = () => {
    const { settings } = readSettings(element, valueOf);
    opener.update(
      discussionSource(served?.complete(settings) ?? settings, {
        served,
        loaders,
        positionIn: positionToRestore,
        closed: element.hasAttribute('closed'),
        debug: element.hasAttribute('debug'),
      }),
    );
  };
  opener.connect();
  opener.onNear();
}

/** The value of a property that the class will have: as the page has set it on the element, or in the attribute. */
function valueOf(element: Element, name: string): unknown {
  // The name of no other attribute that is read here has several words.
  const text = element.getAttribute(name === 'pageSize' ? 'page-size' : name);
  return Reflect.get(element, name) ?? (name === 'pageSize' && text ? Number(text) : text);
}
