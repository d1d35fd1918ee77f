import type { Edition } from '../../newsroom/edition/edition.ts';
import type { PublicFront } from '../../newsroom/edition/front.ts';
import type { Story } from '../../newsroom/edition/public.ts';
import type { Accent } from '../../newsroom/model/collection.ts';
import { mostOnFront } from '../../newsroom/model/front.ts';
import { localTime } from '../shell/local-time.ts';
import { accentOf, layoutDataOf, mastheadOf, type FrameLink, type Masthead } from '../shell/layout-data.ts';
import { byProminence, inOneLanguage, Shown, type Package, type Teaser } from '../shell/package/package.ts';
import type { PageView } from '../shell/page-view.ts';
import { collectionPath, normalPath } from '../addresses/routes.ts';
import { Packages } from './packages.ts';

export interface FrontView extends PageView {
  page: 'front';
  /** The day of the newest story in the time zone of the site, as `2026-01-13`. */
  day: string;
  lead: Teaser;
  /** Stories under the lead, on the same subject. */
  subs: Teaser[];
  /** Stories beside the lead. */
  seconds: Teaser[];
  latest: LatestStory[];
  numbers: FrontNumber[];
  running?: RunningStory;
  /** Packages that are beside each other, from the top of the page. */
  rows: Package[][];
  masthead: Masthead;
}

interface LatestStory extends Teaser {
  /** The time in the time zone of the site: `2026-01-13T18:30`. */
  at: string;
}

interface FrontNumber {
  value: string;
  label: string;
  url: string;
  accent: Accent;
}

/** A storyline below the top of the page. */
interface RunningStory {
  title: string;
  href: string;
  accent: Accent;
  /** How many stories it has. */
  count: number;
  /** The topics that it belongs to. */
  links: FrameLink[];
  stories: Teaser[];
  /** What happened, the first day first. `ahead`: later than the day of the page. */
  dates: { date: string; text: string; ahead: boolean }[];
}

/** How many of the newest stories can come to the top of the page. */
const candidates = 60;
/** The fewest stories with which a front has stories on the lead's subject, and a running story. */
const enough = { subs: 16, running: 12 };

/**
 * The front page: the slots that an editor has filled, and the rest by what is newest and most urgent. No story and no
 * picture is on it twice. Its day is that of the newest story, so the same content gives the same page on any day.
 * `undefined` where there is no public story.
 */
export function frontView(edition: Edition): FrontView | undefined {
  const layout = layoutDataOf(edition);
  const front = edition.front;
  const shown = new Shown(edition, reservedIn(front));
  const all = edition.newest('all', '', candidates);
  const [first] = all;
  if (!first) return undefined;
  const newest = shown.free(inOneLanguage(edition, all));
  const isRich = (least: number): boolean => newest.length >= least;
  const day = localTime(edition, first).slice(0, 10);

  const lead = shown.show(front.lead ?? leadOf(edition, newest) ?? first, true);
  const packages = new Packages(edition, front, shown);
  const running = runningOf(edition, front, shown, lead.story, day, isRich(enough.running) ? newest : []);
  const seconds = secondsOf(edition, front, shown, lead.story, newest);
  // Packages of a type take their stories now, so that the latest ones do not show them above.
  packages.claim();
  const latest = shown
    .free(newest)
    .slice(0, newest.length >= 40 ? 8 : isRich(enough.subs) ? 6 : 5)
    .map((story): LatestStory => ({ ...shown.show(story), at: localTime(edition, story) }));
  const older = [...newest, ...kinOf(edition, lead.story)];
  const kin = [...new Map(older.map((story) => [story.address, story])).values()].filter((story) =>
    areKin(story, lead.story),
  );
  const subs = isRich(enough.subs)
    ? shown
        .free(kin)
        .slice(0, 4)
        .map((story) => shown.show(story))
    : [];
  return {
    page: 'front',
    path: '/',
    layout,
    day,
    lead,
    subs,
    seconds,
    latest,
    numbers: front.numbers.map(({ value, label, url }) => ({ value, label, url, accent: accentAt(edition, url) })),
    ...(running && { running }),
    rows: packages.make(),
    masthead: mastheadOf(edition),
  };
}

/** The stories that an editor has put into a slot: no other slot takes them. */
function reservedIn({ lead, seconds, running, packages = [] }: PublicFront): Story[] {
  return [...(lead ? [lead] : []), ...seconds, ...(running?.pinned ?? []), ...packages.flatMap(({ pinned }) => pinned)];
}

function leadOf(edition: Edition, newest: readonly Story[]): Story | undefined {
  return byProminence(edition, newest)[0];
}

