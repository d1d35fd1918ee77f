import type { ArticleLeaf, NewsArticleLeaf, Organization, Person, Place, Thing } from 'schema-dts';
import type { BylineName, FullStory } from '../../newsroom/edition/public.ts';
import type { ArticleType } from '../../newsroom/model/article.ts';
import { shorten } from '../../newsroom/model/text.ts';
import { changedDate, publishedDate } from '../../newsroom/model/publication.ts';
import { datelineOf } from '../words/dateline.ts';
import { collectionPath } from '../addresses/routes.ts';
import { firstPublished } from './first-published.ts';
import { showsRole } from './shows-role.ts';
import type { ArticleView } from './view.ts';
import { absolute, absoluteHref } from '../addresses/absolute.ts';
import { breadcrumbs, imagesOf, organizationId, thingId, websiteId, type DescribedPicture } from '../json-ld/ids.ts';
import { describeStoryline } from '../json-ld/lists.ts';
import { personName } from '../json-ld/person-name.ts';

/** The class in schema.org of each type of work (rule D6). A text that the newsroom did not write is no news article. */
const classes = {
  news: 'ReportageNewsArticle',
  analysis: 'AnalysisNewsArticle',
  opinion: 'OpinionNewsArticle',
  explainer: 'BackgroundNewsArticle',
  interview: 'ReportageNewsArticle',
  // Not LiveBlogPosting, which lists its updates one by one (rule D12): a body does not separate its updates.
  live: 'ReportageNewsArticle',
  review: 'ReviewNewsArticle',
  obituary: 'NewsArticle',
  'press-release': 'Article',
  sponsored: 'AdvertiserContentArticle',
} as const satisfies Record<ArticleType, string>;

/** Width × height, in pixels, of the smallest picture that may represent a story (rule D2). */
const smallestPicture = 50_000;

/** How many characters of a headline Google Search shows (rule D5). */
const longestHeadline = 110;

type Shared = Omit<ArticleLeaf, '@type'>;

/** An article and the way down to it (rules D1–D7 and D10). */
export function describeArticle(view: ArticleView): Thing[] {
  const { story, crumbs } = view;
  const site = view.layout.site.url;
  return [article(view), ...breadcrumbs(site, story.address, crumbs, story.headline)];
}

function article(view: ArticleView): Thing {
  const { story } = view;
  const type = classes[story.type];
  const shared = sharedParts(view);
  const dateline = datelineOf(story);
  const news: Omit<NewsArticleLeaf, '@type'> = { ...shared, ...(dateline !== undefined && { dateline }) };
  return type === 'Article' || type === 'AdvertiserContentArticle'
    ? { '@type': type, ...shared }
    : { '@type': type, ...news };
}

