/** A mail to one person, in plain text. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Id of the site, if the server has several. */
  readonly site?: string;
}

/** Sends a mail. Rejects if it has to be tried again. */
export type SendMail = (mail: Mail) => Promise<void>;

/** Prints the mail, until a publisher attaches a mailer in `house-rules.ts`. */
export const printMail: SendMail = async ({ to, subject, text }) => {
  console.log(`Mail to ${to}: ${subject}\n\n${text}\n`);
};
