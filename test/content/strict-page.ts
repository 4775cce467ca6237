/**
 * A page of its own with a content security policy, in a frame that holds the HTML renderer.
 */
export interface StrictPage {
  readonly renderHtml: (value: string) => DocumentFragment;
  readonly window: Window;
  /** The directives that the page saw violated, in order. */
  readonly violations: readonly string[];
  remove(): void;
}

interface RenderingWindow extends Window {
  renderHtml?: StrictPage['renderHtml'];
}

/** `before` is the address of a script that runs before the renderer is imported. */
export async function openStrictPage(policy: string, before?: string): Promise<StrictPage> {
  const frame = document.createElement('iframe');
  const scripts = [before, new URL('./strict-page-entry.ts', import.meta.url).href].filter((address) => address !== undefined);
  frame.srcdoc = `<!doctype html><meta http-equiv="content-security-policy" content="${policy}"><body>${scripts
    .map((address) => `<script type="module" src="${address}"></script>`)
    .join('')}`;
  // Firefox tells of the empty page that the frame begins with, too.
  const loaded = new Promise<RenderingWindow>((resolve) => {
    frame.addEventListener('load', () => {
      const inner: RenderingWindow | null = frame.contentWindow;
      if (inner?.renderHtml) resolve(inner);
    });
  });
  document.body.append(frame);
  const page = await loaded;
  const { renderHtml } = page;
  if (!renderHtml) throw new Error('The frame has lost its renderer.');
  const violations: string[] = [];
  page.document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective));
  return { renderHtml, window: page, violations, remove: () => frame.remove() };
}
