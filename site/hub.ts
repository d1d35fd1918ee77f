import type { Edition } from '../newsroom/edition/edition.ts';
import type { Hub } from '../newsroom/edition/hubs.ts';
import type { HubKind } from '../newsroom/model/hub.ts';
import { listPage } from './paging.ts';
import { passageOf } from './passage.ts';
import { hubPath, pathOf } from './routes.ts';
import { accentOf, crumbsOf, frameOf } from './sections.ts';
import type { HubDetail, View } from './views.ts';

/** A hub's page; `undefined` where no public article names it, or it has no such page. */
export function hubView(edition: Edition, kind: HubKind, slug: string, number?: number): View | undefined {
  const hub = edition.hub(kind, slug);
  const list = hub && listPage(edition, kind, slug, number);
  if (!hub || !list) return undefined;
  const path = pathOf({ page: 'hub', kind, slug, ...(number !== undefined && { number }) });
  const topic =
    kind === 'topic' ? slug : kind === 'storyline' ? edition.storyline(slug)?.topics[0] : list.stories[0]?.topics[0];
  // An older page is its list and no more, so that it stays as it is.
  const whole = number === undefined;
  const own = whole ? [] : [{ title: hub.title, path: hubPath(kind, slug) }];
  return {
    page: 'hub',
    path,
    frame: frameOf(edition),
    hub: { kind, slug, title: hub.title },
    accent: accentOf(edition, topic),
    crumbs: [...(kind === 'topic' ? crumbsOf(edition, slug, false) : []), ...own],
    list,
    detail: whole ? detailOf(edition, kind, slug) : { links: [], topics: [], storylines: [] },
  };
}

function detailOf(edition: Edition, kind: HubKind, slug: string): HubDetail {
  const none: HubDetail = { links: [], topics: [], storylines: [] };
  switch (kind) {
    case 'topic': {
      const topic = edition.topic(slug);
      if (!topic) return none;
      return {
        ...(topic.standfirst !== undefined && { standfirst: topic.standfirst }),
        passage: passageOf(edition, topic.introduction),
        links: [],
        topics: edition.topicsUnder(slug).flatMap((below) => edition.hub('topic', below.slug) ?? []),
        storylines: edition.hubs('storyline').filter((line) => edition.storyline(line.slug)?.topics.includes(slug)),
      };
    }
    case 'person': {
      const person = edition.person(slug);
      if (!person) return none;
      return {
        ...none,
        ...(person.role !== undefined && { role: person.role }),
        ...(person.kind === 'organization' && { organization: true as const }),
        passage: passageOf(edition, person.biography),
        links: person.links,
      };
    }
    case 'storyline': {
      const line = edition.storyline(slug);
      if (!line) return none;
      return {
        ...none,
        status: line.status,
        passage: passageOf(edition, line.soFar),
        topics: line.topics.flatMap((topic): Hub[] => {
          const hub = edition.hub('topic', topic);
          return hub ? [hub] : [];
        }),
      };
    }
    case 'place':
    case 'agency':
      return none;
  }
}
