/** One journey: two tabs of a fresh browser profile, a backend, and what is known about every text typed so far. */
import type { Browser, BrowserContext } from 'puppeteer-core';
import type { Features } from '../../../src/model/adapter.js';
import type { JourneySite, TabSettings } from './backend/journey-site.js';
import { ModelBackend } from './backend/model-backend.js';
import { type TabId, TABS } from './cast.js';
import { type Durability, JourneyModel } from './journey-model.js';
import type { Step } from './step.js';
import { Tab } from './tab.js';
import type { PageView, TabView } from './tab-view.js';

/** What distinguishes one journey from another, besides its steps. */
export interface Circumstances {
  readonly idempotency: Features['idempotency'];
  /** The pages' adapter goes on with what it was told to stop. */
  readonly ignoresSignals: boolean;
  /** The backend tells every change twice. */
  readonly repeatsChanges: boolean;
}

/** The steps after which somebody else may sit at a tab. */
const LEAVING: readonly Step['do'][] = ['sign in', 'sign out', 'visit', 'reload', 'go back', 'reopen', 'duplicate'];

export class Journey {
  readonly model = new JourneyModel();
  /** The storages that are full: the device's for both tabs, a tab's for itself. */
  readonly full = new Set<'device' | TabId>();
  /** How many pages each tab can go back. */
  readonly depths = new Map<TabId, number>();
  /** The tabs whose page has been without the code for writing. */
  readonly withoutCode = new Set<TabId>();
  readonly #tabs: ReadonlyMap<TabId, Tab>;
  readonly #views = new Map<TabId, TabView>();
  #front: TabId | undefined;

  private constructor(
    readonly backend: ModelBackend,
    readonly site: JourneySite,
    readonly context: BrowserContext,
    tabs: ReadonlyMap<TabId, Tab>,
  ) {
    this.#tabs = tabs;
  }

  static async begin(browser: Browser, site: JourneySite, circumstances: Circumstances): Promise<Journey> {
    const { idempotency, ignoresSignals, repeatsChanges } = circumstances;
    const backend = new ModelBackend(idempotency);
    site.backend = backend;
    site.code = 'ok';
    site.repeatsChanges = repeatsChanges;
    for (const tab of TABS) site.settings.set(tab, { ahead: 0, blocked: [], ignoresSignals });
    const context = await browser.createBrowserContext();
    const tabs = new Map<TabId, Tab>();
    for (const tab of TABS) tabs.set(tab, await Tab.open(context, site, tab, 'pier'));
    const journey = new Journey(backend, site, context, tabs);
    await journey.look(0);
    return journey;
  }

  async end(): Promise<void> {
    await this.context.close();
  }

  tab(id: TabId): Tab {
    const tab = this.#tabs.get(id);
    if (!tab) throw new Error(`There is no tab ${id}.`);
    return tab;
  }

  /** The tab's page as it was when it was last at rest. */
  view(id: TabId): TabView {
    const view = this.#views.get(id);
    if (!view) throw new Error(`Nobody has looked at the tab ${id} yet.`);
    return view;
  }

  /** The tab's page as it is now, whatever is under way. */
  async glance(id: TabId): Promise<TabView> {
    return this.#withViewer(id, await this.tab(id).view());
  }

  /** Looks at both pages when they are at rest, and notes what has changed. `step`: what was done before. */
  async look(number: number, step?: Step): Promise<void> {
    const seen = await Promise.all(TABS.map(async (id) => [id, await this.tab(id).rest()] as const));
    for (const [id, page] of seen) {
      const before = this.#views.get(id);
      const after = this.#withViewer(id, page);
      this.#views.set(id, after);
      if (this.site.code !== 'ok') this.withoutCode.add(id);
      // A session ends in the middle of something else: nobody has signed out, and no page was loaded.
      const isLeaving = step !== undefined && 'tab' in step && step.tab === id && LEAVING.includes(step.do);
      const isExpired = after.viewer === 'guest' && !isLeaving;
      if (before) this.model.saw(id, number, { before, after, isExpired });
    }
  }

  /** How long a text that is typed at a tab now can be kept. */
  durability(id: TabId): Durability {
    const { blocked } = this.view(id).settings;
    if (!blocked.includes('localStorage') && !this.full.has('device')) return 'device';
    return !blocked.includes('sessionStorage') && !this.full.has(id) ? 'tab' : 'page';
  }

  /** Changes what is wrong with a tab's browser, from its next page on. */
  change(id: TabId, changed: Partial<TabSettings>): void {
    const settings = this.site.settings.get(id);
    if (settings) this.site.settings.set(id, { ...settings, ...changed });
  }

  /** Turns to a tab as a reader does who has one in front of the other. */
  async turnTo(id: TabId): Promise<void> {
    if (this.#front === id) return;
    this.#front = id;
    await this.tab(id).bringToFront();
  }

  /** While a page does not know who is reading, nothing is said or written in anybody's name. */
  #withViewer(id: TabId, seen: PageView): TabView {
    return { ...seen, viewer: seen.viewer ?? this.#views.get(id)?.viewer ?? 'guest' };
  }
}
