import type { Viewer } from 'article-comments/rules.js';
import type { ApiRequest } from '../contract/routes.js';
import { viewerOf } from '../identity/caller.js';
import type { Authenticator } from '../identity/authenticator.js';

export const getViewer = async ({ caller }: ApiRequest): Promise<Viewer> => viewerOf(caller);

export const signOut =
  (authenticator: Authenticator) =>
  async ({ request, reply }: ApiRequest): Promise<void> => {
    await authenticator.endSession(request, reply);
    void reply.code(204);
  };
