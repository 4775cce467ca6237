/** Loaded before the tests in a browser, most of which take Chai from `@open-wc/testing`, which has a copy of its own. */
import { chai } from '@open-wc/testing';
import { countAssertions } from '../fail-without-assertion.js';

countAssertions(chai);
