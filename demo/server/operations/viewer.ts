import type { Viewer } from '../../../src/model/adapter.js';
import type { Asked } from '../contract/routes.js';
import { viewerOf } from '../identity/caller.js';
import type { Identifier } from '../identity/identify.js';

export const getViewer = async ({ caller }: Asked): Promise<Viewer> => viewerOf(caller);

export const signOut =
  (identifier: Identifier) =>
  async ({ request, reply }: Asked): Promise<void> => {
    await identifier.end(request, reply);
    void reply.code(204);
  };
