/** Signs what is sent to the publisher's software: events, and questions to the judge. */
import { createHmac } from 'node:crypto';
import { secretPrefix } from '../rules/receiver.js';

/** A message as the receiver verifies it. */
export interface SignedMessage {
  /** The same in each attempt. */
  readonly id: string;
  /** When this attempt is made. */
  readonly time: Date;
  readonly body: string;
}

/** The headers of Standard Webhooks 1.0.0. Several secrets sign while one replaces the other. */
export function signatureHeaders(
  secrets: readonly string[],
  { id, time, body }: SignedMessage,
): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(time.getTime() / 1000));
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(secretPrefix.length), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
  });
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
}
