/**
 * Has what the page put into the slots of the forms stand in this form: a page's element can be in one place at a time, and
 * without this that is the first form of the section, whichever is written in.
 */
export function takeSlots(form: HTMLElement, root: Document | ShadowRoot): void {
  for (const slot of root.querySelectorAll<HTMLSlotElement>('article-comments-composer slot')) {
    const name = (slot.dataset.name ??= slot.name);
    // A slot without a name would take what stands for the whole section.
    slot.name = form.contains(slot) ? name : `${name}-elsewhere`;
  }
}
