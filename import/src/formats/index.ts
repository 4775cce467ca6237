import { archive } from './archive.js';
import { artalk } from './artalk.js';
import { commento } from './commento.js';
import { disqus } from './disqus.js';
import { isso } from './isso.js';
import type { Reader } from './reader.js';
import { remark42 } from './remark42.js';
import { waline } from './waline.js';
import { wordpress } from './wordpress.js';

/** The readers by the name of their format. */
export const readers: Readonly<Record<string, Reader>> = {
  disqus,
  wordpress,
  remark42,
  waline,
  valine: waline,
  isso,
  commento,
  comentario: commento,
  artalk,
  archive,
};
