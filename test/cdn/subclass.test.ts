import { expect } from '@open-wc/testing';
import type { ReactiveController } from 'lit';
import type { ArticleComments } from '../../src/elements/article-comments.js';
import { closeAll, FramedPage } from '../support/framed-page.js';

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

  it('has properties that are texts, numbers and booleans, read from attributes and, where they are booleans, written to them', async () => {
    const { element } = await open(
      (Base, { Boolean, Number }) =>
        class extends Base {
          static override properties = {
            isWide: { type: Boolean, reflect: true, attribute: 'wide' },
            columns: { type: Number },
            shade: {},
          };
          declare isWide: boolean;
          declare columns: number | null;
          declare shade: string | null;
        },
    );
    element.setAttribute('columns', '3');
    element.setAttribute('shade', 'dark');
    element.isWide = true;
    await element.updateComplete;
    expect([element.columns, element.shade, element.getAttribute('wide')]).to.deep.equal([3, 'dark', '']);
    for (const name of ['columns', 'shade', 'wide']) element.removeAttribute(name);
    expect([element.columns, element.shade, element.isWide]).to.deep.equal([null, null, false]);
    element.closed = true;
    await element.updateComplete;
    expect(element.hasAttribute('closed'), 'what it has from its class').to.equal(true);
  });

  it('is drawn again for each change, and tells which they are', async () => {
    const { element } = await open(
      (Base) =>
        class extends Base {
          static override properties = { size: { attribute: false }, tone: {} };
          declare size: number;
          declare tone: string;
          readonly changes: string[] = [];
          protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
            const own = [...changed].filter(([name]) => ['size', 'tone'].includes(String(name)));
            this.changes.push(...own.map(([name, old]) => `${String(name)} was ${String(old)}`));
          }
        },
    );
    element.changes.length = 0;
    for (const change of [{ size: 4 }, { size: 5 }, { size: 5 }, { size: NaN }, { size: NaN, tone: 'loud' }]) {
      Object.assign(element, change);
      await element.updateComplete;
    }
    expect(element.changes).to.deep.equal(['size was undefined', 'size was 4', 'size was 5', 'tone was undefined']);
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
