import type { Edition } from '../newsroom/edition/edition.ts';
import { collectionKinds } from '../newsroom/model/collection.ts';
import type { TestNewsroom } from '../newsroom/testing.ts';
import { answer, digestOf } from './answer.ts';
import type { PageName, View, ViewOf } from './pages.ts';
import { fullPages } from './shell/paging.ts';
import { collectionPath } from './addresses/routes.ts';

/** Every path at which an edition has a page, without those of histories and versions. */
export function pathsOf(edition: Edition): string[] {
  const pages = (path: string, count: number): string[] => [
    path,
    ...Array.from({ length: fullPages(count) }, (_, index) => `${path}/page/${index + 1}`),
  ];
  const days = edition.days('');
  return [
    '/',
    '/about',
    '/topics',
    '/corrections',
    ...new Set(days.flatMap(({ day }) => [`/${day.slice(0, 4)}`, `/${day.slice(0, 7)}`])),
    ...days.flatMap(({ day, count }) => pages(`/${day}`, count)),
    ...edition.newest('all', '', 10_000).flatMap(({ address }) => [address, `${address}/related`]),
    ...collectionKinds.flatMap((kind) =>
      edition
        .collections(kind)
        .flatMap(({ slug, count }) => [
          ...pages(collectionPath(kind, slug), count),
          ...(kind === 'topic' ? [`${collectionPath(kind, slug)}/links`] : []),
        ]),
    ),
  ];
}

/** The view at a path. Throws where the page is of another kind, or where there is none. */
export function viewAt<P extends PageName>(edition: Edition, path: string, kind: P): ViewOf<P> {
  const found = answer(edition, path);
  if (found.status === 308 || !isOf(found.view, kind)) throw new TypeError(`There is no “${kind}” at ${path}.`);
  return found.view;
}

function isOf<P extends PageName>(view: View, kind: P): view is ViewOf<P> {
  return view.page === kind;
}

/** What each path answers, as JSON; of the paths given, or of all that have a page. */
export function answersOf(newsroom: TestNewsroom, now: string, paths?: readonly string[]): Map<string, string> {
  return newsroom.at(
    now,
    (edition) => new Map((paths ?? pathsOf(edition)).map((path) => [path, JSON.stringify(answer(edition, path))])),
  );
}

/** The status of each path, with the digest of its page or the address to go to instead. */
export function digestsOf(newsroom: TestNewsroom, now: string, paths?: readonly string[]): Map<string, string> {
  return newsroom.at(now, (edition) => {
    const digest = (path: string): string => {
      const found = answer(edition, path);
      return `${found.status} ${found.status === 308 ? found.to : digestOf(found.view)}`;
    };
    return new Map((paths ?? pathsOf(edition)).map((path) => [path, digest(path)]));
  });
}
