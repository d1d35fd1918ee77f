import type { AboutPage, ContactPage, NewsMediaOrganizationLeaf, Thing, WebPage } from 'schema-dts';
import { absolute } from '../addresses/absolute.ts';
import { breadcrumbs, organizationId, websiteId } from '../json-ld/ids.ts';
import { describeOrganization } from '../json-ld/organization.ts';
import type { LayoutData, Masthead } from '../shell/layout-data.ts';
import type { StaticPageView } from './view.ts';

/** The page. The page about the newsroom also describes the newsroom with its publisher, whom no other page shows (rule D15). */
export function describeStaticPage(view: StaticPageView): Thing[] {
  const { layout, path, title, description, crumbs, masthead, contact, purpose } = view;
  const { site } = layout;
  const url = absolute(site.url, path);
  const page = {
    '@id': url,
    url,
    name: title,
    ...(description !== undefined && purpose !== 'about' && { description }),
    inLanguage: site.language,
    isPartOf: { '@id': websiteId(site.url) },
    ...(purpose !== 'other' && { about: { '@id': organizationId(site.url) } }),
  };
  return [
    typed(purpose, page),
    ...breadcrumbs(site.url, path, crumbs, title),
    ...(masthead ? [{ ...describePublished(layout, masthead), ...contactPoint(contact) }] : []),
    ...(!masthead && contact ? [{ ...newsroom(layout), ...contactPoint(contact) }] : []),
  ];
}

type Described = Pick<Exclude<WebPage, string>, 'name' | 'url' | '@id'>;

function typed(purpose: StaticPageView['purpose'], page: Described): AboutPage | ContactPage | WebPage {
  switch (purpose) {
    case 'about':
      return { '@type': 'AboutPage', ...page };
    case 'contact':
      return { '@type': 'ContactPage', ...page };
    case 'other':
      return { '@type': 'WebPage', ...page };
  }
}

function newsroom({ site }: LayoutData): NewsMediaOrganizationLeaf {
  return { '@type': 'NewsMediaOrganization', '@id': organizationId(site.url), url: `${site.url}/`, name: site.name };
}

function contactPoint(contact: StaticPageView['contact']): Pick<NewsMediaOrganizationLeaf, 'contactPoint'> {
  if (!contact) return {};
  const { email, telephone } = contact;
  return {
    contactPoint: {
      '@type': 'ContactPoint',
      contactType: 'newsroom',
      ...(email !== undefined && { email }),
      ...(telephone !== undefined && { telephone }),
    },
  };
}

function describePublished(layout: LayoutData, masthead: Masthead): NewsMediaOrganizationLeaf {
  const { publisher } = masthead;
  return {
    ...describeOrganization(layout, masthead),
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
  };
}
