import type { LitElement, ReactiveController } from 'lit';

/**
 * Has what the page put into the slots of the forms stand in the form that is written in: a page's element can be in one
 * place at a time, and without this that is the first form of the section, whichever is written in.
 */
export class SlotAssignment implements ReactiveController {
  readonly #form: LitElement;
  #root!: ParentNode;

  constructor(form: LitElement) {
    this.#form = form;
    form.addController(this);
    form.addEventListener('focusin', () => take(form, this.#root));
  }

  hostConnected(): void {
    this.#root = this.#form.getRootNode() as ShadowRoot;
  }

  /** Whoever turned to the text box may have done so before the slots were drawn. */
  hostUpdated(): void {
    if (this.#form.matches(':focus-within')) take(this.#form, this.#root);
  }

  /** Back to the first form. */
  hostDisconnected(): void {
    const first = this.#root.querySelector(this.#form.localName);
    if (first) take(first, this.#root);
  }
}

/** Ends the name of a slot that stands for nothing; one without a name would take what stands for the whole section. */
const ELSEWHERE = '-elsewhere';

function take(form: Element, root: ParentNode): void {
  for (const slot of root.querySelectorAll<HTMLSlotElement>(`${form.localName} slot`)) {
    const name = slot.name.replace(ELSEWHERE, '');
    slot.name = form.contains(slot) ? name : name + ELSEWHERE;
  }
}
