/** What "More" offers, in this order. Loaded on the first such press, or for a reader who has muted someone or moderates. */
import { Moderating } from './moderating/index.js';
import { MoreMenu } from './more-menu/index.js';
import { Muting } from './muting/index.js';
import { Sharing } from './sharing/index.js';

export const features = [Sharing, Muting, Moderating, MoreMenu] as const;
