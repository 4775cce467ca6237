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
export class Proofs {
  readonly #storage: ProofStorage | undefined;
  readonly #key: string;
  readonly #proofs: Map<CommentId, GuestProof>;

  constructor(storage: ProofStorage | undefined, src: string) {
    this.#storage = storage;
    this.#key = `article-comments:wordpress:${src}`;
    this.#proofs = this.#recall();
  }

  /** Undefined where there is none, or it has run out by this machine's clock. */
  of(id: CommentId): GuestProof | undefined {
    const proof = this.#proofs.get(id);
    return proof && Date.parse(proof.until) > Date.now() ? proof : undefined;
  }

  keep(id: CommentId, proof: GuestProof): void {
    this.#proofs.set(id, proof);
    try {
      this.#storage?.setItem(this.#key, JSON.stringify([...this.#proofs].filter(([one]) => this.of(one))));
    } catch {
      // A full storage, or one that is blocked: the proof then holds until the page is left.
    }
  }

  #recall(): Map<CommentId, GuestProof> {
    try {
      return new Map(JSON.parse(this.#storage?.getItem(this.#key) ?? '[]') as [CommentId, GuestProof][]);
    } catch {
      return new Map();
    }
  }
}
