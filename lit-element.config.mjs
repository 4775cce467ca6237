/**
 * What takes the place of lit's base class of elements: its documented behaviour in fewer words, with one class for what lit
 * spreads over two. Private are fields and methods that no subclass can know of. `lit.config.mjs` says what was left out.
 */
export const element = `
const notEqual = (value, old) => !Object.is(value, old);

const isJson = (type) => type === Object || type === Array;

const toAttribute = (value, type) =>
  type === Boolean ? (value ? '' : null) : isJson(type) && value != null ? JSON.stringify(value) : value;

const fromAttribute = (value, type) => {
  if (type === Boolean) return value !== null;
  if (type === Number) return value === null ? null : Number(value);
  if (!isJson(type)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return null;
  }
};

const attributeOf = (name, { attribute }) =>
  attribute === false ? undefined : typeof attribute === 'string' ? attribute : typeof name === 'string' ? name.toLowerCase() : undefined;

/** Each time the property is set, its element hears of it; what accessors it has already go on as they are. */
const observe = (prototype, name, options) => {
  const key = Symbol();
  const { get, set } = Object.getOwnPropertyDescriptor(prototype, name) ?? {
    get() {
      return this[key];
    },
    set(value) {
      this[key] = value;
    },
  };
  Object.defineProperty(prototype, name, {
    get,
    set(value) {
      const old = get?.call(this);
      set?.call(this, value);
      this.requestUpdate(name, old, options);
    },
    configurable: true,
    enumerable: true,
  });
};

export class ReactiveElement extends HTMLElement {
  #updated;
  #changes = new Map();
  #set = new Map();
  #defaults = new Map();
  #toReflect = new Set();
  #reflecting;
  #controllers = new Set();

  static get observedAttributes() {
    this.finalize();
    return [...this._attributes.keys()];
  }

  static finalize() {
    if (Object.hasOwn(this, 'finalized')) return;
    this.finalized = true;
    const parent = Object.getPrototypeOf(this);
    parent.finalize();
    this.elementProperties = new Map(parent.elementProperties);
    const declared = Object.hasOwn(this, 'properties') ? this.properties : {};
    for (const name of Reflect.ownKeys(declared)) {
      let options = declared[name] ?? {};
      if (options.state) options.attribute = false;
      if (Object.hasOwn(this.prototype, name)) (options = Object.create(options)).wrapped = true;
      this.elementProperties.set(name, options);
      if (!options.noAccessor) observe(this.prototype, name, options);
    }
    this._attributes = new Map();
    for (const [name, options] of this.elementProperties) {
      const attribute = attributeOf(name, options);
      if (attribute !== undefined) this._attributes.set(attribute, name);
    }
    this.elementStyles = [...new Set([this.styles ?? []].flat(Infinity).reverse())].reverse();
  }

  constructor() {
    super();
    this.isUpdatePending = this.hasUpdated = false;
    this.#updated = new Promise((resolve) => (this.enableUpdating = resolve));
    for (const name of this.constructor.elementProperties.keys()) {
      if (Object.hasOwn(this, name)) {
        this.#set.set(name, this[name]);
        delete this[name];
      }
    }
    this.requestUpdate();
  }

  addController(controller) {
    this.#controllers.add(controller);
    if (this.renderRoot !== undefined && this.isConnected) controller.hostConnected?.();
  }

  removeController(controller) {
    this.#controllers.delete(controller);
  }

  #tell(step) {
    this.#controllers.forEach((controller) => controller[step]?.());
  }

  createRenderRoot() {
    const root = this.shadowRoot ?? this.attachShadow(this.constructor.shadowRootOptions);
    adoptStyles(root, this.constructor.elementStyles);
    return root;
  }

  connectedCallback() {
    this.renderRoot ??= this.createRenderRoot();
    this.enableUpdating();
    this.#tell('hostConnected');
  }

  disconnectedCallback() {
    this.#tell('hostDisconnected');
  }

  attributeChangedCallback(attribute, _old, text) {
    const name = this.constructor._attributes.get(attribute);
    if (name === undefined || this.#reflecting === name) return;
    const { type, converter } = this.constructor.elementProperties.get(name);
    this.#reflecting = name;
    const value = converter?.fromAttribute
      ? converter.fromAttribute(text, type)
      : (typeof converter === 'function' ? converter : fromAttribute)(text, type);
    this[name] = value ?? this.#defaults.get(name) ?? value;
    this.#reflecting = undefined;
  }

  #reflect(name) {
    const options = this.constructor.elementProperties.get(name);
    const { type, converter } = options;
    const attribute = attributeOf(name, options);
    if (attribute === undefined) return;
    const value = converter?.toAttribute ? converter.toAttribute(this[name], type) : toAttribute(this[name], type);
    this.#reflecting = name;
    if (value == null) this.removeAttribute(attribute);
    else this.setAttribute(attribute, value);
    this.#reflecting = undefined;
  }

  requestUpdate(name, old, options) {
    if (name !== undefined) {
      const value = this[name];
      options ??= this.constructor.elementProperties.get(name) ?? {};
      const hasChanged =
        (options.hasChanged ?? notEqual)(value, old) ||
        (options.useDefault &&
          options.reflect &&
          value === this.#defaults.get(name) &&
          !this.hasAttribute(attributeOf(name, options)));
      if (!hasChanged) return;
      this.#change(name, old, options);
    }
    if (!this.isUpdatePending) this.#updated = this.#enqueue();
  }

  #change(name, old, { useDefault, reflect, wrapped }, initial) {
    if (useDefault && !this.#defaults.has(name)) {
      this.#defaults.set(name, initial ?? old ?? this[name]);
      if (!wrapped || initial !== undefined) return;
    }
    if (!this.#changes.has(name)) this.#changes.set(name, this.hasUpdated || useDefault ? old : undefined);
    if (reflect && this.#reflecting !== name) this.#toReflect.add(name);
  }

  async #enqueue() {
    this.isUpdatePending = true;
    try {
      await this.#updated;
    } catch (error) {
      // The update before this one failed, and nobody may have been waiting for it.
      Promise.reject(error);
    }
    const update = this.scheduleUpdate();
    if (update) await update;
    return !this.isUpdatePending;
  }

  scheduleUpdate() {
    return this.performUpdate();
  }

  performUpdate() {
    if (!this.isUpdatePending) return;
    if (!this.hasUpdated) {
      this.renderRoot ??= this.createRenderRoot();
      for (const [name, value] of this.#set) this[name] = value;
      this.#set.clear();
      for (const [name, options] of this.constructor.elementProperties) {
        const value = this[name];
        if (options.wrapped && !this.#changes.has(name) && value !== undefined) this.#change(name, undefined, options, value);
      }
    }
    const changes = this.#changes;
    let isWanted;
    try {
      isWanted = this.shouldUpdate(changes);
      if (isWanted) {
        this.willUpdate(changes);
        this.#tell('hostUpdate');
        this.update(changes);
      }
    } catch (error) {
      isWanted = false;
      throw error;
    } finally {
      if (!isWanted) this.#markUpdated();
    }
    if (!isWanted) return;
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
    return this.getUpdateComplete();
  }

  getUpdateComplete() {
    return this.#updated;
  }

  shouldUpdate() {
    return true;
  }

  willUpdate() {}

  update() {
    const value = this.render();
    this.#toReflect.forEach((name) => this.#reflect(name));
    this.#toReflect.clear();
    this.#markUpdated();
    render(value, this.renderRoot, { host: this });
  }

  updated() {}

  firstUpdated() {}
}
ReactiveElement.elementStyles = [];
ReactiveElement.shadowRootOptions = { mode: 'open' };
ReactiveElement.elementProperties = new Map();
ReactiveElement.finalized = true;
`;
