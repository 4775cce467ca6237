import { expect } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { comment } from '../support/fake-backend.js';
import { CommentsPage, unmountAll } from '../support/comments-page.js';

const AREAS = ['localStorage', 'sessionStorage'] as const;

/** Lists the keys that are read in the browser's storages while `isOver` returns false; `*` for a list of all. */
function watchStorage(isOver: () => boolean): { readonly keys: readonly string[]; restore(): void } {
  const keys: string[] = [];
  const real = AREAS.map((area) => [area, window[area]] as const);
  for (const [area, storage] of real) {
    const note = (key: string): unknown => isOver() || keys.push(`${area} ${key}`);
    const watched = new Proxy(storage, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name);
        if (name === 'length') note('*');
        if (typeof member !== 'function') return member;
        return (...args: readonly string[]): unknown => {
          if (name === 'getItem') note(String(args[0]));
          return member.apply(target, args);
        };
      },
      ownKeys(target) {
        note('*');
        return Reflect.ownKeys(target);
      },
    });
    Object.defineProperty(window, area, { configurable: true, get: () => watched });
  }
  return {
    keys,
    restore() {
      for (const [area, storage] of real)
        Object.defineProperty(window, area, { configurable: true, get: () => storage });
    },
  };
}

describe('the browser’s storage', () => {
  afterEach(unmountAll);

  it('is read for nothing but the chosen order and the muted people before the comments are shown', async () => {
    const isShown = (): boolean =>
      Boolean(document.querySelector('article-comments')?.shadowRoot?.querySelector('article'));
    const storage = watchStorage(isShown);
    try {
      const page = await CommentsPage.open(memoryAdapter({ comments: [comment('Hello.')] }));
      await page.comment('Hello.');
      const read = new Set(storage.keys.filter((key) => key.includes('article-comments:') || key.endsWith('*')));
      expect([...read]).to.have.members(['localStorage article-comments:order', 'localStorage article-comments:muted']);
    } finally {
      storage.restore();
    }
  });
});