function sharedParts({ story, crumbs, storyline, layout }: ArticleView): Shared {
  const { url: site, name } = layout.site;
  const canonical = story.canonical ?? absolute(site, story.address);
  const first = firstPublished(story);
  const { agency, byline, topics } = story.parts;
  const publisher = { '@type': 'NewsMediaOrganization' as const, '@id': organizationId(site), name, url: `${site}/` };
  const source: Organization | undefined = agency && {
    '@type': 'Organization',
    name: agency.name,
    url: absolute(site, collectionPath('agency', agency.slug)),
  };
  const [section] = crumbs;
  const { series } = story.parts;
  const wholes = [
    ...(storyline ? [describeStoryline(site, storyline)] : []),
    ...(series ? [{ '@type': 'CreativeWorkSeries' as const, name: series.name }] : []),
  ];
  const place = placeOf(story);
  return {
    '@id': thingId(site, story.address, 'article'),
    url: canonical,
    mainEntityOfPage: canonical,
    // This title publishes its own copy, which readers see. The original is that of the title that owns the story (rule C1).
    ...(first && {
      isBasedOn: {
        '@type': 'CreativeWork' as const,
        '@id': thingId(first.site, story.address, 'article'),
        url: first.url,
        publisher: { '@type': 'Organization' as const, '@id': organizationId(first.site), name: first.name },
      },
    }),
    isPartOf: wholes.length > 0 ? [{ '@id': websiteId(site) }, ...wholes] : { '@id': websiteId(site) },
    ...(series && { position: series.part }),
    headline: shorten(story.headline, longestHeadline),
    ...(story.standfirst !== '' && { description: story.standfirst }),
    inLanguage: story.lang,
    // With their offsets, and the same as on the page (rule D3).
    datePublished: publishedDate(story),
    dateModified: changedDate(story),
    ...(byline.length > 0 && {
      author: byline.map((each) => author(layout.site, agency, each, showsRole(byline))),
    }),
    publisher,
    ...(source && { sourceOrganization: source }),
    copyrightHolder: source ?? { '@id': organizationId(first?.site ?? site) },
    image: imagesOf(site, story.address, shownPicture(story)),
    ...(section && { articleSection: section.title }),
    ...(topics.length > 0 && { keywords: topics.map(({ title }) => title) }),
    wordCount: story.words,
    isAccessibleForFree: true,
    ...(place && { contentLocation: place }),
    ...(story.corrections.length > 0 && {
      correction: story.corrections.map(({ at, text }) => ({
        '@type': 'CorrectionComment' as const,
        text,
        datePublished: at,
      })),
    }),
    ...translationParts(site, story),
    ...(story.sources.length > 0 && {
      citation: story.sources.map(({ url: href, title, source: from }) => ({
        '@type': 'CreativeWork' as const,
        name: title,
        url: absoluteHref({ site, path: story.address }, href),
        ...(from !== undefined && { publisher: { '@type': 'Organization' as const, name: from } }),
      })),
    }),
  };
}

/** The original of a translation, or the translations of an original, each by the `@id` on its own page. */
function translationParts(site: string, { address, parts }: FullStory): Shared {
  const own = parts.translations.find((each) => each.address === address);
  if (!own) return {};
  const id = (each: { address: string }): { '@id': string } => ({ '@id': thingId(site, each.address, 'article') });
  if (own.original) return { workTranslation: parts.translations.filter((each) => each !== own).map(id) };
  const original = parts.translations.find((each) => each.original);
  return original ? { translationOfWork: id(original) } : {};
}

/** The story's picture with the words under it: those of the figure in the text where there is one (rule D15). */
function shownPicture({ picture, parts }: FullStory): DescribedPicture | undefined {
  if (!picture || picture.width * picture.height < smallestPicture) return undefined;
  const { alt: _, ...own } = picture;
  const figure = parts.body.elements.find((element) => element.type === 'figure' && element.src === own.src);
  if (figure?.type !== 'figure') return own;
  const { src, width, height, raster, focus } = own;
  const { type: _type, alt: _alt, ...words } = figure;
  return { ...words, src, width, height, ...(raster && { raster }), ...(focus && { focus }) };
}

/**
 * The name has nothing but the name in it: no “By”, no role, no agency (rule D4). The newsroom itself has its home page
 * as address, an agency its page here. Anybody else without a page has none: an address must belong to one author only.
 * `hasRole`: whether the byline says what authors do (rule D15).
 */
function author(
  { url: site, name: newsroom }: { url: string; name: string },
  agency: { name: string; slug: string } | undefined,
  { name, kind, role, slug }: BylineName,
  hasRole: boolean,
): Person | Organization {
  const address = slug && collectionPath('person', slug);
  const page =
    address !== undefined
      ? { '@id': thingId(site, address, 'author'), url: absolute(site, address) }
      : kind === 'organization' && name === newsroom
        ? { '@id': organizationId(site), url: `${site}/` }
        : kind === 'organization' &&
          name === agency?.name && { url: absolute(site, collectionPath('agency', agency.slug)) };
  return kind === 'organization'
    ? { '@type': 'Organization', ...page, name }
    : { '@type': 'Person', ...page, ...personName(name), ...(hasRole && role !== undefined && { jobTitle: role }) };
}

function placeOf({ dateline }: FullStory): Place | undefined {
  const { place, region, country } = dateline ?? {};
  if (place === undefined) return undefined;
  return {
    '@type': 'Place',
    name: place,
    address: {
      '@type': 'PostalAddress',
      addressLocality: place,
      ...(region !== undefined && { addressRegion: region }),
      ...(country !== undefined && { addressCountry: country }),
    },
  };
}
