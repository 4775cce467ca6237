/** Loads a second copy of the renderer: the query makes the browser treat the file as another module. */
const { parseHtml } = (await import(new URL('../../src/content/html.ts?copy', import.meta.url).href)) as {
  parseHtml: (value: string) => unknown;
};
parseHtml('<p>The policy belongs to this copy now.</p>');
