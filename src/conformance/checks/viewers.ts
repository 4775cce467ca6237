import type { Viewer } from '../../model/adapter.js';
import { defineCheck } from '../check.js';
import { viewer as viewerShape } from '../contract-shapes.js';
import { post } from '../posting.js';
import type { AdapterWith, Scene } from '../scene.js';
import { shown } from '../shown-value.js';

/** A guest who can sign in without leaving the page. */
async function signingIn(scene: Scene): Promise<AdapterWith<'signIn' | 'signOut'>> {
  await scene.having('signIn', 'signOut');
  return scene.as('guest', 'signIn', 'signOut');
}

async function signIn(scene: Scene, adapter: AdapterWith<'signIn'>): Promise<Viewer> {
  const answer = await scene.answer('signIn()', () => adapter.signIn(scene.call));
  if ('redirect' in answer) {
    if (typeof answer.redirect !== 'string' || answer.redirect === '')
      scene.fail({ did: 'signIn()', expected: 'an address in "redirect"', got: shown(answer) });
    return scene.skip('Signing in happens on another page.');
  }
  scene.expectShape('signIn()', viewerShape, answer);
  return answer;
}

export const viewers = [
  defineCheck({
    name: 'viewer: one’s own comments are told by the author’s id',
    rule: 'Author.id of a comment is the id of the viewer who wrote it: it is what "one’s own comment" is told by; nobody else’s comment has it.',
    hint: 'The id of the account and that of the profile are two, or guests all get one id.',
    async act(scene: Scene) {
      await scene.having('submit');
      const other = await scene.as('other', 'submit');
      const { viewer } = await scene.answer('open()', () => scene.adapter.open(scene.discussion, scene.call));
      const id = viewer?.author?.id;
      if (viewer?.state !== 'signed-in' || id === undefined) scene.skip('The viewer has no id.');
      const own = await post(scene);
      const foreign = await post(scene, { adapter: other });
      if (own.author?.id !== id) scene.fail({ did: 'posted, then list()', expected: `author.id ${shown(id)}`, got: shown(own.author) });
      if (foreign.author?.id === id)
        scene.fail({
          did: 'somebody else posted, then list()',
          expected: `another author.id than ${shown(id)}`,
          got: shown(foreign.author),
        });
    },
  }),
  defineCheck({
    name: 'viewer: signing in and out changes who reads',
    rule: 'signIn() resolves with the viewer who is signed in then, or with the address of a page, and open() says the same; after signOut() nobody is signed in.',
    hint: 'open() answers from before, or the session is kept in two places of which one is forgotten.',
    async act(scene: Scene) {
      const guest = await signingIn(scene);
      const signedIn = await signIn(scene, guest);
      if (signedIn.state !== 'signed-in') scene.fail({ did: 'signIn()', expected: 'the state "signed-in"', got: shown(signedIn) });
      const { viewer } = await scene.answer('open() after signIn()', () => guest.open(scene.discussion, scene.call));
      if (viewer?.state !== 'signed-in' || viewer.author?.id !== signedIn.author?.id)
        scene.fail({ did: 'signIn(), then open()', expected: `the viewer ${shown(signedIn)}`, got: shown(viewer) });
      await scene.answer('signOut()', () => guest.signOut(scene.call));
      const left = await scene.answer('open() after signOut()', () => guest.open(scene.discussion, scene.call));
      if (left.viewer?.state === 'signed-in')
        scene.fail({ did: 'signOut(), then open()', expected: 'nobody signed in', got: shown(left.viewer) });
    },
  }),
  defineCheck({
    name: 'viewer: whoever listens is told, and only as long as they want',
    rule: 'onViewerChange() calls back when somebody signs in or out, with the viewer of then; what it answers stops that.',
    hint: 'The answer is not a function, or takes another listener away.',
    async act(scene: Scene) {
      const guest = scene.withMethods(await signingIn(scene), ['onViewerChange', 'signIn', 'signOut']);
      const told: Viewer[] = [];
      const before: Viewer[] = [];
      let wake = (): void => {};
      const stop = guest.onViewerChange((viewer) => void before.push(viewer));
      const stopOther = guest.onViewerChange((viewer) => {
        told.push(viewer);
        wake();
      });
      if (typeof stop !== 'function') scene.fail({ did: 'onViewerChange()', expected: 'a function that stops it', got: shown(stop) });
      const hears = async (did: string, state: Viewer['state']): Promise<void> => {
        const isThere = (): boolean => told.some((viewer) => viewer.state === state);
        const promise = new Promise<void>((resolve) => {
          wake = () => isThere() && resolve();
          wake();
        });
        if (!(await scene.heard(promise))) scene.fail({ did, expected: `a call with the state "${state}"`, got: shown(told) });
      };
      try {
        await signIn(scene, guest);
        await hears('signIn()', 'signed-in');
        stop();
        const heard = before.length;
        if (heard === 0) scene.fail({ did: 'signIn() with two listeners', expected: 'a call of each', got: 'none of the first' });
        await scene.answer('signOut()', () => guest.signOut(scene.call));
        await hears('signOut()', 'anonymous');
        if (before.length > heard)
          scene.fail({ did: 'stopped listening, then signOut()', expected: 'no call', got: shown(before.slice(heard)) });
      } finally {
        stop();
        stopOther();
      }
    },
  }),
];
