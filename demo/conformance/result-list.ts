/** Shows the results of a run as they arrive, by topic, each with its rule and any finding. */
import { ConformanceError, type Result } from '../../src/conformance.js';

const outcomeLabels: Readonly<Record<Result['outcome'], string>> = {
  passed: 'Passed',
  failed: 'Failed',
  'not-applicable': 'Not applicable',
};

function create<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

export class ResultList {
  readonly #container: HTMLElement;
  readonly #lists = new Map<string, HTMLUListElement>();

  constructor(container: HTMLElement) {
    this.#container = container;
    container.replaceChildren();
  }

  add(result: Result): void {
    const { name, rule } = result.check;
    const [topic = '', ...rest] = name.split(': ');
    const heading = create('h3', '', create('span', 'outcome', outcomeLabels[result.outcome]), rest.join(': '));
    this.#listFor(topic).append(
      create('li', result.outcome, heading, create('p', '', rule), ...describeFinding(result)),
    );
  }

  #listFor(topic: string): HTMLUListElement {
    const known = this.#lists.get(topic);
    if (known) return known;
    const list = create('ul', 'results');
    this.#container.append(create('h2', '', topic), list);
    this.#lists.set(topic, list);
    return list;
  }
}

function describeFinding(result: Result): readonly HTMLElement[] {
  switch (result.outcome) {
    case 'passed':
      return [];
    case 'not-applicable':
      return [create('p', '', result.why)];
    case 'failed': {
      const { error } = result;
      if (!(error instanceof ConformanceError))
        return [create('p', '', `The check could not run. ${error.name}: ${error.message}`)];
      const rows: readonly (readonly [string, string])[] = [
        ['Action', error.did],
        ['Expected', error.expected],
        ['Got', error.got],
        ['Usual cause', error.hint],
      ];
      return [
        create('dl', 'finding', ...rows.flatMap(([term, text]) => [create('dt', '', term), create('dd', '', text)])),
      ];
    }
  }
}
