import { sendKeys } from '@web/test-runner-commands';

/** Types letter by letter: WebKit's driver loses letters of a longer text. */
export async function typeText(text: string): Promise<void> {
  for (const letter of text) await sendKeys({ type: letter });
}
