/** A mail to one person, in plain text. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Sends a mail. Rejects if it has to be tried again. */
export type SendMail = (mail: Mail) => Promise<void>;

/** Gives a mail to the mailer. Rejects without the mailer's own error: those repeat addresses, which the log must not contain. */
export async function sendQuietly(sendMail: SendMail, mail: Mail): Promise<void> {
  let reason: string;
  try {
    return await sendMail(mail);
  } catch (error) {
    reason = reasonOf(error);
  }
  throw new Error(`The mailer failed: ${reason}.`);
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
