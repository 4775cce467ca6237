import { expect } from 'chai';
import * as bluesky from '../../../src/adapters/bluesky.js';
import * as ghost from '../../../src/adapters/ghost.js';
import * as http from '../../../src/adapters/http.js';
import * as mastodon from '../../../src/adapters/mastodon.js';
import * as memory from '../../../src/adapters/memory.js';
import * as archive from '../../../src/adapters/static.js';
import * as waline from '../../../src/adapters/waline.js';
import * as wordpress from '../../../src/adapters/wordpress.js';
import type { Connection } from '../../../src/adapters/shared/connection.js';
import type { Token } from '../../../src/model/adapter.js';

const src = 'https://backend.example';

const adapters: readonly {
  readonly name: string;
  readonly connect: (to: Connection) => unknown;
  readonly note?: RegExp;
}[] = [
  { name: 'http', connect: http.connect },
  { name: 'mastodon', connect: mastodon.connect },
  { name: 'waline', connect: waline.connect },
  { name: 'bluesky', connect: bluesky.connect, note: /Set the property adapter/ },
  { name: 'ghost', connect: ghost.connect, note: /cookie.*Leave the property token out/ },
  {
    name: 'memory',
    connect: ({ token, note }) => memory.connect({ token, note }),
    note: /Leave the property token out/,
  },
  { name: 'static', connect: archive.connect, note: /Leave the property token out/ },
  { name: 'wordpress', connect: wordpress.connect, note: /nonce.*Leave the property token out/ },
];

describe('the token of an element', () => {
  for (const { name, connect, note } of adapters) {
    const notesFor = async (token: Token | undefined): Promise<string[]> => {
      const notes: string[] = [];
      await connect({ src, token, note: (problem) => notes.push(problem) });
      return notes;
    };

    it(`is ${note ? 'ignored' : 'used'} by the adapter ${name}${note ? ', which reports a remedy to the developer' : ''}`, async () => {
      for (const token of ['a-secret', () => 'a-secret']) {
        const notes = await notesFor(token);
        expect(notes).to.have.length(note ? 1 : 0);
        if (note)
          expect(notes[0])
            .to.contain(`backend="${name}" takes no token`)
            .and.to.match(note)
            .and.not.contain('a-secret');
      }
      for (const empty of ['', undefined]) expect(await notesFor(empty)).to.deep.equal([]);
    });
  }
});
