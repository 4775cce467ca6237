import { houseRules, type HouseRules } from '../../../demo/server/house-rules.js';

/** The house rules without rate limits: tests post faster than people. */
export const quickRules: HouseRules = {
  ...houseRules,
  rateLimit: { burst: 100_000, secondsEach: 1 },
  requestsPerMinute: 100_000,
};
