/** Loads a second copy of the renderer: the query makes the browser treat the file as another module. */
const { renderHtml } = (await import(new URL('../../src/content/html.ts?copy', import.meta.url).href)) as {
  renderHtml: (value: string) => DocumentFragment;
};
renderHtml('<p>The policy belongs to this copy now.</p>');