/** Stories beside the lead: stories on other subjects first. The first one has a picture if one of them has. */
function secondsOf(
  edition: Edition,
  { seconds: pinned, fillsSeconds }: PublicFront,
  shown: Shown,
  lead: Story,
  newest: readonly Story[],
): Teaser[] {
  if (!fillsSeconds) return [];
  const others = byProminence(edition, shown.free(newest));
  const isFar = (story: Story): boolean => !areKin(story, lead);
  const sorted = [...others.filter(isFar), ...others.filter((story) => !isFar(story)), ...shown.free(newest)];
  const stories = [...new Set([...pinned, ...breadth(edition, sorted)])];
  const first = pinned[0] ?? stories.slice(0, 8).find((story) => shown.hasFreePicture(story)) ?? stories[0];
  return [...new Set([...(first ? [first] : []), ...stories])]
    .slice(0, mostOnFront.seconds)
    .map((story, index) => shown.show(story, index === 0));
}

/** The same stories, with the first one of each section before the others: the top of the page shows the breadth of the day. */
function breadth(edition: Edition, stories: readonly Story[]): Story[] {
  const sections = new Set<string>();
  const firsts = stories.slice(0, 12).filter(({ topics: [topic = ''] }) => {
    const section = edition.topicsAbove(topic)[0]?.slug ?? topic;
    if (sections.has(section)) return false;
    sections.add(section);
    return true;
  });
  return [...firsts, ...stories];
}

/** Whether two stories are about one thing: their storyline, or else their first topic. */
function areKin(a: Story, b: Story): boolean {
  return (
    (a.storyline !== undefined && a.storyline === b.storyline) ||
    (a.topics[0] !== undefined && a.topics[0] === b.topics[0])
  );
}

/** Stories of the lead's storyline, which may be older than the newest ones. */
function kinOf(edition: Edition, { storyline }: Story): Story[] {
  return storyline === undefined ? [] : inOneLanguage(edition, edition.newest('storyline', storyline, 12));
}

/** The storyline that an editor has chosen; else the running one with the newest story that is not the lead's. */
function runningOf(
  edition: Edition,
  front: PublicFront,
  shown: Shown,
  lead: Story,
  day: string,
  newest: readonly Story[],
): RunningStory | undefined {
  const slugs = front.running
    ? [front.running.storyline]
    : [...new Set(newest.map(({ storyline }) => storyline))].filter((slug) => slug !== lead.storyline);
  for (const slug of slugs.slice(0, 5)) {
    const line = slug === undefined ? undefined : edition.storyline(slug);
    if (slug === undefined || !line || (!front.running && line.status !== 'running')) continue;
    const pinned = front.running?.pinned ?? [];
    const others = shown.free(inOneLanguage(edition, edition.newest('storyline', slug, 24)));
    const first = pinned[0] ?? others.slice(0, 4).find((story) => shown.hasFreePicture(story)) ?? others[0];
    const stories = [...new Set([...(first ? [first] : []), ...pinned, ...others])].slice(0, mostOnFront.developments);
    if (stories.length < (front.running ? 1 : 3)) continue;
    return {
      title: line.title,
      href: collectionPath('storyline', slug),
      accent: accentOf(edition, line.topics),
      count: edition.storyCount('storyline', slug),
      links: line.topics.slice(0, 2).flatMap((topic) => {
        const found = edition.topic(topic);
        return found ? [{ href: collectionPath('topic', topic), title: found.title }] : [];
      }),
      stories: stories.map((story, index) => shown.show(story, index === 0)),
      dates: (front.running?.dates ?? [])
        .toSorted((a, b) => Date.parse(a.date) - Date.parse(b.date))
        .slice(-mostOnFront.dates)
        .map(({ date, text }) => ({ date, text, ahead: date > day })),
    };
  }
  return undefined;
}

/** The colour of what a number leads to. */
function accentAt(edition: Edition, url: string): Accent {
  return accentOf(edition, edition.story(normalPath(url) ?? url)?.topics ?? []);
}

/** All stories of the page, in its order. */
export function storiesOnFront({
  lead,
  subs,
  seconds,
  latest,
  running,
  rows,
}: Pick<FrontView, 'subs' | 'seconds' | 'latest' | 'rows'> & Partial<Pick<FrontView, 'lead' | 'running'>>): Teaser[] {
  return [
    ...(lead ? [lead] : []),
    ...subs,
    ...seconds,
    ...latest,
    ...(running?.stories ?? []),
    ...rows.flat().flatMap(({ stories }) => stories),
  ];
}
