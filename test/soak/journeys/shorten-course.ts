/** Looks for a shorter journey that breaks the same promise. */
import { type Course, repeatJourney, type Scene } from './run-journey.js';
import type { Step } from './step.js';

/** Leaves out steps for so many milliseconds: all of a kind, then halves of what is left, quarters, and so on down to single ones. */
export async function shortenCourse(scene: Scene, course: Course, milliseconds: number): Promise<Course> {
  const end = Date.now() + milliseconds;
  let shortest = course;
  const isEnough = async (steps: readonly Step[]): Promise<boolean> => {
    const shorter = await repeatJourney(scene, { ...course, steps });
    const isSame = shorter.violations[0]?.promise === course.violations[0]?.promise;
    if (isSame) shortest = shorter;
    return isSame;
  };
  for (const kind of new Set(course.steps.map((step) => step.do))) {
    if (Date.now() >= end) return shortest;
    await isEnough(shortest.steps.filter((step) => step.do !== kind));
  }
  for (let size = Math.ceil(shortest.steps.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let start = 0; start < shortest.steps.length;) {
      if (Date.now() >= end) return shortest;
      if (!(await isEnough(without(shortest.steps, start, size)))) start += size;
    }
  }
  return shortest;
}

const without = (steps: readonly Step[], start: number, count: number): readonly Step[] => [
  ...steps.slice(0, start),
  ...steps.slice(start + count),
];
