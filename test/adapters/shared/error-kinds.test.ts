import { expect } from 'chai';
import { isOfKind, orUndefined } from '../../../src/adapters/shared/error-kinds.js';
import { AdapterError } from '../../../src/model/adapter.js';

const gone = new AdapterError('not-found');

it('isOfKind distinguishes errors by their kinds', () => {
  expect(isOfKind(gone, 'forbidden', 'not-found')).to.equal(true);
  expect(isOfKind(gone, 'forbidden')).to.equal(false);
  expect(isOfKind(new TypeError('not-found'), 'not-found')).to.equal(false);
});

it('orUndefined resolves with undefined for the named kinds only', async () => {
  const settled = (promise: Promise<unknown>) => promise.catch((thrown: unknown) => thrown);
  expect(await orUndefined(Promise.resolve(7), 'not-found')).to.equal(7);
  expect(await orUndefined(Promise.reject(gone), 'forbidden', 'not-found')).to.equal(undefined);
  expect(await settled(orUndefined(Promise.reject(gone), 'forbidden'))).to.equal(gone);
});
