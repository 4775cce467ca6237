/** A service of a publisher that receives signed requests on this machine. */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedRequest {
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Undefined: it never responds. */
export type Respond = (request: ReceivedRequest) => Answer | undefined | Promise<Answer>;

export class TestReceiver {
  readonly received: ReceivedRequest[] = [];
  /** Replaced by tests. */
  respond: Respond = () => ({ status: 204 });
  readonly #server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { headers, url = '' } = request;
      const received = { url, headers, body: Buffer.concat(chunks).toString('utf8') };
      this.received.push(received);
      void Promise.resolve(this.respond(received)).then((answer) => {
        if (answer) response.writeHead(answer.status, answer.headers).end(answer.body);
      });
    });
  });

  static async start(): Promise<TestReceiver> {
    const started = new TestReceiver();
    await new Promise<void>((resolve) => started.#server.listen(0, '127.0.0.1', resolve));
    return started;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/hook`;
  }

  close(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }
}
