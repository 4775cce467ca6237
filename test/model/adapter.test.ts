import { expect } from 'chai';
import { AdapterError } from '../../src/model/adapter.js';

describe('AdapterError', () => {
  it('is an Error whose name survives minification', () => {
    const error = new AdapterError('network');
    expect(error).to.be.instanceOf(Error);
    expect(error.name).to.equal('AdapterError');
    expect(String(error)).to.equal('AdapterError');
  });

  it('keeps its kind, message and info', () => {
    const error = new AdapterError('too-long', 'At most 500 characters.', { field: 'body', stored: 'no', code: 'E17' });
    expect(error.kind).to.equal('too-long');
    expect(error.message).to.equal('At most 500 characters.');
    expect(error.info).to.deep.equal({ field: 'body', stored: 'no', code: 'E17' });
    expect(String(error)).to.equal('AdapterError: At most 500 characters.');
  });

  it('exposes its cause', () => {
    const cause = new TypeError('Failed to fetch');
    expect(new AdapterError('network', '', { cause }).cause).to.equal(cause);
  });

  it('has no cause by default', () => {
    expect(new AdapterError('timeout')).not.to.have.property('cause');
    expect(new AdapterError('timeout').info).to.deep.equal({});
  });
});
