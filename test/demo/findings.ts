/** What can be found wrong with a page that shows comments sections and quotes. Runs in the page. */
import 'axe-core/axe.min.js';
import type Axe from 'axe-core';

const axe = (globalThis as unknown as { axe: typeof Axe }).axe;

/**
 * Every rule that axe has, also those that it leaves out by itself, save those of the level AAA: a publisher's accent need
 * not reach the contrast of seven to one. What axe has given up is of no use either.
 */
const rules = Object.fromEntries(
  axe
    .getRules()
    .filter(({ tags }) => !tags.includes('wcag2aaa') && !tags.includes('deprecated'))
    .map(({ ruleId }) => [ruleId, { enabled: true }]),
);

/** CSS pixels that a target needs in each direction (WCAG 2.2, 2.5.8). */
const TARGET = 24;
const TARGETS = 'button, input, select, textarea, summary, [part~=action], [part~=caption] > a';

export interface Finding {
  /** An id of axe's, `overflow` or `target`. */
  readonly rule: string;
  readonly text: string;
}

/**
 * Runs `task` while styles tell nothing of the fill of letters, which is the colour of the text everywhere here. In forced colours
 * Chromium reports as the fill what the page asks for, not what it paints, and axe looks at the fill first.
 */
async function withoutFill<Result>(task: () => Promise<Result>): Promise<Result> {
  const styles = CSSStyleDeclaration.prototype;
  const { getPropertyValue } = styles;
  styles.getPropertyValue = function (name) {
    return name === '-webkit-text-fill-color' ? '' : getPropertyValue.call(this, name);
  };
  try {
    return await task();
  } finally {
    styles.getPropertyValue = getPropertyValue;
  }
}

/** What axe finds on the whole page. */
export async function violations(): Promise<Finding[]> {
  const { violations } = await withoutFill(() => axe.run(document, { resultTypes: ['violations'], rules }));
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => ({ rule: id, text: `${JSON.stringify(target)} ${failureSummary}` })),
  );
}

/** How far the page can be pushed sideways, and what sticks out of the sections and quotes. */
export function overflow(elements: readonly Element[]): Finding[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  const page = scrollWidth > clientWidth ? [`the page by ${scrollWidth - clientWidth} pixels`] : [];
  return [...page, ...elements.flatMap(sticksOut)].map((text) => ({ rule: 'overflow', text }));
}

/** The buttons and fields that are too small for a finger. Links in a sentence may be. */
export function smallTargets(elements: readonly Element[]): Finding[] {
  return (
    elements
      .flatMap(({ shadowRoot }) => [...(shadowRoot?.querySelectorAll<HTMLElement>(TARGETS) ?? [])])
      // Links that skip something have no size until they have the focus.
      .filter((target) => !target.matches('[part~=skip]:not(:focus)'))
      .filter((target) => target.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .flatMap((target) => {
        const { width, height } = (target.closest('label') ?? target).getBoundingClientRect();
        if (width >= TARGET && height >= TARGET) return [];
        const name = `${target.localName} ${target.getAttribute('part') ?? ''}`.trim();
        return [{ rule: 'target', text: `${name}: ${width.toFixed(1)} by ${height.toFixed(1)} pixels` }];
      })
  );
}

/** Rows hold in what is too wide for them, so that the width of the page alone does not show it. */
function sticksOut(element: Element): string[] {
  const { left, right } = element.getBoundingClientRect();
  return (
    [...(element.shadowRoot?.querySelectorAll<HTMLElement>('section *, figure *, [part=notice]') ?? [])]
      // A picture is cut to its round place.
      .filter((inner) => !inner.closest('.live, [part=avatar] > *') && inner.checkVisibility())
      .filter((inner) => {
        const box = inner.getBoundingClientRect();
        // The rows reach four pixels into the margin, for the ring of the focus.
        return box.width > 0 && (box.left < left - 4.5 || box.right > right + 4.5);
      })
      .map((inner) => `${inner.localName} ${inner.getAttribute('part') ?? inner.className}`)
  );
}
