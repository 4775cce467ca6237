/** A second copy of the renderer on one page: the query makes the browser load the same file once more. */
const { renderHtml } = (await import(new URL('../../src/content/html.ts?copy', import.meta.url).href)) as {
  renderHtml: (value: string) => DocumentFragment;
};
renderHtml('<p>The policy belongs to this copy now.</p>');
