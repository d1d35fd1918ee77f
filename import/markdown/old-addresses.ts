import { textsOf } from '../field-values.ts';
import { titleFromSlug } from '../slug.ts';
import type { Post } from './post.ts';
import type { Site } from './site.ts';
import { valueOf } from './stated-fields.ts';

/** The addresses that a post had on its old site. */

/** The styles of Jekyll by name. */
const STYLES: Record<string, string> = {
  date: '/:categories/:year/:month/:day/:title:output_ext',
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title:output_ext',
  weekdate: '/:categories/:year/W:week/:short_day/:title:output_ext',
  none: '/:categories/:title:output_ext',
};

const MONTHS = 'january february march april may june july august september october november december'.split(' ');

/** Paths on the old site, without its base path; those that the post states come first. Paths that no browser can request are left out. */
export function oldAddresses(
  post: Pick<Post, 'stated' | 'file' | 'published' | 'headline' | 'categories'>,
  site: Site,
): string[] {
  const { stated, file } = post;
  const folder = file.folders.map((name) => `/${name}`).join('');
  const given = (...names: string[]): string[] =>
    names.flatMap((name) => textsOf(valueOf(stated, name))).map((path) => onSite(path, folder, site));
  const [slug = ''] = textsOf(valueOf(stated, 'slug'));
  // The address that the post had last comes first.
  const paths = [
    ...given('permalink', 'url', 'path'),
    ...(slug.startsWith('/') ? [slug] : []),
    ...derived(post, slug.startsWith('/') ? '' : slug, site),
    ...given('aliases', 'redirect_from', 'redirects', 'old_url', 'legacy_url'),
  ].map((path) => (path.includes(':') ? (expandPermalink(path, post, slug) ?? '') : path));
  return [...new Set(paths)].filter((path) => /^\/(?!\/)[^\s#\\:{}]*[^\s#\\:{}/][^\s#\\:{}]*$/.test(path));
}

/** A stated address as a path: `https://old.example/x` of the old site, and `x`, which is in the folder of the post. */
function onSite(path: string, folder: string, { host, basePath }: Site): string {
  if (path.startsWith('/')) return withoutBase(path, basePath);
  if (!/^[a-z][a-z\d+.-]*:/i.test(path))
    return /^[\w.%-]/.test(path) && !/^(?:true|false)$/i.test(path) ? `${folder}/${path}` : '';
  return URL.canParse(path) && new URL(path).host === host ? withoutBase(new URL(path).pathname, basePath) : '';
}

/** A path without the path of the old site on its host. */
export const withoutBase = (path: string, basePath: string): string =>
  basePath !== '' && path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : path;

/** The addresses that follow from the name of the file, its folder and the settings. */
function derived(
  post: Pick<Post, 'stated' | 'file' | 'published' | 'headline' | 'categories'>,
  slug: string,
  site: Site,
): string[] {
  const { file } = post;
  const name = slug || file.stem;
  if (name === '') return [];
  const isJekyll = file.collection !== '';
  const section = isJekyll ? file.collection : (file.folders[0] ?? '');
  const template = site.permalinks.get(section) ?? site.permalinks.get(`/${section}/`) ?? site.permalinks.get('*');
  const expanded = template === undefined ? null : expandPermalink(STYLES[template] ?? template, post, slug);
  const found = expanded === null ? [] : [expanded];
  const language =
    file.language !== null && file.language.toLowerCase() !== site.language?.toLowerCase()
      ? `/${file.language.toLowerCase()}`
      : '';
  if (isJekyll && template === undefined) found.push(expandPermalink(STYLES['date'] ?? '', post, slug) ?? '');
  // Many sites have the day of the name in the address, in this form. A slug replaces the name.
  if (file.day !== '' && slug === '') found.push(`/${file.day.replaceAll('-', '/')}/${name}`);
  if (file.isComplete || (file.isInFolder && file.day === ''))
    if (!isJekyll) found.push(`${language}${file.folders.map((folder) => `/${folder}`).join('')}/${name}/`);
  return found;
}

/** The address that a template makes for a post; null if it has a part that is not known here. */
function expandPermalink(
  template: string,
  { file, published, headline, categories }: Pick<Post, 'file' | 'published' | 'headline' | 'categories'>,
  slug: string,
): string | null {
  const [year = '', month = '', day = ''] = published.slice(0, 10).split('-');
  const name = slug || file.stem;
  const title = headline
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  const yearDay = Math.round((Date.parse(`${year}-${month}-${day}`) - Date.parse(`${year}-01-01`)) / 86_400_000) + 1;
  const time = published.slice(11, 19).split(':');
  const values: Record<string, string> = {
    year,
    month,
    day,
    short_year: year.slice(2),
    i_month: String(Number(month)),
    i_day: String(Number(day)),
    monthname: MONTHS[Number(month) - 1] ?? '',
    short_month: titleFromSlug((MONTHS[Number(month) - 1] ?? '').slice(0, 3)),
    long_month: titleFromSlug(MONTHS[Number(month) - 1] ?? ''),
    y_day: String(yearDay).padStart(3, '0'),
    yearday: String(yearDay),
    hour: time[0] ?? '',
    minute: time[1] ?? '',
    second: time[2] ?? '',
    section: file.folders[0] ?? '',
    sections: file.folders.join('/'),
    // Jekyll and Hexo name the file `title`; Hugo means the headline.
    title: file.collection === '' ? slug || title : name,
    post_title: name,
    name: file.stem,
    slug: slug || (file.collection === '' ? title : file.stem.toLowerCase()),
    slugorfilename: name,
    slugorcontentbasename: name,
    contentbasename: file.stem,
    filename: file.stem,
    basename: file.stem,
    path: [...file.folders, file.stem].join('/'),
    collection: file.collection,
    categories: categories.map((each) => each.toLowerCase().replace(/\s+/g, '-')).join('/'),
    category: categories.map((each) => each.toLowerCase().replace(/\s+/g, '-')).join('/'),
    output_ext: '.html',
  };
  let isKnown = true;
  const path = template.replace(/:([a-z_]+)/gi, (_, token: string) => {
    // `:title:output_ext` and `:title.html` are tokens beside each other.
    const value = values[token.toLowerCase()];
    if (value === undefined) isKnown = false;
    return value ?? '';
  });
  return isKnown ? `/${path}`.replace(/\/{2,}/g, '/') : null;
}
