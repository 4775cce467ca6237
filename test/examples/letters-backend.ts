/** The backend of the adapter example in docs/adapters.md: letters to the editor, with an API unlike the contract in every way. */
import fastify, { type FastifyInstance } from 'fastify';

interface Letter {
  readonly number: number;
  readonly replyTo: number | null;
  readonly writer: string;
  readonly text: string;
  readonly sent: number;
  readonly state: string;
}

interface Article {
  open: boolean;
  readonly letters: Letter[];
  readonly envelopes: Map<string, Letter>;
}

interface NewLetter {
  readonly replyTo: number | null;
  readonly writer?: string;
  readonly text?: string;
  readonly envelope: string;
}

interface ListQuery {
  readonly after?: string;
  readonly count?: string;
  readonly replyTo?: string;
}

const MAX_CHARACTERS = 3000;

export interface LettersBackend {
  readonly app: FastifyInstance;
  article(key: string): Article;
  /** Adds a letter in any state. */
  add(key: string, letter: { readonly replyTo: number | null; readonly text: string; readonly state?: string }): Letter;
}

export function createLettersBackend(): LettersBackend {
  const articles = new Map<string, Article>();
  let last = 0;
  const article = (key: string): Article => {
    const found = articles.get(key) ?? { open: true, letters: [], envelopes: new Map<string, Letter>() };
    articles.set(key, found);
    return found;
  };
  const add: LettersBackend['add'] = (key, { state = 'printed', ...letter }) => {
    const added = { number: ++last, writer: 'A reader', sent: Date.now() / 1000, state, ...letter };
    article(key).letters.push(added);
    return added;
  };

  const app = fastify({ forceCloseConnections: true, routerOptions: { maxParamLength: 2000 } });
  app.get<{ Params: { key: string } }>('/articles/:key', ({ params }) => ({ open: article(params.key).open }));
  app.get<{ Params: { key: string }; Querystring: ListQuery }>('/articles/:key/letters', ({ params, query }, reply) => {
    const { letters } = article(params.key);
    const below = (number: number): Letter[] =>
      letters.filter(({ replyTo }) => replyTo === number).flatMap((one) => [one, ...below(one.number)]);
    const top = query.replyTo ? Number(query.replyTo) : null;
    const level = letters.filter(
      ({ replyTo }) => replyTo === top || (top === null && letters.every(({ number }) => number !== replyTo)),
    );
    if (query.after && !/^\d+$/.test(query.after)) return reply.code(422).send('No letter has this number.');
    const rest = level.filter(({ number }) => number > Number(query.after || 0));
    const here = rest.slice(0, Math.min(Number(query.count), 50));
    const next = rest.length > here.length ? String(here.at(-1)?.number) : undefined;
    const sum = letters.filter(({ state }) => state === 'printed').length;
    return { letters: here.flatMap((one) => [one, ...below(one.number)]), next, sum };
  });
  app.post<{ Params: { key: string }; Body: NewLetter }>('/articles/:key/letters', ({ params, body }, reply) => {
    const { open, letters, envelopes } = article(params.key);
    const { replyTo, writer = '', text = '', envelope } = body;
    const earlier = envelopes.get(envelope);
    if (earlier) return earlier.text === text ? earlier : reply.code(409).send('Another letter came in this envelope.');
    if (!open) return reply.code(403).send('No more letters, please.');
    if (writer.trim() === '') return reply.code(400).send('Who writes?');
    if (text.trim() === '') return reply.code(422).send('The letter is empty.');
    if (text.length > MAX_CHARACTERS) return reply.code(413).send('The letter is too long.');
    if (replyTo !== null && letters.every(({ number }) => number !== replyTo))
      return reply.code(410).send('That letter is gone.');
    const letter = { number: ++last, replyTo, writer, text, sent: Date.now() / 1000, state: 'printed' };
    letters.push(letter);
    envelopes.set(envelope, letter);
    return reply.code(201).send(letter);
  });
  return { app, article, add };
}
