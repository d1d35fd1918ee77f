import type { Store } from '../store/store.ts';

/**
 * The first of some paths whose file cannot be used: the file has an error, or a folder above it cannot be read. Ask only
 * for files of which the store has no earlier version.
 */
export function refusedFile(store: Store, paths: readonly string[]): string | undefined {
  const sql = `SELECT 1 FROM problem WHERE file = ? AND scope = 'file' AND problem LIKE '%"severity":"error"%' LIMIT 1`;
  return paths.find((path) => withFoldersAbove(path).some((each) => store.get(sql, each) !== undefined));
}

/** The paths at which a file can be that others name: an article by its address, anything else by its slug or path. */
export function filesNamed(
  kind: 'article' | 'topic' | 'person' | 'storyline' | 'page' | 'picture' | 'font' | 'title',
  name: string,
): string[] {
  const stem = kind === 'article' ? `articles${name}` : `${folderOf[kind]}/${name}`;
  const paths =
    kind === 'picture' || kind === 'font'
      ? [stem]
      : kind === 'title'
        ? [`${stem}.yaml`]
        : [`${stem}.mdx`, `${stem}.md`];
  // Some file systems write names decomposed.
  return [...new Set(paths.flatMap((path) => [path, path.normalize('NFD')]))];
}

const folderOf = {
  topic: 'topics',
  person: 'people',
  storyline: 'storylines',
  page: 'pages',
  picture: 'images',
  font: 'fonts',
  title: 'titles',
};

function withFoldersAbove(path: string): string[] {
  const found = [path];
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) found.push(path.slice(0, end));
  return found;
}
