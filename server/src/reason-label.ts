import { takingPartMessages } from 'article-comments/rules.js';
import type { HouseRules } from './house-rules.js';

const labels: Readonly<Record<string, string>> = takingPartMessages.reasons;

/** The words for a reason of the house rules; its id if the rules have dropped it. */
export const reasonLabel = ({ reasons }: Pick<HouseRules, 'reasons'>, id: string): string =>
  reasons.find((reason) => reason.id === id)?.label ?? labels[id] ?? id;
