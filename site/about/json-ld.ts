import type { Thing } from 'schema-dts';
import { absolute } from '../addresses/absolute.ts';
import { websiteId } from '../json-ld/ids.ts';
import { describeOrganization } from '../json-ld/organization.ts';
import type { AboutView } from './view.ts';

/** The page, and the newsroom with its publisher: only this page shows the publisher (rule D15). */
export function describeAbout(view: AboutView): Thing[] {
  const { layout, path, title, publisher } = view;
  const { site } = layout;
  const url = absolute(site.url, path);
  return [
    {
      '@type': 'AboutPage',
      '@id': url,
      url,
      name: title,
      inLanguage: site.language,
      isPartOf: { '@id': websiteId(site.url) },
    },
    {
      ...describeOrganization(layout, view),
      ...(publisher?.founded !== undefined && { foundingDate: publisher.founded }),
      ...(publisher?.email !== undefined && { email: publisher.email }),
      ...(publisher?.address !== undefined && { address: publisher.address }),
      ...(publisher && {
        parentOrganization: {
          '@type': 'Organization',
          name: publisher.name,
          ...(publisher.url !== undefined && { url: publisher.url }),
        },
      }),
    },
  ];
}
