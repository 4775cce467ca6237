import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { houseRules, type LimitedAction } from '../../demo/server/house-rules.js';

const root = join(import.meta.dirname, '..', '..');
const page = readFileSync(join(root, 'docs', 'server.md'), 'utf8');

const actions: Readonly<Record<LimitedAction, string>> = {
  comment: 'Posting',
  edit: 'Editing',
  remove: 'Removing and restoring',
  vote: 'Voting',
  report: 'Reporting, notices',
};

describe('docs/server.md', () => {
  it('states the limits of the house rules', () => {
    const { rateLimits, requestsPerMinute, requestPace, eventStreams } = houseRules;
    for (const action of Object.keys(actions) as LimitedAction[]) {
      const { burst, secondsEach } = rateLimits[action];
      assert.match(page, new RegExp(`^\\| ${actions[action]} +\\| ${burst} +\\| ${secondsEach} seconds +\\|$`, 'm'));
    }
    const number = (value: number): string => value.toLocaleString('en');
    assert.ok(page.includes(`${number(requestsPerMinute)} requests a minute`));
    assert.ok(page.includes(`${requestPace.burst} are handled at once and then ${requestPace.perSecond} a second`));
    const { perAddress, total } = eventStreams;
    assert.ok(page.includes(`${number(perAddress)} event streams from one address, and ${number(total)} in total`));
    assert.equal(houseRules.readersPerAddress, 10, 'ten times as much');
  });

  it('documents every setting that the server reads', () => {
    const source = readFileSync(join(root, 'demo', 'server', 'config.ts'), 'utf8');
    const names = new Set(source.match(/\b(?=\w*_)[A-Z]+(?:_[A-Z]+)+\b|(?<=env\[')\w+/g));
    assert.ok(names.size > 8);
    assert.deepEqual(
      [...names].filter((name) => !page.includes(`\`${name}\``)),
      [],
    );
  });
});
