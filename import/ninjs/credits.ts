import { isSlug } from '../../newsroom/model/slug.ts';
import type { LogEntry } from '../import-item.ts';
import type { BylineName, CollectionFile, ImportedFields } from '../imported-article.ts';
import { agencyOf } from '../wire/agencies.ts';
import { readByline } from '../wire/byline.ts';
import type { StatedDateline } from '../wire/dateline.ts';
import { placeOf } from '../wire/place.ts';
import type { NinjsObject } from './ninjs-object.ts';
import type { Origin } from './origin.ts';

/** Byline, agency and dateline, and a file for each author who has a page on this site. */
export interface Credits {
  fields: Pick<ImportedFields, 'byline' | 'agency' | 'dateline'>;
  collections: CollectionFile[];
}

/** Reads the credits. `filed` is the day of filing. `inText` is the dateline that was in the text, where other systems have it. */
export function readCredits(
  item: NinjsObject,
  origin: Origin,
  filed: string | undefined,
  inText: StatedDateline | undefined,
  log: LogEntry[],
): Credits {
  return origin.writtenByDateline
    ? ownCredits(item, origin, filed)
    : { fields: foreignCredits(item, filed, inText, log), collections: [] };
}

/** The credits as Dateline writes them: each author is an `infoSources` entry with the role `author`, in the order of the byline. */
function ownCredits(item: NinjsObject, { fromThisSite }: Origin, filed: string | undefined): Credits {
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
    // A slug names a person only on the site that wrote the item. The same slug on another site can be another person.
    if (fromThisSite && isSlug(slug)) {
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
    ...fieldIf('place', address?.text('locality')),
    ...fieldIf('region', address?.text('area')),
    ...fieldIf('country', address?.text('country')),
    ...fieldIf('date', filed),
  };
  return {
    fields: {
      ...(byline.length > 0 && { byline }),
      ...fieldIf('agency', agency),
      ...(Object.keys(dateline).length > 0 && { dateline }),
    },
    collections,
  };
}

/** What a credit line says about each author after the name: `Ada Quill, Correspondent; Bertram Blott, Geneva`. */
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

function addressIn(named: NinjsObject): NinjsObject | undefined {
  return named.list('contactinfo').flatMap((contact) => contact.object('address') ?? [])[0];
}

/** The credits as agencies and other systems write them. */
function foreignCredits(
  item: NinjsObject,
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
    ...fieldIf('place', place?.place),
    ...fieldIf('region', place?.region),
    ...fieldIf('country', place?.country),
    ...fieldIf('date', place && filed),
  };
  return {
    ...(byline.length > 0 && { byline }),
    ...(agency !== undefined && { agency }),
    ...(Object.keys(dateline).length > 0 && { dateline }),
  };
}

/** The byline as it is printed. The list of authors is for items that have no printed byline, or one that cannot be read. */
function bylineOf(item: NinjsObject, log: LogEntry[]): { byline: BylineName[]; agency?: string } {
  const authors = item.list('authors').flatMap((author): BylineName[] => {
    const [name, role] = [author.text('name'), author.text('jobtitle', 'role')];
    return name === '' ? [] : [{ name, ...(role !== '' && !/^(?:author|writer)$/i.test(role) && { role }) }];
  });
  const line = item.text('by', 'byline');
  const read = line === '' ? null : (readByline(line) ?? readByline(`By ${line}`));
  if (read !== null) {
    for (const text of read.dropped) log.push({ rule: 'byline-contact', text });
    const byline = read.authors.map((author) => ({ ...authors.find(({ name }) => name === author.name), ...author }));
    return { byline: byline.length > 0 ? byline : authors, ...(read.agency !== null && { agency: read.agency }) };
  }
  if (authors.length > 0 || line === '') return { byline: authors };
  log.push({ rule: 'byline-as-name', text: line });
  return { byline: [{ name: line }] };
}

/** A field with a text; no field if the text is missing or empty. */
function fieldIf<K extends string>(name: K, text: string | undefined): { [key in K]?: string } {
  const found: { [key in K]?: string } = {};
  if (text !== undefined && text !== '') found[name] = text;
  return found;
}
