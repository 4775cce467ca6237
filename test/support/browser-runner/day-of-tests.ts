/**
 * Loaded before the tests: each page begins at noon of the same day. The comments of the tests have fixed times, and how long ago they are
 * decides what their rows show, such as "6 days ago" or a date.
 */
const { Date: RealDate } = globalThis;
const shift = RealDate.UTC(2026, 10, 30, 12) - RealDate.now();
const now = (): number => RealDate.now() + shift;

globalThis.Date = class extends RealDate {
  constructor(value: number | string | Date = now()) {
    super(value);
  }
  static override now = now;
} as DateConstructor;
