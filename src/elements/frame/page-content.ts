/** What the page may put inside without showing anything to a reader who has scripts. */
const UNSEEN = 'noscript, script, style, template, [slot]';

/** Whether the page has put something inside that readers see, such as comments rendered on the server. */
export function hasPageContent(host: HTMLElement): boolean {
  return [...host.childNodes].some((node) =>
    node instanceof Element ? !node.matches(UNSEEN) : node instanceof Text && node.data.trim(),
  );
}
