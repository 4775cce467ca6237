/**
 * Prevents content security policy reports for markup that the sanitiser is about to remove.
 *
 * Chromium reports event handlers, styles and `<base>` while it parses, even in a document that is never rendered, and the
 * publisher who collects reports would receive one for each. So these names are disarmed before parsing. A character
 * reference does that for attributes: in a name it has no meaning, and in text or a value it stands for the same letter.
 * `<style>` becomes `<xmp>`, which also holds raw text and is dropped with it. `<base>` and `<track>`, whose file Chromium
 * would try to fetch, become `<wbr>`, which is empty too.
 * Safety does not depend on this step: the sanitiser checks its output. A server takes it, too, so that it reads the same source.
 */
export function withoutReports(html: string): string {
  return html
    .replace(/<(\/?)style/gi, '<$1xmp')
    .replace(/<(base|track)/gi, '<wbr')
    .replace(
      /([\s"']|[^<]\/)([os])(?=n|tyle)/gi,
      (_, before: string, letter: string) => `${before}&#${letter.charCodeAt(0)};`,
    );
}
