/** Sends requests to services and pages of the publisher, and to no others. */
import { lookup } from 'node:dns/promises';
import { type IncomingHttpHeaders, request as requestByHttp, type RequestOptions } from 'node:http';
import { request as requestByHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from '../rules/public-address.js';
import type { OutgoingPolicy, Receiver } from '../rules/receiver.js';
import { signatureHeaders, type SignedMessage } from './signature.js';

export interface ReceivedResponse {
  readonly status: number;
  readonly body: string;
}

/** A page as it was received. */
export interface ReceivedPage {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export class ResponseTooLong extends Error {
  override readonly name = 'ResponseTooLong';
}

interface ResolvedAddress {
  readonly address: string;
  readonly family: number;
}

/** Finds all addresses of a host. Replaced in tests. */
export type Resolve = (hostname: string) => Promise<readonly ResolvedAddress[]>;

const resolveByDns: Resolve = (hostname) => lookup(hostname, { all: true });

/** Bytes of a response that are read. */
const maxResponse = 64 * 1024;

export class Sender {
  readonly #policy: OutgoingPolicy;
  readonly #resolve: Resolve;

  constructor(policy: OutgoingPolicy, resolve: Resolve = resolveByDns) {
    this.#policy = policy;
    this.#resolve = resolve;
  }

  /**
   * Sends a message once and returns the response with any status. Redirects are not followed. Rejects if there is no
   * response, if it is too long, if the signal is aborted, and if the receiver is refused by the policy.
   */
  async post({ url, secrets }: Receiver, message: SignedMessage, signal: AbortSignal): Promise<ReceivedResponse> {
    const { status, body } = await this.#request(
      url,
      {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(message.body),
          ...signatureHeaders(secrets, message),
        },
        signal,
      },
      { body: message.body, maxResponse },
    );
    return { status, body: body.toString('utf8') };
  }

  /**
   * Requests a page once, without cookies, and returns the response with any status. Redirects are not followed. Rejects as `post` does.
   *
   * @param maxLength Bytes of a response that are read.
   */
  getPage(
    url: string,
    { maxLength, signal }: { readonly maxLength: number; readonly signal: AbortSignal },
  ): Promise<ReceivedPage> {
    const headers = { accept: 'text/html', 'accept-encoding': 'identity' };
    return this.#request(url, { method: 'GET', headers, signal }, { maxResponse: maxLength });
  }

  async #request(
    url: string,
    { method, headers, signal }: Required<Pick<RequestOptions, 'method' | 'headers' | 'signal'>>,
    { body, maxResponse: longest }: { readonly body?: string; readonly maxResponse: number },
  ): Promise<ReceivedPage> {
    signal.throwIfAborted();
    const target = new URL(url);
    if (target.protocol !== 'https:' && !this.#policy.allowsHttp)
      throw new Error(`${target.origin} is not an https address. Set OUTGOING_HTTP=1 to allow http.`);
    const addresses = await withSignal(this.#addressesOf(target), signal);
    return new Promise((resolve, reject) => {
      const send = target.protocol === 'https:' ? requestByHttps : requestByHttp;
      const request = send(target, {
        method,
        headers: { 'user-agent': 'article-comments', ...headers },
        // A kept connection could lead to an address from before.
        agent: false,
        // The connection goes to what was checked: another answer of the DNS would not be.
        lookup: pinned(addresses),
        signal,
      });
      request.on('error', reject);
      request.on('response', (response) => {
        const chunks: Buffer[] = [];
        let length = 0;
        response.on('data', (chunk: Buffer) => {
          chunks.push(chunk);
          length += chunk.length;
          if (length > longest) request.destroy(new ResponseTooLong(`The response of ${target.origin} is too long.`));
        });
        response.on('error', reject);
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
        );
      });
      request.end(body);
    });
  }

  async #addressesOf({ hostname }: URL): Promise<readonly ResolvedAddress[]> {
    const literal = hostname.replace(/^\[|\]$/g, '');
    const family = isIP(literal);
    const addresses = family > 0 ? [{ address: literal, family }] : await this.#resolve(hostname);
    if (addresses.length === 0) throw new Error(`${hostname} has no address.`);
    if (!this.#policy.allowsPrivate && !addresses.every(({ address }) => isPublicAddress(address)))
      throw new Error(`${hostname} is not a public address. Set OUTGOING_PRIVATE=1 to allow it.`);
    return addresses;
  }
}

/** A lookup for `net.connect` that knows the answer already. */
function pinned(addresses: readonly ResolvedAddress[]): LookupFunction {
  return (_hostname, { all }, callback) => {
    if (all) callback(null, [...addresses]);
    else callback(null, addresses[0]?.address ?? '', addresses[0]?.family);
  };
}

/** The DNS takes no signal. */
function withSignal<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason as Error);
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
