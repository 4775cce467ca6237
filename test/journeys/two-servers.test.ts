/** Two servers on one database. The soak kills one of them while readers post. */
import { after, before, it } from 'node:test';
import { describeOnPostgres } from '../support/demo-server/test-server.js';
import { TwoServers } from '../support/journeys/two-servers.js';

/** Milliseconds. */
const PATIENCE = 60_000;

describeOnPostgres('two servers on one PostgreSQL', () => {
  let servers: TwoServers;
  before(async () => {
    servers = await TwoServers.start();
  });
  after(() => servers?.close());

  it('shows readers of both servers what is posted at either', async () => {
    const [ann, bo] = [await servers.open('north/lighthouse', 'Ann'), await servers.open('south/lighthouse', 'Bo')];
    await ann.posts('The light is on');
    await bo.newComments(1).click({ timeout: PATIENCE });
    await bo.comment('The light is on').waitFor();
    await bo.posts('I can see it');
    await ann.newComments(1).click({ timeout: PATIENCE });
    await ann.comment('I can see it').waitFor();
    for (const reader of [ann, bo]) await reader.showsInAnyOrder('I can see it', 'The light is on');
    await ann.close();
    await bo.close();
  });
});
