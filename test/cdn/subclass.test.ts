import { expect } from '@open-wc/testing';
import type { ReactiveController } from 'lit';
import type { ArticleComments } from '../../src/elements/article-comments.js';
import { closeAll, FramedPage } from './framed-page.js';

/** A page's own kind of section, with whatever `body` gives the class. */
async function open<Own extends typeof ArticleComments>(
  body: (Base: typeof ArticleComments, window: FramedPage['window']) => Own,
): Promise<{ readonly element: InstanceType<Own>; readonly frame: FramedPage }> {
  const frame = await FramedPage.open('strict-classic');
  const Own = body(frame.window.ArticleComments.ArticleComments, frame.window);
  frame.window.customElements.define('page-comments', Own);
  const element = frame.document.createElement('page-comments') as InstanceType<Own>;
  frame.document.body.append(element);
  await element.updateComplete;
  return { element, frame };
}

describe("a page's own subclass of what the files for a script tag export", () => {
  afterEach(closeAll);

  it('has properties of each kind, read from attributes and written to them', async () => {
    const { element } = await open(
      (Base, { Object, Array, Boolean, Number }) =>
        class extends Base {
          static override properties = {
            options: { type: Object, reflect: true },
            names: { type: Array },
            isWide: { type: Boolean, reflect: true, attribute: 'wide' },
            columns: { type: Number, useDefault: true, reflect: true },
            shade: { converter: (value: string | null) => value?.toUpperCase() },
          };
          declare options: unknown;
          declare names: unknown;
          declare isWide: boolean;
          declare columns: number;
          declare shade: string | undefined;
          constructor() {
            super();
            this.columns = 2;
          }
        },
    );
    expect(element.hasAttribute('columns')).to.equal(false);
    element.setAttribute('names', '["a", "b"]');
    element.setAttribute('shade', 'dark');
    Object.assign(element, { options: { a: 1 }, isWide: true, columns: 3 });
    await element.updateComplete;
    expect(element.names).to.deep.equal(['a', 'b']);
    expect(element.shade).to.equal('DARK');
    expect(['options', 'wide', 'columns'].map((name) => element.getAttribute(name))).to.deep.equal(['{"a":1}', '', '3']);
    element.removeAttribute('columns');
    expect(element.columns).to.equal(2);
  });

  it('is drawn again for the changes that it asks for, and tells which they are', async () => {
    const { element } = await open(
      (Base) =>
        class extends Base {
          static override properties = { size: { hasChanged: (value: number, old = 0) => Math.abs(value - old) > 1 }, tone: {} };
          declare size: number;
          readonly changes: string[] = [];
          #tone = 'calm';
          get tone(): string {
            return this.#tone;
          }
          set tone(tone: string) {
            this.#tone = tone.trim();
          }
          protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
            this.changes.push(...[...changed.keys()].map(String).filter((name) => ['size', 'tone'].includes(name)));
          }
        },
    );
    element.changes.length = 0;
    for (const change of [{ size: 4 }, { size: 5 }, { tone: ' loud ' }]) {
      Object.assign(element, change);
      await element.updateComplete;
    }
    expect(element.changes).to.deep.equal(['size', 'tone']);
    expect(element.tone).to.equal('loud');
  });

  it('has controllers and styles of its own', async () => {
    const calls: string[] = [];
    const controller: ReactiveController = {
      hostConnected: () => calls.push('connected'),
      hostUpdate: () => calls.push('update'),
      hostUpdated: () => calls.push('updated'),
      hostDisconnected: () => calls.push('disconnected'),
    };
    const { element, frame } = await open((Base, { CSSStyleSheet }) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('section { color: rgb(1, 2, 3) }');
      return class extends Base {
        static override styles = [...Base.styles, sheet as unknown as (typeof Base.styles)[number]];
        constructor() {
          super();
          this.addController(controller);
        }
      };
    });
    const section = element.shadowRoot?.querySelector('section');
    expect(frame.window.getComputedStyle(section!).color).to.equal('rgb(1, 2, 3)');
    element.remove();
    element.removeController(controller);
    frame.document.body.append(element);
    expect(calls).to.deep.equal(['connected', 'update', 'updated', 'disconnected']);
  });
});
