/** A judge of comments: links by guests are held, shouting is questioned, and a moderation service decides about the rest. */
import { createServer } from 'node:http';
import { Webhook } from 'standardwebhooks';

/**
 * @param {{ text: string, author: { kind: 'guest' | 'account' } }} comment
 * @param {(text: string) => Promise<readonly string[]>} categoriesOf What a service has found in the text.
 */
async function judge({ text, author }, categoriesOf) {
  if (author.kind === 'guest' && /https?:/i.test(text)) return { outcome: 'hold', reasons: ['It contains a link.'] };
  if (/!{3}/.test(text)) return { outcome: 'reconsider', reasons: ['Would you say it like this to a neighbour?'] };
  const found = await categoriesOf(text);
  if (found.includes('violence')) return { outcome: 'reject', reasons: ['Our rules allow no threats.'] };
  if (found.length > 0) return { outcome: 'hold', reasons: found };
  return { outcome: 'publish' };
}

/** @param {{ secret: string, categoriesOf: (text: string) => Promise<readonly string[]> }} options */
export function createJudge({ secret, categoriesOf }) {
  const webhook = new Webhook(secret);
  return createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const headers = /** @type {Record<string, string>} */ (request.headers);
    let message;
    try {
      message = /** @type {any} */ (webhook.verify(Buffer.concat(chunks), headers));
    } catch {
      return response.writeHead(401).end();
    }
    try {
      const judgement = await judge(message.data, categoriesOf);
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(judgement));
    } catch {
      response.writeHead(503).end();
    }
  });
}
