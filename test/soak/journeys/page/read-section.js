/** Reads the section as a reader does: what stands in each form, what is said beside it, and which comments there are. */

/** The key of what fills a storage. */
const FILLING = 'filling of the journeys';

const TEXT = /pebble-\d+/g;

const words = (element) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** What an element says by itself, without the buttons in it. */
const ownWords = (element) =>
  [...(element?.childNodes ?? [])]
    .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
    .map(words)
    .join(' ')
    .trim();

const section = () => document.querySelector('article-comments');

const composers = () => [...(section()?.shadowRoot?.querySelectorAll('article-comments-composer') ?? [])];

const textBoxOf = (composer) => composer?.querySelector('textarea') ?? null;

const parentOf = (composer) => /^body-(.+)$/.exec(textBoxOf(composer)?.id ?? '')?.[1] ?? null;

const composerOf = (parent) => composers().find((composer) => parentOf(composer) === parent);

const isOffer = (button) => words(button) === 'Use this draft';

/** The button beside something that could not be loaded. */
const retryButton = () => section()?.shadowRoot?.querySelector('div[part~=failure] button') ?? null;

const rememberMe = (composer) =>
  [...(composer?.querySelectorAll('[type=checkbox]') ?? [])].find(({ labels }) => /remember/i.test(words(labels?.[0])));

/** The texts that the browser keeps. Undefined: nothing can be read there. */
function keptIn(name) {
  try {
    const storage = window[name];
    const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index)).filter(
      (key) => key !== FILLING,
    );
    const values = keys.map((key) => storage.getItem(key)).join(' ');
    return { texts: [...new Set(values.match(TEXT))].sort(), hasEmail: values.includes('@') };
  } catch {
    return undefined;
  }
}

function readBox(composer) {
  const textarea = textBoxOf(composer);
  const submit = composer.querySelector('[type=submit]');
  const parts = (name) => words(composer.querySelector(`[part~=${name}]`));
  const fields = [...composer.querySelectorAll('[part~=fields] input')].map(({ name, value, required }) => ({
    name,
    value,
    required,
  }));
  return {
    parent: parentOf(composer),
    text: textarea.value,
    isReady: Boolean(composer.hasUpdated),
    isReadOnly: textarea.readOnly,
    button: words(submit),
    isWaiting: submit?.getAttribute('aria-disabled') === 'true',
    canDiscard: Boolean(composer.querySelector('[part~=discard]')),
    isOffering: [...composer.querySelectorAll('button')].some(isOffer),
    isRemembered: rememberMe(composer)?.checked,
    canConfirm: Boolean(composer.querySelector('[part~=post-anyway]')),
    alert: [...composer.querySelectorAll('[role=alert]')].map(words).join(' '),
    outcome: parts('outcome'),
    note: [...composer.querySelectorAll('[part~=composer-note]')].map(ownWords).join(' · '),
    said: words(composer.querySelector('.rest')),
    fields,
  };
}

const readRow = (item) => ({
  id: /^comment-(.+)$/.exec(item.id)?.[1] ?? '',
  text: words(item.querySelector(':scope > article > [part~=body]')),
  author: words(item.querySelector(':scope > article [part~=author]')),
  canReply: Boolean(item.querySelector(':scope > article .action.reply')),
  isReplying: item.querySelector(':scope > article .action.reply')?.getAttribute('aria-expanded') === 'true',
});

const readOutgoing = (item) => ({
  text: words(item.querySelector('[part~=body]')),
  note: words(item.querySelector('[part~=note]')),
});

window.reading = {
  composerOf,
  textBox: (parent) => textBoxOf(composerOf(parent)),
  button: (parent, part) => composerOf(parent)?.querySelector(`[part~=${part}]`) ?? null,
  offer: (parent) => [...(composerOf(parent)?.querySelectorAll('button') ?? [])].find(isOffer) ?? null,
  rememberMe: (parent) => rememberMe(composerOf(parent)) ?? null,
  field: (parent, name) => composerOf(parent)?.querySelector(`[part~=fields] [name=${name}]`) ?? null,
  rowButton: (id, name) =>
    section()?.shadowRoot?.getElementById(`comment-${id}`)?.querySelector(`:scope > article .action.${name}`) ?? null,
  retryButton,
  section,
  /** Fills a storage with ever smaller pieces, until not one character more fits in. */
  fill(name) {
    const storage = window[name];
    let filling = storage.getItem(FILLING) ?? '';
    for (let size = 4_000_000; size >= 1; size = Math.floor(size / 2)) {
      for (;;) {
        try {
          storage.setItem(FILLING, filling + '.'.repeat(size));
        } catch {
          // It does not fit. Half of it may.
          break;
        }
        filling += '.'.repeat(size);
      }
    }
  },
  empty(name) {
    window[name].removeItem(FILLING);
  },
  /** All of it, as `TabView` declares it. */
  read() {
    const { journey, journeySettings } = window;
    const root = section()?.shadowRoot;
    const items = [...(root?.querySelectorAll('[part=list] li') ?? [])];
    return {
      // The class of the element may still be loading.
      article: section()?.discussion ?? section()?.getAttribute('discussion') ?? window.detached?.discussion ?? '',
      isAttached: Boolean(section()),
      viewer: journey?.viewer && (journey.viewer.author?.id ?? 'guest'),
      underWay: (journey?.underWay ?? 1) - (journey?.held.size ?? 0),
      held: [...(journey?.held.keys() ?? [])],
      settings: journeySettings,
      boxes: composers().filter(textBoxOf).map(readBox),
      rows: items.filter((item) => item.querySelector(':scope > article')).map(readRow),
      outgoing: items.filter((item) => item.querySelector(':scope > [part~=outgoing]')).map(readOutgoing),
      canRetry: Boolean(retryButton()),
      said: words(root?.querySelector('section')),
      device: keptIn('localStorage'),
      tab: keptIn('sessionStorage'),
    };
  },
};
