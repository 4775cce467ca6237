/** Thrown by a check when its rule does not apply to the adapter or the stage. `message` names what they lack. */
export class NotApplicable extends Error {
  override readonly name = 'NotApplicable';

  constructor(
    why: string,
    /** See `CheckResult`. */
    readonly stageNeeds?: string,
  ) {
    super(why);
  }
}
