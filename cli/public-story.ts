import { addressOf } from '../newsroom/compile/collisions.ts';
import type { Edition } from '../newsroom/edition/edition.ts';
import type { Lookup } from '../newsroom/edition/lookup.ts';
import type { FullStory } from '../newsroom/edition/public.ts';
import { normalPath } from '../newsroom/model/path.ts';
import type { PresentTitles } from './present-titles.ts';

const onThisMachine = /^http:\/\/(?:([a-z\d-]+)\.localhost|localhost|127\.0\.0\.1|\[::1\])(?::\d+)?(?=\/)/;

/**
 * Calls `use` with a public article, by what a person may have at hand: its address, with or without the slash or the site in front,
 * also that of a site on this machine; an old address that leads to it; or the path of its file. It is read on the title that
 * is `asked` for; else on the one that the address names, else on the first one, and on another one where only that shows it.
 * Returns `undefined` if there is no such article.
 */
export function withPublicStory<T>(
  titles: PresentTitles,
  asked: string | undefined,
  words: string,
  use: (edition: Edition, story: FullStory, title: string | undefined) => T,
): T | undefined {
  const { title: named, address } = addressIn(titles, words);
  const path = normalPath(address);
  if (path === undefined) return undefined;
  return titles.at(asked ?? named, (edition, title) => {
    const found = present(edition, path);
    if (found.state === 'public') return use(edition, found.story, title);
    if (found.state !== 'elsewhere' || asked !== undefined) return undefined;
    return titles.at(found.title.slug, (other, owner) => {
      const there = other.lookup(found.address);
      return there.state === 'public' ? use(other, there.story, owner) : undefined;
    });
  });
}

/** What a path answers, or what the address answers to which it leads. */
function present(edition: Edition, path: string): Lookup {
  const found = edition.lookup(path);
  return found.state === 'redirect' ? edition.lookup(found.to) : found;
}

/** The title that an address names, if it names one, and its path. */
function addressIn(titles: PresentTitles, words: string): { title: string | undefined; address: string } {
  const file = /(?:^|\/)(articles\/\d{4}\/\d{2}\/\d{2}\/[^/]+\.mdx?)$/.exec(words)?.[1];
  if (file !== undefined) return { title: undefined, address: addressOf(file) };
  const [local = '', name] = onThisMachine.exec(words) ?? [];
  const own = titles.at(undefined, ({ site }, title) => ({ urls: [site.url], slug: title }));
  const title = [own, ...titles.all]
    .flatMap(({ slug, urls }) => urls.map((url) => ({ slug, url })))
    .find(({ url }) => words.startsWith(`${url}/`));
  const rest = words.slice((title?.url ?? local).length);
  return {
    title: title?.slug ?? titles.all.find(({ slug }) => slug === name)?.slug,
    address: /^\d{4}\//.test(rest) ? `/${rest}` : rest,
  };
}
