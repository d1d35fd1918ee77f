/** `1 article`, `12 articles` */
export function articlesIn(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'article' : 'articles'}`;
}

/** Words a grown-up reads in a minute, silently: Brysbaert 2019. */
const wordsPerMinute = 238;

export function wordsIn(words: number): string {
  return `${Math.max(1, Math.round(words / wordsPerMinute))} min read`;
}
