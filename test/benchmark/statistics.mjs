/** The quantile of the values, interpolated linearly. */
export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  const position = (sorted.length - 1) * share;
  const below = Math.floor(position);
  const above = Math.ceil(position);
  return sorted[below] + (sorted[above] - sorted[below]) * (position - below);
}

export const median = (values) => quantile(values, 0.5);

/** Half the interquartile range relative to the median: how far a ratio of medians can be trusted. */
export const spread = (values) => (quantile(values, 0.75) - quantile(values, 0.25)) / 2 / median(values);

/** The median over all samples for each numeric property. */
export const medians = (samples) =>
  Object.fromEntries(
    Object.keys(samples[0])
      .filter((key) => typeof samples[0][key] === 'number')
      .map((key) => [key, median(samples.map((sample) => sample[key]))]),
  );

/** One number per property: the worst layout shift, and the median of everything else. */
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
