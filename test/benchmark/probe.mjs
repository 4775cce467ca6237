/**
 * Runs in every page before its own scripts, and measures from the inside. Between two frames it does nothing, so that it
 * costs all pages the same next to nothing: no mutation observer, no timer, one look a frame until the comments are there.
 */
export function installProbe({ count, lastText }) {
  const shifts = [];
  const longTasks = [];
  new PerformanceObserver((list) => shifts.push(...list.getEntries())).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => longTasks.push(...list.getEntries())).observe({ type: 'longtask', buffered: true });

  const root = () => {
    const element = document.querySelector('article-comments');
    return element ? element.shadowRoot : document.querySelector('.comments');
  };
  const articles = () => root()?.querySelectorAll('article') ?? [];
  const allShown = () => {
    const shown = articles();
    return shown.length === count && shown[count - 1].textContent.includes(lastText);
  };
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

  // Only the static page has comments before its end is parsed, and its last comment comes just before that end. Asking
  // for frames earlier would make it lay out a growing document once a frame.
  const parsed = new Promise((resolve) => document.addEventListener('readystatechange', resolve, { once: true }));

  // The frame that found the comments paints them; two more frames make sure that this frame has come to its end.
  const visible = (async () => {
    await parsed;
    do await nextFrame();
    while (!allShown());
    await nextFrame();
    await nextFrame();
    return performance.now();
  })();

  /** Counts what lies in a node, itself and open shadow roots included, but nothing that `leaveOut` names. */
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
    // A reply may lie inside the comment that it answers, and counts for itself all the same.
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
    weighComments,
    shownCount: () => articles().length,
    layoutShift: (since = 0) =>
      shifts.reduce((sum, { value, hadRecentInput, startTime }) => sum + (hadRecentInput || startTime < since ? 0 : value), 0),
    longTasksSince: (start) => longTasks.reduce((sum, { startTime, duration }) => sum + (startTime < start ? 0 : duration), 0),
    /** How many comments have a button that says so, to tell whether the pages show the same. */
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
    /** Brings the box for a new comment into view and answers where it is. */
    composerPlace: () => {
      const box = root().querySelector('textarea');
      box.scrollIntoView({ block: 'center' });
      const { x, y, width, height } = box.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    },
    /** What the field that has the focus holds. */
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
