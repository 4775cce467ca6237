/** What a failed check says about an error of the adapter. */
import { expect } from 'chai';
import { createClient } from '../../src/adapter-kit.js';
import { ConformanceError, runChecks, type Stage } from '../../src/conformance.js';
import { memoryStage } from './memory-stage.js';

describe('a finding about an error', () => {
  it('has the request and what the backend said', async () => {
    const fetch = async (): Promise<Response> => Response.json({ error: 'Path: authorId' }, { status: 400 });
    const { request } = createClient({ src: 'https://backend.example', fetch });
    const makeStage = (): Stage => {
      const { adapter, ...stage } = memoryStage();
      return {
        ...stage,
        adapter: { ...adapter, open: async (_, call) => ({ ...(await request({ path: '/x' }, call)), state: 'open' }) },
      };
    };
    const [result] = await runChecks(makeStage, { only: 'open: returns a valid' });
    const { error } = result as { readonly error?: unknown };
    if (!(error instanceof ConformanceError)) throw error;
    expect(error.got).to.contain('because: GET /x returned status 400: {"error":"Path: authorId"}');
    expect(error.message).to.contain(error.got);
  });
});
