import { typingErrors } from '../intake/gate-marks.ts';

/** What a file in the newsroom's folder describes. */
export type FileKind =
  | 'article'
  | 'topic'
  | 'person'
  | 'storyline'
  | 'page'
  | 'title'
  | 'site'
  | 'front'
  | 'theme'
  | 'font'
  | 'places'
  | 'words'
  | 'picture';

/** What the files in each folder of the newsroom's folder describe. */
export const folders: Readonly<Record<string, FileKind>> = {
  articles: 'article',
  topics: 'topic',
  people: 'person',
  storylines: 'storyline',
  pages: 'page',
  titles: 'title',
  images: 'picture',
  fonts: 'font',
  words: 'words',
};
/** What each file beside these folders describes. */
export const singleFiles: Readonly<Record<string, FileKind>> = {
  'site.yaml': 'site',
  'front.yaml': 'front',
  'theme.css': 'theme',
  'about.mdx': 'page',
  'places.yaml': 'places',
};
/** Kinds of files whose folders have folders inside them. */
export const nested: ReadonlySet<FileKind> = new Set(['article', 'page', 'picture']);
/** The names in the newsroom's folder that hold content; nothing else there is read. */
export const contentNames: readonly string[] = [...Object.keys(folders), ...Object.keys(singleFiles)];

/** What a path inside the newsroom's folder is for, by its name; `undefined` where nothing reads it. */
export function kindAt(path: string): FileKind | undefined {
  const [top = ''] = path.split('/');
  if (Object.hasOwn(singleFiles, path)) return singleFiles[path];
  if (top === 'titles' && path.endsWith('.css')) return 'theme';
  return Object.hasOwn(folders, top) ? folders[top] : undefined;
}

const pictureEndings = /\.(?:svg|png|jpe?g|gif|webp|avif)$/i;

/** Pictures that not all browsers show. */
const otherPictures = /\.(?:heic|heif|tiff?|bmp|psd|jxl|jp2|raw|dng|cr2|nef)$/i;

/**
 * What to do with a picture by its name: one in a format that no page can have, or one in the folder of another kind.
 * `undefined` where the name is that of no picture, or of one in its place.
 */
export function fixOfPicture(path: string, kind: FileKind | undefined): string | undefined {
  const name = path.replace(/^.*\//, '');
  if (otherPictures.test(name)) return `Export it as JPEG: images/${name.replace(otherPictures, '.jpg')}.`;
  return kind !== 'picture' && pictureEndings.test(name) ? `Move it to images/${name}.` : undefined;
}

/** How the names of files of one kind end. */
interface Endings {
  pattern: RegExp;
  /** The same in words. */
  words: string;
}

const endingsOfTexts: Endings = { pattern: /\.mdx?$/, words: 'Content files end in .mdx or .md.' };
const otherEndings: { readonly [K in FileKind]?: Endings } = {
  picture: { pattern: pictureEndings, words: 'Pictures are svg, png, jpg, gif, webp or avif.' },
  title: {
    pattern: /\.yaml$/,
    words: 'The file of a title ends in .yaml, and its theme in .css: titles/space-war.yaml, titles/space-war.css.',
  },
  theme: { pattern: /\.css$/, words: 'A theme ends in .css.' },
  font: { pattern: /\.woff2$/, words: 'Fonts are woff2. All browsers read that, and it is the smallest.' },
  words: {
    pattern: /\.yaml$/,
    words: 'Files of words have the tag of their language, and end in .yaml: words/nl.yaml.',
  },
};

/** How the names of the files in the folder of a kind end. */
export function endingsOf(kind: FileKind): Endings {
  return otherEndings[kind] ?? endingsOfTexts;
}

/** Endings of texts and of settings, which the content files of this site do not have, or in small letters only. */
const textEndings = /(?:\.(?:ya?ml|json|toml|te?xt|md|mdx|markdown))+$/i;

/** What to do with a text in the folder of a kind where only its ending is wrong. */
export function fixOfEnding(path: string, kind: FileKind): string | undefined {
  const endings = endingsOf(kind);
  if (!textEndings.test(path)) return undefined;
  if (endings === endingsOfTexts)
    return `Rename it to ${path.replace(textEndings, '.mdx')}. Its fields are between two lines of three hyphens.`;
  const yaml = path.replace(textEndings, '.yaml');
  return endings.pattern.test(yaml)
    ? `Rename it to ${yaml}. It has fields alone, without lines of hyphens.`
    : undefined;
}

/** Whether a name in the newsroom's folder is neither content nor one of the names that any folder may have. */
export function isUnknownName(name: string): boolean {
  return !contentNames.includes(name) && !isIgnored(name) && !besideContent.test(name);
}

/** The name of content for which an unknown name was most likely meant: `site.yml`, `Topics`, `place.yaml`. */
export function meantName(name: string): string | undefined {
  const plain = name.toLowerCase();
  const stem = plain.replace(textEndings, '');
  return contentNames.find(
    (known) =>
      typingErrors(plain, known, 1) <= 1 ||
      (stem !== plain && known in singleFiles && typingErrors(stem, known.replace(textEndings, ''), 1) <= 1),
  );
}

/** What to do with a file beside the folders that has an unknown name, by its ending. */
export function fixOfUnknown(name: string): string | undefined {
  if (/\.mdx?$/i.test(name)) return `Move it to pages/${name.replace(/\.mdx?$/i, '.mdx').toLowerCase()}.`;
  return fixOfPicture(name, undefined);
}

/** Names of files about the newsroom itself, and of a folder that disks have. */
const besideContent =
  /^(?:readme|licen[cs]e|copying|changelog|contributing|code_of_conduct)(?:[.-].*)?$|^lost\+found$/i;

/** Names of files that editors, file managers and version control leave behind. */
const ignoredNames = /^\.|~$|^#.*#$|\.(?:swp|swo|bak|tmp|orig|part)$|^(?:Thumbs\.db|desktop\.ini)$/i;

/** Names of the licence of a font, which is beside it. */
const besideFonts = /^(?:ofl|licen[cs]e|copying|readme|fontlog)(?:[.-].*)?$/i;

/** Whether a name is never content; in the folder of a kind, if one is given. */
export function isIgnored(name: string, kind?: FileKind): boolean {
  return ignoredNames.test(name) || (kind === 'font' && besideFonts.test(name));
}
