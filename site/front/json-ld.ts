import type { Thing } from 'schema-dts';
import { organizationId, websiteId } from '../json-ld/ids.ts';
import { describeList, storyEntry } from '../json-ld/lists.ts';
import { describeOrganization } from '../json-ld/organization.ts';
import type { LayoutData } from '../shell/layout-data.ts';
import { frontHead } from './head.ts';
import { storiesOnFront, type FrontView } from './view.ts';

/** The site, its newsroom, and the stories on the page. */
export function describeFront(view: FrontView): Thing[] {
  const { layout, masthead } = view;
  return [
    describeWebsite(layout),
    describeOrganization(layout, masthead),
    ...describeList(
      view,
      frontHead(view).title,
      storiesOnFront(view).map(({ story }) => storyEntry(story)),
    ),
  ];
}

/** The site: described on its front page only (rule D9). */
function describeWebsite({ site }: LayoutData): Thing {
  return {
    '@type': 'WebSite',
    '@id': websiteId(site.url),
    url: `${site.url}/`,
    name: site.name,
    ...(site.description !== undefined && { description: site.description }),
    inLanguage: site.language,
    publisher: { '@id': organizationId(site.url) },
  };
}
