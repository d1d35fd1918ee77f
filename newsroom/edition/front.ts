import type { Front, FrontPackage } from '../model/front.ts';
import { textOf } from '../store/store.ts';
import { isCollection } from './collections.ts';
import type { EditionContext } from './context.ts';
import { publicHref } from './links.ts';
import type { Story } from './public.ts';
import { storyOrRenamed } from './related.ts';
import { titlesOf } from './titles.ts';

/** What an editor has put on the front page, as far as it is public. Every story is in it once. */
export interface PublicFront {
  lead?: Story;
  /** Articles beside the lead. */
  seconds: Story[];
  /** Whether the site adds articles beside the lead: an editor may want none. */
  fillsSeconds: boolean;
  numbers: Front['numbers'];
  running?: Omit<NonNullable<Front['running']>, 'pinned'> & { pinned: Story[] };
  /** Missing where the site decides on the packages. */
  packages?: (Omit<FrontPackage, 'pinned'> & { pinned: Story[] })[];
}

/** The front of the title. `front.yaml` is that of a newsroom that is one site, or else of the first title, if it has none of its own. */
function frontFileOf(context: EditionContext): Front | undefined {
  const { all, own } = titlesOf(context);
  if (own && (own.front || own !== all[0])) return own.front;
  const row = context.store.get("SELECT value FROM entity WHERE kind = 'front'");
  return row && JSON.parse(textOf(row, 'value'));
}

/** The slots that an editor has filled; all are empty where there are none. */
export function frontOf(context: EditionContext): PublicFront {
  const front = frontFileOf(context);
  if (!front) return { seconds: [], fillsSeconds: true, numbers: [] };
  const { lead, seconds, numbers, running, packages } = front;
  const taken = new Set<string>();
  // Two addresses may be those of one article: an old one and the present one.
  const pinned = (addresses: readonly string[]): Story[] =>
    addresses.flatMap((address) => {
      const story = storyOrRenamed(context, address);
      if (!story || taken.has(story.address)) return [];
      taken.add(story.address);
      return [story];
    });
  // A slot for what is not public has no place on the page, so the stories pinned to it are free for the others.
  const hasPage = ({ topic, storyline }: { topic?: string | undefined; storyline?: string | undefined }): boolean =>
    (topic === undefined || isCollection(context, 'topic', topic)) &&
    (storyline === undefined || isCollection(context, 'storyline', storyline));
  const [first] = lead === undefined ? [] : pinned([lead]);
  return {
    ...(first && { lead: first }),
    seconds: pinned(seconds ?? []),
    fillsSeconds: seconds?.length !== 0,
    numbers: numbers.flatMap((number) => {
      const url = publicHref(context, number.url);
      return url === undefined ? [] : [{ ...number, url }];
    }),
    ...(running && hasPage(running) && { running: { ...running, pinned: pinned(running.pinned) } }),
    ...(packages && {
      packages: packages.map((each) => ({ ...each, pinned: hasPage(each) ? pinned(each.pinned) : [] })),
    }),
  };
}
