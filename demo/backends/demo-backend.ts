import type { RequestListener } from 'node:http';

/** A running third-party backend. */
export interface DemoBackend {
  /** URLs to open, with what they show. */
  readonly addresses: readonly (readonly [description: string, url: string])[];
  /** Handles requests on the demo's origin for anything but its pages. */
  readonly listener?: RequestListener;
  stop(): Promise<void>;
}

/** Starts a backend and fills it with a conversation. `origin` is the origin of the demo pages. */
export type StartBackend = (origin: string) => Promise<DemoBackend>;

/** Runs `work`, and stops the server if it fails. */
export async function stopOnFailure<T>(server: { stop(): Promise<void> }, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** URL of a backend's demo page. */
export const pageUrl = (origin: string, backend: string, query: Readonly<Record<string, string>>): string =>
  `${origin}/demo/${backend}/?${new URLSearchParams(query)}`;
