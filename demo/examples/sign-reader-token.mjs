/** Signs the token that identifies a reader to the comments server. Runs on the publisher's server. */
import { SignJWT } from 'jose';

/**
 * @param {{ id: string, name: string, badges?: string[], moderator?: boolean }} reader The publisher's account.
 * @param {string} [secret] The same as the comments server's.
 */
export function signReaderToken({ id, name, badges, moderator }, secret = process.env.JWT_SECRET) {
  return new SignJWT({ id, name, badges, moderator })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuedAt()
    .setExpirationTime('15 minutes')
    .sign(new TextEncoder().encode(secret));
}
