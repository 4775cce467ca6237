import { expect } from 'chai';
import {
  lastVisit,
  type Visit,
  visitAt,
  visitKept,
  type Visits,
  visitUntil,
} from '../../../src/model/discussion/visits.js';

const minutes = (count: number): number => count * 60_000;

describe('a visit to a discussion', () => {
  const first = visitAt(undefined, minutes(0));

  it('marks nothing as new the first time', () => expect(first.since).to.equal(undefined));

  it('continues when the reader returns within half an hour', () => {
    const left = visitUntil(visitAt({ since: 7, until: 0, seen: 0 }, minutes(5)), minutes(10), []);
    expect(visitAt(left, minutes(40))).to.deep.equal({ since: 7, until: minutes(40), seen: minutes(40) });
  });

  it('ends after that, and the next one marks what was posted since', () => {
    const left = visitUntil(first, minutes(10), []);
    expect(visitAt(left, minutes(41)).since).to.equal(minutes(10));
  });

  it('does not count held-back comments as seen', () => {
    const left = visitUntil(first, minutes(10), [minutes(8), minutes(9)]);
    expect(visitAt(left, minutes(60)).since).to.equal(minutes(8) - 1);
  });
});

describe('stored visits', () => {
  const visit = (until: number): Visit => ({ until, seen: until });

  it('keeps one visit for each discussion', () => {
    const kept = visitKept(visitKept(visitKept([], 'a', visit(1)), 'b', visit(2)), 'a', visit(3));
    expect(kept).to.have.length(2);
    expect(lastVisit(kept, 'a')).to.deep.equal(visit(3));
    expect(lastVisit(kept, 'c')).to.equal(undefined);
  });

  it('drops the oldest of more than two hundred visits', () => {
    let kept: Visits = [];
    for (let count = 0; count <= 200; count++) kept = visitKept(kept, `article-${count}`, visit(count));
    expect(kept).to.have.length(200);
    expect(lastVisit(kept, 'article-0')).to.equal(undefined);
    expect(lastVisit(kept, 'article-200')).to.deep.equal(visit(200));
  });
});
