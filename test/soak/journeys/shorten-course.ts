/** Looks for a shorter journey that breaks the same promise. */
import { type Course, repeatJourney, type Scene } from './run-journey.js';
import type { Step } from './step.js';

/** Cuts out steps for so many milliseconds, in halves, then quarters, down to single ones. */
export async function shortenCourse(scene: Scene, course: Course, milliseconds: number): Promise<Course> {
  const end = Date.now() + milliseconds;
  const [broken] = course.violations;
  let shortest = course;
  for (let size = Math.ceil(course.steps.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let start = 0; start < shortest.steps.length;) {
      if (Date.now() >= end) return shortest;
      const steps = without(shortest.steps, start, size);
      const shorter = await repeatJourney(scene, { ...course, steps });
      if (shorter.violations[0]?.promise === broken?.promise) shortest = shorter;
      else start += size;
    }
  }
  return shortest;
}

const without = (steps: readonly Step[], start: number, count: number): readonly Step[] => [
  ...steps.slice(0, start),
  ...steps.slice(start + count),
];
