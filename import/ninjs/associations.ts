import type { ExternalLink, LogEntry, StoryFields } from '../imported-article.ts';
import { instantOf, momentOf } from '../stated-time.ts';
import type { NinjsItem } from './ninjs-object.ts';
import { atHome, type Origin } from './origin.ts';

/** What belongs to a story beside its text. */
export type Besides = Pick<StoryFields, 'image' | 'sources' | 'related' | 'corrections'>;

/** Reads pictures, sources, related links and corrections. The files of pictures are not in the item, and nobody fetches them. */
export function besidesOf(item: NinjsItem, origin: Origin, log: LogEntry[]): Besides {
  const found: Besides = {};
  for (const each of item.list('associations')) {
    // What has neither name nor address is of no use to an article.
    const rel = origin.ours && each.text('name') !== '' && each.text('uri') !== '' ? each.text('rel') : '';
    if (rel === 'lead') found.image = imageOf(each);
    else if (rel === 'source') (found.sources ??= []).push(linkOf(each, atHome(each.text('uri'), origin)));
    else if (rel === 'related') (found.related ??= []).push(relatedOf(each, origin));
    else if (rel === 'correction') {
      const at = momentOf(each.text('versioncreated', 'firstcreated'));
      const text = each.list('bodies')[0]?.text('value') ?? '';
      if (at !== null && text !== '') (found.corrections ??= []).push({ at: instantOf(at), text });
    } else if (rel !== 'figure') {
      log.push({
        rule: /^(?:picture|graphic|photo)$/i.test(each.text('type')) ? 'picture-dropped' : 'association-dropped',
        text: [each.text('name'), each.text('uri'), each.inRole('headlines', 'main') || each.text('headline')]
          .filter(Boolean)
          .join(' — '),
      });
    }
  }
  return found;
}

function imageOf(each: NinjsItem): NonNullable<StoryFields['image']> {
  const [caption, credit] = [each.inRole('descriptions', 'caption'), each.text('by')];
  return {
    src: each.text('name'),
    alt: each.inRole('descriptions', 'alt'),
    ...(caption !== '' && { caption }),
    ...(credit !== '' && { credit }),
  };
}

function relatedOf(each: NinjsItem, origin: Origin): string | ExternalLink {
  const url = atHome(each.text('uri'), origin);
  return url.startsWith('/') ? url : linkOf(each, url);
}

function linkOf(each: NinjsItem, url: string): ExternalLink {
  const source = each.list('infosources')[0]?.text('name') ?? '';
  const note = each.inRole('descriptions', 'note');
  return { url, title: each.text('name'), ...(source !== '' && { source }), ...(note !== '' && { note }) };
}
