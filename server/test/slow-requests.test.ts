import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { it } from 'node:test';
import { onOneDatabase } from '../../test/support/demo-server/test-server.js';

onOneDatabase(
  'a request whose body does not arrive',
  (server) => {
    it('is refused when its time is up, and its connection closed', async () => {
      const { hostname, port } = new URL(server().address);
      const socket = connect(Number(port), hostname);
      socket.setEncoding('utf8');
      const closed = once(socket, 'close');
      let received = '';
      socket.on('data', (text) => (received += String(text)));
      const headers = 'host: localhost\r\ncontent-type: application/json\r\ncontent-length: 100';
      socket.write(`POST /api/comments HTTP/1.1\r\n${headers}\r\n\r\n{`);
      await closed;
      assert.match(received, /^HTTP\/1\.1 408 /);
      assert.match(received, /urn:article-comments:timeout/);
    });
  },
  { requestTimeout: 200 },
);
