/** Thrown inside a check that has nothing to try out here; `message` says what is missing. */
export class NotApplicable extends Error {
  override readonly name = 'NotApplicable';
}
