import { expect } from 'chai';
import { decode, type Decoder } from '../../../src/adapter-kit.js';
import { AdapterError } from '../../../src/model/adapter.js';

interface Node {
  readonly id: string;
  readonly children: readonly Node[];
}

const node: Decoder<Node> = decode.object({ id: decode.anyId, children: decode.list(decode.lazy(() => node)) });

it('decodes a recursive structure lazily, and names the place of a mistake', () => {
  expect(node({ id: 1, children: [{ id: 'two', children: [] }] }, 'GET /x')).to.deep.equal({
    id: '1',
    children: [{ id: 'two', children: [] }],
  });
  expect(() => node({ id: 1, children: [{ id: '', children: [] }] }, 'GET /x'))
    .to.throw(AdapterError)
    .with.property('message')
    .that.contains('GET /x › children[0] › id is "", not a non-empty string');
  expect(() => decode.anyId(1.5, 'id')).to.throw('id is 1.5, not an integer');
});
