import type { CommentId } from '../../model/adapter.js';

/** What lets a guest change a comment for some minutes. */
export interface GuestProof {
  /** Signed by the companion plugin. */
  readonly token: string;
  /** ISO 8601. */
  readonly until: string;
  /** What the guest typed, which no list hands out. */
  readonly source: string;
}

/** The part of the browser's `Storage` that is used. */
export interface ProofStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

/** The proofs that this browser's guest was given, kept for as long as the tab is open. */
export type Proofs = Map<CommentId, GuestProof>;

export const proofsKey = (src: string): string => `article-comments:wordpress:${src}`;

export function recallProofs(storage: ProofStorage | undefined, src: string): Proofs {
  try {
    return new Map(JSON.parse(storage?.getItem(proofsKey(src)) ?? '[]') as [CommentId, GuestProof][]);
  } catch {
    return new Map();
  }
}

/** Undefined where there is none, or it has run out by this machine's clock. */
export function proofOf(id: CommentId, proofs: Proofs): GuestProof | undefined {
  const proof = proofs.get(id);
  return proof && Date.parse(proof.until) > Date.now() ? proof : undefined;
}
