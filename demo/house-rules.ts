/** The house rules of the demo's newspaper. */
import { defaultRules, type HouseRules } from 'article-comments-server';

export const houseRules: HouseRules = {
  ...defaultRules,
  closesAfterDays: 90,
  words: { held: ['casino', 'crypto', 'giveaway', 'miracle'], forbidden: ['scumbag', 'vermin'] },
  decisions: {
    rules: [
      'House rule 1: write about the article.',
      'House rule 2: no insults.',
      'House rule 3: no advertising.',
      'House rule 4: no private information about others.',
    ],
    required: false,
  },
  redress: {
    message: 'You can contest this decision within six months. Write to the editors, and name the reference.',
    href: 'mailto:editors@gazette.example',
  },
  policy: {
    body: {
      format: 'text',
      value:
        'Write as you would speak to a neighbour: about the article, without insults, and under a name you answer to.',
    },
    url: 'https://gazette.example/house-rules',
  },
};
