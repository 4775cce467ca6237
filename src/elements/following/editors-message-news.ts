import type { DiscussionStore } from '../../model/discussion/discussion-store.js';
import type { Announcer } from '../frame/announcer.js';
import type { SectionHost } from '../section-host.js';

interface NewsOptions {
  readonly store: DiscussionStore;
  readonly announcer: Announcer;
}

/** Announces an editors' message that is new or has changed while the discussion is read, once. What was there at first is read. */
export function announceEditorsMessage(host: SectionHost, { store, announcer }: NewsOptions): void {
  let signal: AbortSignal | undefined;
  let known: string | undefined;
  const announceChange = async (): Promise<void> => {
    const { info } = store.state;
    if (!info) return;
    const isFirst = signal !== (signal = store.session()?.signal);
    const before = known;
    known = JSON.stringify(info.message);
    if (isFirst || !known || known === before) return;
    await host.updateComplete;
    const text = [...(host.renderRoot.querySelector('[part=message]')?.children ?? [])].map((part) => part.textContent);
    announcer.announce(text.join(': '));
  };
  store.subscribe(() => void announceChange());
  void announceChange();
}
