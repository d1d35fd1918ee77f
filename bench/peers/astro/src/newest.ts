import { getCollection } from 'astro:content';

let sorted;

/** Every article, the newest first. */
export async function newestFirst() {
  return (sorted ??= (await getCollection('articles')).sort(
    (a, b) => Date.parse(b.data.published) - Date.parse(a.data.published),
  ));
}
