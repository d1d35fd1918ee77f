import { hash } from 'node:crypto';
import { castOf, Prose } from './prose.ts';
import { Chance } from './random.ts';
import { crossheads, places, sections, type Section, type Subject } from './vocabulary.ts';

/** The archive's last day, and how far it goes back. */
const last = Date.parse('2026-01-14T12:00:00Z');
const span = 10 * 365 * 86_400_000;

/** Articles in a row among which those of one topic are about one event: eight of them, on average. */
const eventSpan = 320;

/** The slugs of the authors. */
export const peopleNames = Array.from({ length: 2_000 }, (_, index) => `writer-${index + 1}`);
/** The slugs of the storylines: one for each section. */
export const storylineNames = sections.map(({ slug }) => `${slug}-story`);

/** A number for each topic. */
const topicNumbers = new Map(sections.flatMap((each) => [each, ...each.subjects]).map((each, index) => [each, index]));

/** What other articles may know of an article: made from its number alone. */
export interface Stub {
  address: string;
  headline: string;
  published: string;
  day: string;
}

interface Seed extends Stub {
  chance: Chance;
  prose: Prose;
  section: Section;
  subject: Subject;
  place: (typeof places)[number];
}

/** Article number `index` of `count`, from the oldest on; at another one's time, if `position` is not its own. */
function seedOf(index: number, count: number, position = index): Seed {
  const chance = new Chance(index);
  const section = chance.pick(sections);
  const subject = chance.happens(0.9) ? chance.pickByRank(section.subjects) : section;
  const place = chance.pick(places);
  const prose = new Prose(chance, section, subject);
  prose.follow(
    castOf(new Chance(1_000_000_000 + 1_000 * Math.floor(index / eventSpan) + (topicNumbers.get(subject) ?? 0))),
  );
  const headline = prose.headline();
  const minute = 60_000;
  const instant = last - Math.round(((count - 1 - position) * span) / count / minute) * minute;
  const local = new Date(instant + place.offset * 60 * minute).toISOString();
  const day = local.slice(0, 10);
  const slug = `${headline
    .toLowerCase()
    .replaceAll('é', 'e')
    .replace(/[^a-z0-9]+/g, '-')}-${index + 1}`;
  const published = local.slice(0, 19) + zone(place.offset);
  return {
    address: `/${day.replaceAll('-', '/')}/${slug}`,
    headline,
    published,
    day,
    chance,
    prose,
    section,
    subject,
    place,
  };
}

/** Article number `count` is the next one after a newsroom of that many. */
export function stubOf(index: number, count: number): Stub {
  const { address, headline, published, day } = seedOf(index, count);
  return { address, headline, published, day };
}

/** The address of an article and the text of its file; `position` is that of `seedOf`. */
export function articleOf(index: number, count: number, position = index): { address: string; text: string } {
  const seed = seedOf(index, count, position);
  return {
    address: seed.address,
    text: `---\n${frontMatterOf(seed, index, count)}---\n\n${bodyOf(seed, index, count)}`,
  };
}

function frontMatterOf(seed: Seed, index: number, count: number): string {
  const { chance, prose, section, subject, place } = seed;
  const digest = hash('sha256', `bench ${index}`);
  const id = [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `8${digest.slice(13, 16)}`,
    `a${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ].join('-');
  const other = chance.pickByRank(chance.pick(sections).subjects).slug;
  const topics = new Set([
    subject.slug,
    ...(subject === section ? [] : [section.slug]),
    ...(chance.happens(0.3) ? [other] : []),
  ]);
  return [
    `id: urn:uuid:${id}`,
    `headline: ${JSON.stringify(seed.headline)}`,
    `standfirst: ${JSON.stringify(prose.sentence())}`,
    `type: ${chance.pick(['news', 'news', 'news', 'news', 'analysis', 'explainer', 'opinion'])}`,
    `byline: [${chance.pickByRank(peopleNames)}]`,
    ...(chance.happens(0.35) ? [`agency: ${chance.pick(['AFP', 'UPI'])}`] : []),
    `dateline: { place: ${place.place}, country: ${JSON.stringify(place.country)}, date: ${seed.day} }`,
    `published: ${seed.published}`,
    `topics: [${[...topics].join(', ')}]`,
    ...(chance.happens(0.04) ? storylineField(seed) : []),
    ...(index > 0 && chance.happens(0.2) ? ['related:', `  - ${earlier(chance, index, count).address}`] : []),
    '',
  ].join('\n');
}

/** Makes an article one of its section's storyline: the text that follows is about the people and towns of that story. */
function storylineField({ prose, section }: Seed): string[] {
  prose.follow(castOf(new Chance(2_000_000_000 + sections.indexOf(section))));
  return [`storyline: ${section.slug}-story`];
}

/** Some 800 words: four parts with crossheads, links to earlier articles, at times a list or a fact box. */
function bodyOf(seed: Seed, index: number, count: number): string {
  const { chance, prose } = seed;
  const blocks: string[] = [];
  const withBox = chance.happens(0.25) ? chance.below(4) : -1;
  const withList = chance.happens(0.3) ? chance.below(4) : -1;
  const titles = new Set<string>();
  while (titles.size < 3) titles.add(chance.pick(crossheads));
  ['', ...titles].forEach((title, part) => {
    if (title) blocks.push(`## ${title}`);
    blocks.push(prose.paragraph(48), linked(seed, index, count), prose.paragraph(52));
    if (part === withList) blocks.push([1, 2, 3, 4].map(() => `- ${prose.point()}`).join('\n'));
    if (part === withBox) {
      const table = [
        '| Year | Share |',
        '|---|---:|',
        ...[1985, 2005, 2025].map((year) => `| ${year} | ${chance.below(100)}% |`),
      ].join('\n');
      blocks.push(`<FactBox title="In figures">\n${prose.sentence()}\n\n${table}\n</FactBox>`);
    }
  });
  return `${blocks.join('\n\n')}\n`;
}

/** A paragraph that may lead to an earlier article. */
function linked({ chance, prose }: Seed, index: number, count: number): string {
  const text = prose.paragraph(48);
  if (index === 0 || !chance.happens(0.5)) return text;
  return `${text} It was [reported earlier](${earlier(chance, index, count).address}) that *${prose.headline().toLowerCase()}*.`;
}

/** Mostly of late: newsrooms link to last month more than to last decade. */
function earlier(chance: Chance, index: number, count: number): Stub {
  const back = 1 + Math.floor(chance.next() ** 3 * index);
  return stubOf(Math.max(0, index - back), count);
}

function zone(hours: number): string {
  if (hours === 0) return 'Z';
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${hours < 0 ? '-' : '+'}${two(Math.floor(Math.abs(hours)))}:${two((Math.abs(hours) % 1) * 60)}`;
}
