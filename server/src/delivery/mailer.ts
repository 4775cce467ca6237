import { createTransport } from 'nodemailer';
import { isThisMachine, type MailConfig } from '../rules/config.js';
import type { Mail } from '../rules/mail.js';

/** Milliseconds for each step of a connection. The outbox tries again later. */
const timeout = 15_000;

/** Sends mails through the publisher's mail server, which keeps its connections for those that follow. */
export class Mailer {
  readonly #transport;

  constructor({ url, from }: MailConfig) {
    const address = new URL(url);
    // Otherwise, whoever is on the way could leave the encryption out and read the password. It takes precedence over `ignoreTLS`.
    const ignoreTLS = isThisMachine(address) || address.searchParams.get('ignoreTLS') === 'true';
    this.#transport = createTransport(
      {
        url,
        ignoreTLS,
        requireTLS: !ignoreTLS,
        pool: true,
        connectionTimeout: timeout,
        greetingTimeout: timeout,
        socketTimeout: timeout,
      },
      // Keeps mailboxes from replying that their owner is away (RFC 3834).
      { from, headers: { 'Auto-Submitted': 'auto-generated' } },
    );
  }

  readonly send = async ({ to, subject, text }: Mail): Promise<void> => {
    // As an object, since a comma in a text would separate two recipients.
    await this.#transport.sendMail({ to: { name: '', address: to }, subject, text });
  };

  close(): void {
    this.#transport.close();
  }
}
