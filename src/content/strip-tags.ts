/**
 * What stands between the tags of a piece of HTML, for when nothing is there to read it properly. The answer is text and
 * is only ever shown as text: nothing here has to be safe as HTML. Linear, since no tag is looked for beyond the next "<".
 */
export function stripTags(html: string): string {
  return html.replace(/<[^<>]*>/g, ' ');
}
