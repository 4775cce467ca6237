import { houseRules, type HouseRules } from '../../../demo/server/house-rules.js';

/** The house's rules, without limits of pace: tests write faster than people. */
export const quickRules: HouseRules = { ...houseRules, pace: { atOnce: 100_000, seconds: 1 }, requestsPerMinute: 100_000 };
