import type { ExternalLink } from '../../newsroom/model/article.ts';
import { focusOf } from '../../elements/picture/renditions.ts';
import { webAddress } from '../../newsroom/model/web-address.ts';
import type { LogEntry } from '../import-item.ts';
import type { ImportedFields, RelatedField } from '../imported-article.ts';
import { parseStatedTime, toInstant } from '../stated-time.ts';
import type { NinjsObject } from './ninjs-object.ts';
import { localHref, type Origin } from './origin.ts';

/** The fields that come from associations. */
export type AssociationFields = Pick<ImportedFields, 'image' | 'sources' | 'related' | 'corrections'>;

/** Reads pictures, sources, related links and corrections. The picture files are not in the item, and the import does not fetch them. */
export function readAssociations(item: NinjsObject, origin: Origin, log: LogEntry[]): AssociationFields {
  const fields: AssociationFields = {};
  for (const each of item.list('associations')) {
    // An article can use no association without a name and an address.
    const isUsable = origin.writtenByDateline && each.text('name') !== '' && each.text('uri') !== '';
    const rel = isUsable ? each.text('rel') : '';
    if (rel === 'lead') fields.image = imageOf(each);
    else if (rel === 'source') (fields.sources ??= []).push(linkOf(each, localHref(each.text('uri'), origin)));
    else if (rel === 'related') (fields.related ??= []).push(relatedOf(each, origin));
    else if (rel === 'correction') {
      const at = parseStatedTime(each.text('versioncreated', 'firstcreated'));
      const text = each.list('bodies')[0]?.text('value') ?? '';
      if (at !== null && text !== '') (fields.corrections ??= []).push({ at: toInstant(at), text });
    } else if (rel !== 'figure') {
      log.push({
        rule: /^(?:picture|graphic|photo)$/i.test(each.text('type')) ? 'picture-dropped' : 'association-dropped',
        text: [each.text('name'), each.text('uri'), each.inRole('headlines', 'main') || each.text('headline')]
          .filter(Boolean)
          .join(' — '),
      });
    }
  }
  return fields;
}

function imageOf(each: NinjsObject): NonNullable<ImportedFields['image']> {
  const [caption, credit] = [each.inRole('descriptions', 'caption'), each.text('by')];
  const rights = each.text('copyrightnotice') || (each.object('rightsinfo')?.text('linkedrights') ?? '');
  const maker = each.list('infosources').find((source) => source.text('role') === 'credit');
  const creditUrl = webAddress(maker?.text('uri') ?? '');
  const focus = each
    .list('renditions')
    .map(focusIn)
    .find((found) => found !== undefined);
  return {
    src: each.text('name'),
    alt: each.inRole('descriptions', 'alt'),
    ...(caption !== '' && { caption }),
    ...(credit !== '' && { credit }),
    ...(creditUrl !== undefined && { creditUrl }),
    ...(rights !== '' && { rights }),
    ...(focus !== undefined && { focus }),
  };
}

/** What a crop must show, from the point of interest of a rendition, which is in pixels. */
function focusIn(rendition: NinjsObject): string | undefined {
  const poi = rendition.object('poi');
  if (!poi) return undefined;
  const part = (point: string, side: string): number =>
    Math.round((100 * Number(poi.text(point))) / Number(rendition.text(side)));
  const focus = `${part('x', 'width')}% ${part('y', 'height')}%`;
  return focusOf(focus) ? focus : undefined;
}

function relatedOf(each: NinjsObject, origin: Origin): RelatedField {
  const url = localHref(each.text('uri'), origin);
  const link = linkOf(each, url);
  if (!url.startsWith('/')) return link;
  return link.note === undefined ? url : { url, note: link.note };
}

function linkOf(each: NinjsObject, url: string): ExternalLink {
  const source = each.list('infosources')[0]?.text('name') ?? '';
  const note = each.inRole('descriptions', 'note');
  return { url, title: each.text('name'), ...(source !== '' && { source }), ...(note !== '' && { note }) };
}
