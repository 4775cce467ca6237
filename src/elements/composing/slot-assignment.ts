import type { LitElement, ReactiveController } from 'lit';

/** Appended to the name of a slot that is out of use. An unnamed slot would take the section's own fallback content. */
const UNUSED = '-unused';

/**
 * Moves what the page put into the composer's slots to the composer in use. Slotted content can be in one place only, and
 * without this that is always the first composer of the section.
 */
export class SlotAssignment implements ReactiveController {
  readonly #form: LitElement;
  #root!: ParentNode;

  constructor(form: LitElement) {
    this.#form = form;
    form.addController(this);
    form.addEventListener('focusin', () => assignSlots(form, this.#root));
  }

  hostConnected(): void {
    this.#root = this.#form.getRootNode() as ShadowRoot;
  }

  /** The text box may have been focused before the slots were drawn. */
  hostUpdated(): void {
    if (this.#form.matches(':focus-within')) assignSlots(this.#form, this.#root);
  }

  /** Slotted content returns to the first composer. */
  hostDisconnected(): void {
    const first = this.#root.querySelector(this.#form.localName);
    if (first) assignSlots(first, this.#root);
  }
}

function assignSlots(form: Element, root: ParentNode): void {
  for (const slot of root.querySelectorAll<HTMLSlotElement>(`${form.localName} slot`)) {
    const name = slot.name.replace(UNUSED, '');
    slot.name = form.contains(slot) ? name : name + UNUSED;
  }
}
