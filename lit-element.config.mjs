/**
 * What takes the place of lit's base class of elements: its documented behaviour in fewer words, with one class for what lit
 * spreads over two, and with those options of properties that are used here. Private are fields and methods that no subclass
 * can know of. `lit.config.mjs` says what was left out.
 */
export const element = `
export class ReactiveElement extends HTMLElement {
  _values = {};
  #changes = new Map();
  #set = {};
  #controllers = new Set();
  #updated = new Promise((resolve) => (this._enableUpdating = resolve));

  static get observedAttributes() {
    this.finalize();
    return [...this._attributes.keys()];
  }

  static finalize() {
    if (Object.hasOwn(this, '_attributes')) return;
    const parent = Object.getPrototypeOf(this);
    parent.finalize();
    this._attributes = new Map();
    this.elementProperties = { ...parent.elementProperties, ...this.properties };
    for (const name in this.elementProperties) {
      const { state, attribute = !state && name.toLowerCase() } = this.elementProperties[name];
      if (attribute) this._attributes.set(attribute, name);
      Object.defineProperty(this.prototype, name, {
        get() {
          return this._values[name];
        },
        set(value) {
          const old = this[name];
          this._values[name] = value;
          this.requestUpdate(name, old);
        },
        configurable: true,
      });
    }
  }

  constructor() {
    super();
    // What was set before this was a custom element stands in the way of the accessors.
    for (const name in this.constructor.elementProperties) {
      if (Object.hasOwn(this, name)) {
        this.#set[name] = this[name];
        delete this[name];
      }
    }
    this.requestUpdate();
  }

  addController(controller) {
    this.#controllers.add(controller);
    if (this.renderRoot && this.isConnected) controller.hostConnected?.();
  }

  removeController(controller) {
    this.#controllers.delete(controller);
  }

  #tell(step) {
    this.#controllers.forEach((controller) => controller[step]?.());
  }

  createRenderRoot() {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    adoptStyles(root, [this.constructor.styles ?? []].flat());
    return root;
  }

  connectedCallback() {
    this.renderRoot ??= this.createRenderRoot();
    this._enableUpdating();
    this.#tell('hostConnected');
  }

  disconnectedCallback() {
    this.#tell('hostDisconnected');
  }

  attributeChangedCallback(attribute, _old, text) {
    const name = this.constructor._attributes.get(attribute);
    const type = this.constructor.elementProperties[name]?.type;
    if (name) this[name] = type === Boolean ? text !== null : type && text !== null ? type(text) : text;
  }

  requestUpdate(name, old) {
    if (name) {
      if (Object.is(this[name], old)) return;
      if (!this.#changes.has(name)) this.#changes.set(name, this.hasUpdated ? old : undefined);
    }
    if (!this.isUpdatePending) this.#updated = this.#enqueue();
  }

  async #enqueue() {
    this.isUpdatePending = true;
    try {
      await this.#updated;
    } catch (error) {
      // The update before this one failed, and nobody may have been waiting for it.
      Promise.reject(error);
    }
    this.performUpdate();
    return !this.isUpdatePending;
  }

  performUpdate() {
    Object.assign(this, this.#set);
    this.#set = {};
    const changes = this.#changes;
    try {
      if (!this.shouldUpdate(changes)) return this.#markUpdated();
      this.willUpdate(changes);
      this.#tell('hostUpdate');
      this.update(changes);
    } catch (error) {
      this.#markUpdated();
      throw error;
    }
    this.#tell('hostUpdated');
    if (!this.hasUpdated) {
      this.hasUpdated = true;
      this.firstUpdated(changes);
    }
    this.updated(changes);
  }

  #markUpdated() {
    this.#changes = new Map();
    this.isUpdatePending = false;
  }

  get updateComplete() {
    return this.#updated;
  }

  shouldUpdate() {
    return true;
  }

  willUpdate() {}

  update() {
    const value = this.render();
    for (const [attribute, name] of this.constructor._attributes)
      if (this.constructor.elementProperties[name].reflect) this.toggleAttribute(attribute, !!this[name]);
    this.#markUpdated();
    render(value, this.renderRoot, { host: this });
  }

  updated() {}

  firstUpdated() {}
}
ReactiveElement._attributes = new Map();
`;
