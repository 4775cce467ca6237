/** Samples that run on their page: with the word `live` behind `html` the section itself, behind `css` its style sheet. */
import { samplesIn } from './samples.mjs';

const liveIn = (markdown, wanted) =>
  samplesIn(markdown).filter(({ language, words }) => language === wanted && words.includes('live'));

export const isLive = (markdown) => liveIn(markdown, 'html').length > 0;

/** The style sheet of a page. Empty if it has none. */
export const liveStyles = (markdown) =>
  liveIn(markdown, 'css')
    .map(({ code }) => code)
    .join('\n');
