import type { CommentId } from '../../model/adapter.js';

/** Proves for some minutes that a guest wrote a comment. */
export interface GuestProof {
  /** Signed by the companion plugin. */
  readonly token: string;
  /** ISO 8601: when it expires. */
  readonly until: string;
  /** The text as typed, which no list contains. */
  readonly source: string;
}

/** The part of the browser's `Storage` that is used. */
export interface ProofStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

/** The proofs of the guest in this tab, which survive a reload. */
export class GuestProofs {
  readonly #storage: ProofStorage | undefined;
  readonly #storageKey: string;
  readonly #proofs: Map<CommentId, GuestProof>;

  /** `src`: address of the REST API. */
  constructor(storage: ProofStorage | undefined, src: string) {
    this.#storage = storage;
    this.#storageKey = `article-comments:wordpress:${src}`;
    this.#proofs = this.#load();
  }

  /** Undefined if there is no proof, or if it has expired by the clock of this device. */
  get(id: CommentId): GuestProof | undefined {
    const proof = this.#proofs.get(id);
    return proof && Date.parse(proof.until) > Date.now() ? proof : undefined;
  }

  set(id: CommentId, proof: GuestProof): void {
    this.#proofs.set(id, proof);
    const valid = [...this.#proofs].filter(([proofId]) => this.get(proofId));
    try {
      this.#storage?.setItem(this.#storageKey, JSON.stringify(valid));
    } catch {
      // The storage is full or blocked. The proof then lasts until the page is closed.
    }
  }

  #load(): Map<CommentId, GuestProof> {
    try {
      return new Map(JSON.parse(this.#storage?.getItem(this.#storageKey) ?? '[]') as [CommentId, GuestProof][]);
    } catch {
      return new Map();
    }
  }
}

/** Undefined outside a browser, and if cookies are blocked, which makes access throw. */
export function findSessionStorage(): ProofStorage | undefined {
  try {
    return globalThis.sessionStorage;
  } catch {
    return undefined;
  }
}
