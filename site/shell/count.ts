/** `1 article`, `12 articles` */
export function articlesIn(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'article' : 'articles'}`;
}

/** How many words an adult reads silently in a minute (Brysbaert 2019). */
const wordsPerMinute = 238;

/** `4 min read`, for a number of words. */
export function wordsIn(words: number): string {
  return `${Math.max(1, Math.round(words / wordsPerMinute))} min read`;
}
