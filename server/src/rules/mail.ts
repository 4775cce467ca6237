/** A mail to one person, in plain text. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Sends a mail. Rejects if it has to be tried again. */
export type SendMail = (mail: Mail) => Promise<void>;

/** This one mail cannot be sent: the mail server takes others. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';
}

/** Gives a mail to the mailer. Rejects without the mailer's own error: those repeat addresses, which the log must not contain. */
export async function sendQuietly(sendMail: SendMail, mail: Mail): Promise<void> {
  let failure: Error;
  try {
    return await sendMail(mail);
  } catch (error) {
    const message = `The mailer failed: ${reasonOf(error)}.`;
    failure = isOfMail(error) ? new MailRefused(message) : new Error(message);
  }
  throw failure;
}

/**
 * Whether the mail server has refused this recipient or this text for good, in the words of nodemailer. A temporary refusal, and one of the
 * sender, would meet the others as well.
 */
function isOfMail(error: unknown): boolean {
  const { command, responseCode = 500 } = Object(error) as {
    readonly command?: unknown;
    readonly responseCode?: unknown;
  };
  return ['RCPT TO', 'DATA', 'API'].includes(String(command)) && Number(responseCode) >= 500;
}

/** The code of an error, such as `ECONNREFUSED`, or its type, and the status of the mail server, such as 550. */
function reasonOf(error: unknown): string {
  const { name, code, responseCode } = Object(error) as Readonly<Record<string, unknown>>;
  const parts = [isWord(code) ? code : isWord(name) ? name : 'unknown error'];
  if (Number.isInteger(responseCode)) parts.push(String(responseCode));
  return parts.join(' ');
}

const isWord = (value: unknown): value is string =>
  typeof value === 'string' && /^[A-Z][A-Za-z0-9_]{0,39}$/.test(value);
