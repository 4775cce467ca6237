/**
 * Generated comments of newspaper length. The same number always gives the same words, names and threads, so that all
 * runs and builds render the same page.
 */

const seed = 1987;
/** Votes have a generator of their own, so that changing them does not change the texts. */
const voteSeed = 1911;
const replyShare = 0.4;
const maxDepth = 2;

/** Most comments get a vote or two, a few get very many. */
const voteShare = 0.6;
const maxVotes = 240;

/** The long branch: index of its first comment, and number of replies below that. */
const branchStart = 10;
export const branchReplies = 200;

/** Maximum milliseconds between two comments. */
const maxPause = 90_000;

const firstNames = [
  'Tom',
  'Ada',
  'Ines',
  'Mirela',
  'Noor',
  'Piet',
  'Sören',
  'Wanjiru',
  'Yuki',
  'Áine',
  'Luis',
  'Greta',
];
const lastNames = ['Arkwright', 'Marlow', 'O’Dea', 'Penhale', 'Quist', 'Brandt', 'Kamau', 'Ferrari', 'Hollis', 'Vance'];
const subjects = [
  'the council',
  'my neighbour on Wharf Street',
  'the old ferry company',
  'anyone who has carried fish up those steps',
  'the harbour master',
  'a market of forty stalls',
  'the paper of record, of all papers,',
  'every second household in the upper town',
];
const verbs = [
  'has forgotten',
  'keeps praising',
  'never asked about',
  'will end up paying for',
  'could still stop',
  'ought to read',
];
const objects = [
  'the current on the north side',
  'what the storm of 1987 did to the pier',
  'the ticket price & the bus that no longer meets the boat',
  'a plan with more arrows -> than numbers',
  'the "temporary" car park',
  'the report of the engineers',
  'people with < 20 minutes between two shifts',
];
const endings = [
  '',
  '',
  ' and nobody said a word',
  ', which is the real story here',
  ' for the third time in ten years',
  ', or so I am told',
];

/** A linear congruential generator for numbers in [0, 1). Uses the upper bits, because the lower ones have short periods. */
function createRandom(state) {
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 8) / 2 ** 24;
  };
}

function createWriter(random) {
  const oneOf = (words) => words[Math.floor(random() * words.length)];
  const between = (least, most) => least + Math.floor(random() * (most - least + 1));
  const repeat = (count, write) => Array.from({ length: count }, write);

  const sentence = () => {
    const text = `${oneOf(subjects)} ${oneOf(verbs)} ${oneOf(objects)}${oneOf(endings)}.`;
    return text[0].toUpperCase() + text.slice(1);
  };
  const paragraph = () => repeat(between(1, 4), sentence).join(' ');
  return {
    name: () => `${oneOf(firstNames)} ${oneOf(lastNames)}`,
    body: () => repeat(between(1, 3), paragraph).join('\n\n'),
    pause: () => between(1_000, maxPause),
  };
}

/** Most comments are top-level; replies do not nest deeply. Truncates `ancestors` to the parents of the next comment. */
export function threads(random, ancestors) {
  if (random() < replyShare) ancestors.length = Math.min(ancestors.length, maxDepth);
  else ancestors.length = 0;
}

/** Like `threads`, with one long branch: each reply is to the last one, or to one a few levels up. */
export function threadsWithLongBranch(random, ancestors, index) {
  if (index === branchStart) ancestors.length = 0;
  else if (index > branchStart && index <= branchStart + branchReplies) {
    const above = random() < 0.6 ? 0 : Math.ceil(random() * 3);
    ancestors.length = Math.max(1, ancestors.length - above);
  } else if (index === branchStart + branchReplies + 1) ancestors.length = 0;
  else threads(random, ancestors);
}

/** The first comment of the long branch. */
export const branchTop = ({ items }) => items[branchStart];

/** The same threads, newest first. Replies keep their order. */
export function newestFirst({ items, total }) {
  const starts = items.flatMap(({ parentId }, index) => (parentId === null ? [index] : []));
  const found = starts.map((start, thread) => items.slice(start, starts[thread + 1]));
  return { items: found.reverse().flat(), total };
}

/**
 * A `CommentPage` of `count` comments in reading order, oldest thread first, the last one just before `now`. `shape`
 * decides the parent of the next comment by truncating the list of its ancestors.
 */
export function createComments(count, now, shape = threads) {
  const random = createRandom(seed);
  const randomVotes = createRandom(voteSeed);
  const votes = () => (randomVotes() < voteShare ? 1 + Math.floor(randomVotes() ** 4 * maxVotes) : 0);
  const write = createWriter(random);
  const ancestors = [];
  const items = [];
  let elapsed = 0;

  for (let index = 0; index < count; index++) {
    shape(random, ancestors, index);
    const id = String(index + 1);
    elapsed += write.pause();
    items.push({
      id,
      parentId: ancestors.at(-1) ?? null,
      author: { name: write.name() },
      body: { format: 'text', value: write.body() },
      createdAt: elapsed,
      votes: { up: votes(), mine: 0 },
    });
    ancestors.push(id);
  }

  const start = now - elapsed;
  return {
    items: items.map((comment) => ({ ...comment, createdAt: new Date(start + comment.createdAt).toISOString() })),
    total: count,
  };
}
