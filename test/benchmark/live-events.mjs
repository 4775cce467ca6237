/**
 * Runs in the page of a conversation and acts as its backend: sends new and edited comments by other people. They are
 * spread over the first hundred comments, so that long and short lists differ only in length.
 */
export function installLiveEvents() {
  const numbers = { added: 0, reply: 0, changed: 0 };
  const reach = 100;
  const patience = 20_000;
  const sleep = (time) => new Promise((resolve) => setTimeout(resolve, time));
  const find = (selector) => document.querySelector('article-comments').shadowRoot.querySelector(selector);
  const until = async (isTrue, what) => {
    for (const start = performance.now(); !isTrue(); await sleep(50)) {
      if (performance.now() - start > patience) throw new Error(`${what} after ${patience / 1_000} seconds.`);
    }
  };

  const original = (number, step) => window.backend.comments[(number * step) % reach];
  const now = () => new Date().toISOString();
  const text = (value) => ({ format: 'text', value });
  const fresh = (id, rest) => ({
    id,
    author: { name: 'Noor Hollis' },
    body: text('This has just come in.'),
    createdAt: now(),
    ...rest,
  });
  const changes = {
    added: (number) => ({ type: 'added', comment: fresh(`added-${number}`) }),
    reply: (number) => ({ type: 'added', comment: fresh(`reply-${number}`, { parentId: original(number, 7).id }) }),
    changed: (number) => ({
      type: 'changed',
      comment: { ...original(number, 11), body: text(`Edited ${number}.`), editedAt: now() },
    }),
  };
  /** Whether the page shows the latest event of a kind. */
  const isShown = {
    added: (number) => find('[part~=view-new]')?.textContent.includes(String(number)),
    reply: (number) => find(`#comment-${original(number, 7).id} [part~=new]`),
    changed: (number) => find(`#comment-${original(number, 11).id} .body`)?.textContent === `Edited ${number}.`,
  };
  const sendNext = (kind) => window.backend.tell(changes[kind](++numbers[kind]));

  window.live = {
    until,
    find,
    /** The code for live updates is loaded when idle. */
    ready: () => until(() => window.backend?.tell, 'The page has not subscribed'),
    /** Sends events of alternating kinds, `pause` milliseconds apart, and waits until the page shows the last of each. */
    async send(kinds, count, pause) {
      for (let index = 0; index < count; index++) {
        sendNext(kinds[index % kinds.length]);
        await sleep(pause);
      }
      for (const kind of kinds)
        await until(() => isShown[kind](numbers[kind]), `The page does not show the last "${kind}"`);
    },
  };
}
