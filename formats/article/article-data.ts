import type { Edition } from '../../newsroom/edition/edition.ts';
import type { Picture, FullStory } from '../../newsroom/edition/public.ts';
import { formsOf } from '../../elements/elements.ts';
import type { Figure } from '../../elements/figure/syntax.ts';
import {
  crops,
  fullSize,
  renditionAddress,
  renditionForAll,
  type Crop,
  type Focus,
} from '../../elements/picture/renditions.ts';
import type { StoredPicture } from '../../newsroom/edition/pictures.ts';
import type { Site } from '../../newsroom/model/site.ts';
import { leadOf } from '../../newsroom/model/text.ts';
import { collectionPath } from '../../site/addresses/routes.ts';
import { absolute, pictureAddress, uriOf, type Base } from '../../site/addresses/absolute.ts';
import { firstPublished } from '../../site/article/first-published.ts';
import { pictureType } from '../picture-type.ts';

/** A picture of an article whose file can be fetched. */
export interface PictureFile extends Omit<Picture, 'raster'> {
  /** Whether it is the picture at the head of the story, and not one in its text. */
  lead: boolean;
  url: string;
  mediaType: string;
  /** Bytes of a drawing. Any other picture is made when somebody asks for it, and its size is not known before. */
  size?: number;
  /** The same picture in other sizes and shapes. */
  renditions: { name: string; url: string; mediaType: string; width: number; height: number }[];
}

/** What the formats write of an article. All addresses are absolute. */
export interface ArticleData {
  site: Site;
  story: FullStory;
  /** The base of relative addresses in the body. */
  base: Base;
  /** The address of the article's page. */
  url: string;
  /** The canonical address: that of its page, unless the article names another one. */
  canonical: string;
  /** The permanent URI of the article, the same on all titles of a newsroom. */
  uri: string;
  /** The title that owns the article: this one, or the one that has published it first. */
  owner: { name: string; url: string };
  /** Who holds the rights: the agency, else who publishes the site, else the title that owns the article. */
  holder: string;
  /** The standfirst that an editor wrote; missing if the one in `story` was derived from the body. */
  standfirst?: string;
  /** The kicker that an editor wrote; missing if the one in `story` is the title of its first topic. */
  kicker?: string;
  /** The number of published versions, if it is known. */
  versions?: number;
  topics: { slug: string; title: string; url: string }[];
  storyline?: { slug: string; title: string; url: string };
  agency?: { name: string; slug: string; url: string };
  place?: { name: string; url: string };
  /** The lead picture first, then the others in the order of the text. Each picture once. */
  pictures: PictureFile[];
}

/** Collects the data of an article that the public may see. */
export function articleData(edition: Edition, story: FullStory): ArticleData {
  const { site } = edition;
  const { agency, place, topics, body } = story.parts;
  const url = absolute(site.url, story.address);
  const history = edition.history(story.address);
  const versions = history && !history.isPartial ? history.versions.length : 0;
  const storyline = story.storyline === undefined ? undefined : edition.collection('storyline', story.storyline);
  const derived = leadOf(body);
  const first = firstPublished(story);
  const owner = first ? { name: first.name, url: first.site } : { name: site.name, url: site.url };
  return {
    site,
    story,
    base: { site: site.url, path: story.address },
    url,
    canonical: story.canonical === undefined ? url : uriOf(new URL(story.canonical).href),
    uri: permanentUri(story.id, owner.url, story.published),
    owner,
    holder: agency?.name ?? site.publisher?.name ?? owner.name,
    ...(story.standfirst !== '' && story.standfirst !== derived && { standfirst: story.standfirst }),
    ...(story.kicker !== undefined && story.kicker !== topics[0]?.title && { kicker: story.kicker }),
    ...(versions > 0 && { versions }),
    topics: topics.map(({ slug, title, elsewhere }) => ({
      slug,
      title,
      url: absolute(elsewhere?.url ?? site.url, collectionPath('topic', slug)),
    })),
    ...(storyline && {
      storyline: {
        slug: storyline.slug,
        title: storyline.title,
        url: absolute(site.url, collectionPath('storyline', storyline.slug)),
      },
    }),
    ...(agency && { agency: { ...agency, url: absolute(site.url, collectionPath('agency', agency.slug)) } }),
    ...(place && { place: { name: place.name, url: absolute(site.url, collectionPath('place', place.slug)) } }),
    pictures: picturesOf(edition, story),
  };
}

const uriPattern = /^[a-z][a-z\d+.-]*:(?:[\w.~:/?#[\]@!$&'()*+,;=-]|%[\da-f]{2})+$/i;

/** Whether an id is a URI. */
function isUri(id: string): boolean {
  return uriPattern.test(id) && URL.canParse(id);
}

/**
 * The id if it is a URI, else a tag URI (RFC 4151) from the site's host and the year of publication. Neither changes if the
 * article gets another address.
 */
function permanentUri(id: string, site: string, published: string): string {
  return isUri(id) ? id : `tag:${new URL(site).hostname},${published.slice(0, 4)}:${encodeURIComponent(id)}`;
}

function picturesOf(edition: Edition, story: FullStory): PictureFile[] {
  const found = new Map<string, PictureFile>();
  const add = (figure: Omit<Figure, 'type'> & { focus?: Focus }, lead: boolean): void => {
    const file = edition.picture(figure.src);
    if (!file || found.has(figure.src)) return;
    const { src, alt, caption, credit, creditUrl, rights, focus } = figure;
    const url = pictureAddress(edition.site.url, src);
    found.set(src, {
      src,
      alt,
      ...(caption !== undefined && { caption }),
      ...(credit !== undefined && { credit }),
      ...(creditUrl !== undefined && { creditUrl }),
      ...(rights !== undefined && { rights }),
      ...(focus && { focus }),
      lead,
      url,
      mediaType: pictureType(file.type),
      ...(!file.raster && { size: file.size }),
      ...fullSize(file),
      renditions: renditionsOf(url, file, focus),
    });
  };
  if (story.picture) add(story.picture, true);
  for (const each of story.parts.body.elements) for (const figure of formsOf(each).figures(each)) add(figure, false);
  return [...found.values()];
}

/** Sizes for other programs: a large and a small one of the whole picture, and the three shapes that cards have. */
const wanted: readonly { name: string; crop?: Crop; most: number }[] = [
  { name: 'large', most: 1200 },
  { name: 'small', most: 480 },
  ...crops.map((crop) => ({ name: crop, crop, most: 1200 })),
];

function renditionsOf(url: string, file: StoredPicture, focus: Focus | undefined): PictureFile['renditions'] {
  return wanted.flatMap(({ name, ...shape }) => {
    const found = renditionForAll(file, { ...shape, focus });
    if (!found) return [];
    const { name: end, type, ...size } = found;
    return [{ name, url: renditionAddress(url, end), mediaType: pictureType(type), ...size }];
  });
}
