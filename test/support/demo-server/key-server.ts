/** A publisher's server of public keys, with the private keys to sign tokens. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type CryptoKey, type JWK } from 'jose';

export class KeyServer {
  /** Keys as they are served. */
  readonly #keys: JWK[] = [];
  readonly #server = createServer((_request, response) => {
    this.requests++;
    if (!this.isUp) return void response.writeHead(500).end();
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ keys: this.#keys }));
  });
  isUp = true;
  requests = 0;

  static async start(): Promise<KeyServer> {
    const started = new KeyServer();
    await new Promise<void>((resolve) => started.#server.listen(0, '127.0.0.1', resolve));
    return started;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/keys`;
  }

  /** Adds a key pair; returns the private key to sign with, and the public one as it is served. */
  async addKey(alg: 'RS256' | 'ES256', kid: string): Promise<{ readonly privateKey: CryptoKey; readonly jwk: JWK }> {
    const { publicKey, privateKey } = await generateKeyPair(alg);
    const jwk = { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' };
    this.#keys.push(jwk);
    return { privateKey, jwk };
  }

  close(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }
}
