import { isSlug } from '../../newsroom/model/slug.ts';
import type { BylineName, CollectionFile, LogEntry, StoryFields } from '../imported-article.ts';
import { agencyOf } from '../wire/agencies.ts';
import { readByline } from '../wire/byline.ts';
import type { StatedDateline } from '../wire/dateline.ts';
import { placeOf } from '../wire/place.ts';
import type { NinjsItem } from './ninjs-object.ts';
import type { Origin } from './origin.ts';

/** Who wrote it, whose copy it is, and from where; with a file for each author who has a page here. */
export interface Credits {
  fields: Pick<StoryFields, 'byline' | 'agency' | 'dateline'>;
  collections: CollectionFile[];
}

/** Reads the credits. `filed` is the day of filing; `inText` the dateline that stood in the text, of which others have theirs. */
export function creditsOf(
  item: NinjsItem,
  origin: Origin,
  filed: string | undefined,
  inText: StatedDateline | undefined,
  log: LogEntry[],
): Credits {
  return origin.ours
    ? ownCredits(item, origin, filed)
    : { fields: creditsOfOthers(item, filed, inText, log), collections: [] };
}

/** As we write them: authors are sources of information in the role `author`, in their order. */
function ownCredits(item: NinjsItem, { home }: Origin, filed: string | undefined): Credits {
  const sources = item.list('infosources');
  const organizations = new Set(item.list('organisations').map((each) => each.text('name')));
  const authors = sources.filter((each) => each.text('role') === 'author' && each.text('name') !== '');
  const details = detailsIn(
    item.text('by'),
    authors.map((each) => each.text('name')),
  );
  const collections: CollectionFile[] = [];
  const byline = authors.map((each, index): string | BylineName => {
    const [name, slug] = [each.text('name'), each.text('literal')];
    // A person's page is the newsroom's own: somebody of the same name elsewhere is another person.
    if (home && isSlug(slug)) {
      const fields = { name, ...(organizations.has(name) && { kind: 'organization' }) };
      collections.push({ folder: 'people', slug, fields, body: '' });
      return slug;
    }
    const place = addressIn(each)?.text('locality') ?? '';
    const detail = details[index] ?? '';
    const role = place === '' ? detail : detail.slice(0, Math.max(0, detail.length - place.length)).replace(/, $/, '');
    return {
      name,
      ...(organizations.has(name) && { kind: 'organization' as const }),
      ...(role !== '' && { role }),
      ...(place !== '' && { place }),
    };
  });
  const agency = sources.find((each) => each.text('role') === 'agency')?.text('name') ?? '';
  const located = item.list('places').find((each) => each.text('rel') === 'located');
  const address = located && addressIn(located);
  const dateline = {
    ...some('place', address?.text('locality')),
    ...some('region', address?.text('area')),
    ...some('country', address?.text('country')),
    ...some('date', filed),
  };
  return {
    fields: {
      ...(byline.length > 0 && { byline }),
      ...some('agency', agency),
      ...(Object.keys(dateline).length > 0 && { dateline }),
    },
    collections,
  };
}

/** What a credit line says of each author behind the name: `Ada Quill, Correspondent; Bertram Blott, Geneva`. */
function detailsIn(line: string, names: readonly string[]): string[] {
  let rest = line;
  return names.map((name, index) => {
    if (!rest.startsWith(name)) return '';
    const next = names[index + 1];
    const end = next === undefined ? rest.length : rest.indexOf(`; ${next}`);
    const detail = end < 0 ? '' : rest.slice(name.length, end);
    rest = end < 0 ? rest : rest.slice(end + 2);
    return detail.startsWith(', ') ? detail.slice(2) : '';
  });
}

function addressIn(named: NinjsItem): NinjsItem | undefined {
  return named.list('contactinfo').flatMap((contact) => contact.object('address') ?? [])[0];
}

function creditsOfOthers(
  item: NinjsItem,
  filed: string | undefined,
  inText: StatedDateline | undefined,
  log: LogEntry[],
): Credits['fields'] {
  const { byline, agency: named } = bylineOf(item, log);
  const suppliers = [
    ...item.list('infosources', 'infosource').map((each) => each.text('name')),
    item.text('source'),
    item.text('copyrightholder'),
  ];
  const agency =
    named ?? suppliers.map((name) => agencyOf(name)).find((each) => each !== undefined) ?? inText?.agency ?? undefined;
  const located = item.text('located') || (inText?.place ?? '');
  const place = located === '' ? undefined : placeOf(located);
  const dateline = {
    ...some('place', place?.place),
    ...some('region', place?.region),
    ...some('country', place?.country),
    ...some('date', place && filed),
  };
  return {
    ...(byline.length > 0 && { byline }),
    ...(agency !== undefined && { agency }),
    ...(Object.keys(dateline).length > 0 && { dateline }),
  };
}

function bylineOf(item: NinjsItem, log: LogEntry[]): { byline: BylineName[]; agency?: string } {
  const stated = item.list('authors').flatMap((author): BylineName[] => {
    const [name, role] = [author.text('name'), author.text('jobtitle', 'role')];
    return name === '' ? [] : [{ name, ...(role !== '' && !/^(?:author|writer)$/i.test(role) && { role }) }];
  });
  if (stated.length > 0) return { byline: stated };
  const line = item.text('by', 'byline');
  if (line === '') return { byline: [] };
  const read = readByline(line) ?? readByline(`By ${line}`);
  if (read === null) {
    log.push({ rule: 'byline-as-name', text: line });
    return { byline: [{ name: line }] };
  }
  for (const text of read.dropped) log.push({ rule: 'byline-contact', text });
  return { byline: read.authors, ...(read.agency !== null && { agency: read.agency }) };
}

function some<K extends string>(name: K, text: string | undefined): { [key in K]?: string } {
  const found: { [key in K]?: string } = {};
  if (text !== undefined && text !== '') found[name] = text;
  return found;
}
