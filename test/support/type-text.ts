import { sendKeys } from './keys.js';

/** Types with real keys into what has the focus. */
export const typeText = (text: string): Promise<void> => sendKeys({ type: text });
