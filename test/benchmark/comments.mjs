/**
 * Made-up comments of newspaper length. The same number of comments always has the same words, names and shape, so that
 * two runs of the benchmark, or two builds of the widget, draw the same page.
 */

const seed = 1987;
/** Votes have numbers of their own, so that the texts stay the same whatever becomes of the votes. */
const seedOfVotes = 1911;
const shareOfReplies = 0.4;
const deepestLevel = 2;

/** Most comments get a vote or two, few get very many. */
const shareWithVotes = 0.6;
const mostVotes = 240;

/** The long branch of a discussion: where it begins, and how many replies are below its first comment. */
const branchStart = 10;
export const branchReplies = 200;

/** Repliers are few and readers many: a reply comes a few minutes later, the next thread a little after that. */
const longestPause = 90_000;

const firstNames = ['Tom', 'Ada', 'Ines', 'Mirela', 'Noor', 'Piet', 'Sören', 'Wanjiru', 'Yuki', 'Áine', 'Luis', 'Greta'];
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
const verbs = ['has forgotten', 'keeps praising', 'never asked about', 'will end up paying for', 'could still stop', 'ought to read'];
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

/** Numbers in [0, 1) by a linear congruential generator; the upper bits are used because the lower ones repeat soon. */
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
    pause: () => between(1_000, longestPause),
  };
}

/** Most are answers to the newspaper; an answer to another reader stays near the top level. */
export function threads(random, ancestors) {
  if (random() < shareOfReplies) ancestors.length = Math.min(ancestors.length, deepestLevel);
  else ancestors.length = 0;
}

/** The same, with one comment over which two hundred replies go on and on, each to the last one or to one a little above. */
export function threadsWithLongBranch(random, ancestors, index) {
  if (index === branchStart) ancestors.length = 0;
  else if (index > branchStart && index <= branchStart + branchReplies) {
    const above = random() < 0.6 ? 0 : Math.ceil(random() * 3);
    ancestors.length = Math.max(1, ancestors.length - above);
  } else if (index === branchStart + branchReplies + 1) ancestors.length = 0;
  else threads(random, ancestors);
}

/** The comment that the long branch hangs from. */
export const branchTop = ({ items }) => items[branchStart];

/** The same threads, the latest one first; the replies stay in their order. */
export function newestFirst({ items, total }) {
  const starts = items.flatMap(({ parentId }, index) => (parentId === null ? [index] : []));
  const found = starts.map((start, thread) => items.slice(start, starts[thread + 1]));
  return { items: found.reverse().flat(), total };
}

/**
 * `count` comments in reading order, oldest thread first, the last one written just before `now`, in the shape of one
 * `CommentPage` of the adapter contract. `shape` says what the next comment answers: it cuts the line of those above it.
 */
export function createComments(count, now, shape = threads) {
  const random = createRandom(seed);
  const randomVotes = createRandom(seedOfVotes);
  const votes = () => (randomVotes() < shareWithVotes ? 1 + Math.floor(randomVotes() ** 4 * mostVotes) : 0);
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
  return { items: items.map((comment) => ({ ...comment, createdAt: new Date(start + comment.createdAt).toISOString() })), total: count };
}
