/** The value below which the given share of the values lies, interpolated between neighbours. */
function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  const position = (sorted.length - 1) * share;
  const below = Math.floor(position);
  const above = Math.ceil(position);
  return sorted[below] + (sorted[above] - sorted[below]) * (position - below);
}

export const median = (values) => quantile(values, 0.5);

/** Half the distance between the quartiles as a share of the median: how far a ratio of medians can be trusted. */
export const spread = (values) => (quantile(values, 0.75) - quantile(values, 0.25)) / 2 / median(values);

/** Of each number, the median over all samples. */
export const medians = (samples) =>
  Object.fromEntries(
    Object.keys(samples[0])
      .filter((key) => typeof samples[0][key] === 'number')
      .map((key) => [key, median(samples.map((sample) => sample[key]))]),
  );

/** One number for each thing measured: the worst of what must never happen, the median of everything else. */
export function summarise(samples) {
  const values = (key) => samples.map((sample) => sample[key]);
  return {
    ...medians(samples),
    visibleSpread: spread(values('visible')),
    keySpread: spread(values('key')),
    layoutShift: Math.max(...values('layoutShift')),
    scrollShift: Math.max(...values('scrollShift')),
  };
}
