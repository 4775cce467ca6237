/** The size of the page's window, in every engine. */
import { executeServerCommand, setViewport as setViewportByRunner } from '@web/test-runner-commands';
import { engine } from './engine.js';
import { waitFor } from './comments-page.js';

export interface Viewport {
  /** In CSS pixels. */
  readonly width: number;
  /** In CSS pixels. */
  readonly height: number;
}

/** As the runner's command of this name, which does not know WebKit. Resolves once the page has the size. */
export async function setViewport({ width, height }: Viewport): Promise<void> {
  if (engine !== 'WebKit') return setViewportByRunner({ width, height });
  const frame = outerHeight - innerHeight;
  await executeServerCommand('webkit-window', { width, height: height + frame });
  await waitFor(() => {
    if (innerWidth !== width || innerHeight !== height)
      throw new Error(`The window is ${innerWidth} × ${innerHeight}, not ${width} × ${height}.`);
  });
}
