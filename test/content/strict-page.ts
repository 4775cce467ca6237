/**
 * A frame with a content security policy and the HTML renderer.
 */
export interface StrictPage {
  readonly renderHtml: (value: string) => DocumentFragment;
  readonly window: Window;
  /** Violated directives, in order. */
  readonly violations: readonly string[];
  remove(): void;
}

interface RenderingWindow extends Window {
  renderHtml?: StrictPage['renderHtml'];
}

/** @param before URL of a script that runs before the renderer is imported. */
export async function openStrictPage(policy: string, before?: string): Promise<StrictPage> {
  const frame = document.createElement('iframe');
  const scripts = [before, new URL('/test/content/strict-page-entry.ts', location.href).href].filter(
    (address) => address !== undefined,
  );
  frame.srcdoc = `<!doctype html><meta http-equiv="content-security-policy" content="${policy}"><body>${scripts
    .map((address) => `<script type="module" src="${address}"></script>`)
    .join('')}`;
  // Firefox also fires `load` for the initial empty page of the frame.
  const loaded = new Promise<RenderingWindow>((resolve) => {
    frame.addEventListener('load', () => {
      const inner: RenderingWindow | null = frame.contentWindow;
      if (inner?.renderHtml) resolve(inner);
    });
  });
  document.body.append(frame);
  const page = await loaded;
  const { renderHtml } = page;
  if (!renderHtml) throw new Error('The frame has no renderer.');
  const violations: string[] = [];
  page.document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective));
  return { renderHtml, window: page, violations, remove: () => frame.remove() };
}
