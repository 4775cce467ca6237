/** Throws the refusals of the rules that the memory adapter shares. Each function does nothing without one. */
import { inputRefusal, type InputProblem, type Refused } from 'article-comments/rules.js';
import { Problem } from './problem.js';

export function refuse(refused: Refused | undefined): void {
  if (refused) throw new Problem(refused.kind, refused.message, refused.info);
}

/** `messages`: what the reader is told. */
export function refuseInput(
  problem: InputProblem | undefined,
  messages: Readonly<Partial<Record<InputProblem, string>>>,
): void {
  refuse(problem && inputRefusal(problem, messages[problem] ?? `The ${problem}.`));
}
