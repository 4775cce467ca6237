import { houseRules } from '../../../demo/house-rules.js';
import type { HouseRules } from '../../../server/src/rules/house-rules.js';

const quick = { burst: 100_000, secondsEach: 1 };

/** The house rules without rate limits: tests post faster than people, and all from one address. */
export const quickRules: HouseRules = {
  ...houseRules,
  rateLimits: { comment: quick, edit: quick, remove: quick, vote: quick, report: quick },
  confirmations: quick,
  requestsPerMinute: 100_000,
  requestPace: { ...houseRules.requestPace, burst: 100_000, perSecond: 10_000 },
  eventStreams: { ...houseRules.eventStreams, perAddress: 1000 },
};
