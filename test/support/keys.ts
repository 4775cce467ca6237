/** Real keys, in every engine. */
import { executeServerCommand, sendKeys as sendKeysByRunner, type SendKeysPayload } from '@web/test-runner-commands';
import { engine } from './engine.js';

/** As the runner's command of this name, which loses letters in WebKit and cannot hold a key down there. */
export async function sendKeys(keys: SendKeysPayload): Promise<void> {
  if (engine === 'WebKit') await executeServerCommand('webkit-keys', keys);
  else await sendKeysByRunner(keys);
}
