/**
 * Runs in every page before its own scripts, and measures from the inside. `isList`: the page shows numbers of comments instead of
 * comments. `row`: the id of a row to follow. Its overhead is small and the same for all
 * pages: no mutation observer and no timer, just one check per frame until the comments are there.
 */
export function installProbe({ count, lastText, reply, isList, row }) {
  const shifts = [];
  const longTasks = [];
  /** When the first comment and when all were in the document, and when the task after that frame ran. */
  let first;
  let all;
  new PerformanceObserver((list) => shifts.push(...list.getEntries())).observe({
    type: 'layout-shift',
    buffered: true,
  });
  new PerformanceObserver((list) => longTasks.push(...list.getEntries())).observe({ type: 'longtask', buffered: true });

  const root = () => {
    const element = document.querySelector('article-comments');
    if (!element) return document.querySelector('.comments');
    // Until the element has drawn them, those of a server stand inside it.
    const isServed = !element.shadowRoot?.querySelector('article') && element.querySelector('article');
    return isServed ? element : element.shadowRoot;
  };
  const articles = () => root()?.querySelectorAll('article') ?? [];
  const numbers = () =>
    [...document.querySelectorAll('comment-count')].filter((one) => /\d/.test((one.shadowRoot ?? one).textContent));
  const allShown = () => {
    if (isList) return numbers().length === count;
    const shown = articles();
    return shown.length === count && shown[count - 1].textContent.includes(lastText);
  };
  /** Resolves after the frame is painted, and before timers run. */
  const framePainted = async () => {
    const found = performance.now();
    await new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage('');
    });
    return { found, painted: performance.now() };
  };
  /** Where that was the first frame with anything in it, the browser says when it was painted. */
  const paintTime = ({ found, painted }) => {
    const firstPaint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime;
    return firstPaint >= found ? firstPaint : painted;
  };
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

  // Only the static page has comments before parsing ends, and its last comment comes just before that. Requesting frames
  // earlier would force a layout of the growing document in each frame.
  const parsed = new Promise((resolve) => document.addEventListener('readystatechange', resolve, { once: true }));

  // Only in pages whose HTML has them. Of such a page this lays out no more than the beginning.
  void (async () => {
    do await nextFrame();
    while (articles().length === 0 && document.readyState === 'loading');
    if (articles().length > 0) first = await framePainted();
  })();

  // The frame that finds the comments paints them. Two more frames make sure that it has finished.
  const visible = (async () => {
    await parsed;
    do await nextFrame();
    while (!allShown());
    all = await framePainted();
    await nextFrame();
    await nextFrame();
    return performance.now();
  })();

  /** Where the row was, each time that a frame found it elsewhere. */
  const places = [];
  void (async () => {
    await parsed;
    while (row) {
      await nextFrame();
      const found = root()?.querySelector(`#${row}`);
      // To measure a row that the browser skips would lay it out.
      if (!found?.checkVisibility({ contentVisibilityAuto: true })) continue;
      const top = Math.round(found.getBoundingClientRect().top);
      if (places.at(-1)?.top !== top) places.push({ top, time: performance.now() });
    }
  })();

  /** Counts a node and its descendants, including open shadow roots, except those that match `leaveOut`. */
  function weigh(node, leaveOut) {
    const weight = { elements: node instanceof Element ? 1 : 0, nodes: 1 };
    for (const child of [...node.childNodes, ...(node.shadowRoot?.childNodes ?? [])]) {
      if (leaveOut?.(child)) continue;
      const inner = weigh(child, leaveOut);
      weight.elements += inner.elements;
      weight.nodes += inner.nodes;
    }
    return weight;
  }

  function weighComments() {
    // A reply may be nested inside its parent but is counted separately.
    const isReply = (node) => node.localName === 'article';
    const weights = [...articles()].map((article) => weigh(article, isReply));
    const mean = (key) => weights.reduce((sum, weight) => sum + weight[key], 0) / weights.length;
    const total = weigh(root());
    return {
      elementsPerComment: mean('elements'),
      mostElementsPerComment: Math.max(...weights.map(({ elements }) => elements)),
      nodesPerComment: mean('nodes'),
      elements: total.elements,
      nodes: total.nodes,
    };
  }

  window.benchmark = {
    visible,
    firstComment: () => first && paintTime(first),
    allComments: () => paintTime(all),
    /** When a frame found the row where it still is, in the window. */
    inPlace: () => {
      const { top, time } = places.at(-1);
      if (top < 0 || top >= innerHeight) throw new Error(`The row is at ${top} of ${innerHeight} pixels.`);
      return time;
    },
    /** When a frame found all comments in the document. */
    allFound: () => all.found,
    /** Presses "Reply" as soon as it is there. Resolves with the time at which the form is. */
    replyWorks: async () => {
      const button = () =>
        [...(articles()[0]?.querySelectorAll('button') ?? [])].find((one) => one.textContent.trim() === reply);
      while (!button()) await nextFrame();
      button().click();
      while (!root().querySelector('article textarea')) await nextFrame();
      return performance.now();
    },
    weighComments,
    /** Replies of a folded branch stay in the document, for find-in-page. */
    shownCount: () => [...articles()].filter((article) => article.checkVisibility()).length,
    layoutShift: (since = 0) =>
      shifts.reduce(
        (sum, { value, hadRecentInput, startTime }) => sum + (hadRecentInput || startTime < since ? 0 : value),
        0,
      ),
    longTasksSince: (start) =>
      longTasks.reduce((sum, { startTime, duration }) => sum + (startTime < start ? 0 : duration), 0),
    /** Number of comments by button label, to check that all pages show the same. */
    actions: () => {
      const tally = {};
      for (const article of articles()) {
        for (const button of article.querySelectorAll('button')) {
          const label = button.textContent.trim();
          if (button.checkVisibility()) tally[label] = (tally[label] ?? 0) + 1;
        }
      }
      return tally;
    },
    /** Scrolls the text box into view and returns its centre. */
    composerPlace: () => {
      const box = root().querySelector('textarea');
      box.scrollIntoView({ block: 'center' });
      const { x, y, width, height } = box.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    },
    /** The value of the focused field. */
    typed: () => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return active?.value ?? '';
    },
    twoFrames: async () => {
      await nextFrame();
      await nextFrame();
    },
  };
}
