import type { RequestListener } from 'node:http';

/** A backend that others have written, running for the demo. */
export interface DemoBackend {
  /** What is to be seen, and at which address. */
  readonly addresses: readonly (readonly [what: string, address: string])[];
  /** Answers whatever is not the demo's own on the origin of the pages. Default: nothing does. */
  readonly listener?: RequestListener;
  stop(): Promise<void>;
}

/** Starts a backend with a conversation in it. `origin`: that of the pages, without a slash at the end. */
export type StartBackend = (origin: string) => Promise<DemoBackend>;

/** Answers with what `work` has made of a server, and stops that where it could not. */
export async function orStop<T>(server: { stop(): Promise<void> }, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** The address of a backend's page that shows what `query` names. */
export const pageAddress = (origin: string, backend: string, query: Readonly<Record<string, string>>): string =>
  `${origin}/demo/${backend}/?${new URLSearchParams(query)}`;
