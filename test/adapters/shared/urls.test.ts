import { expect } from 'chai';
import { withoutTrailingSlash } from '../../../src/adapters/shared/urls.js';

it('removes every slash at the end of a URL, and no other', () => {
  expect(withoutTrailingSlash('https://example.com/blog//')).to.equal('https://example.com/blog');
  expect(withoutTrailingSlash('https://example.com')).to.equal('https://example.com');
});
