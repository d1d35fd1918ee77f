/** Paths inside the content folder, or all of it. */
export type Paths = ReadonlySet<string> | 'all';

export function mergedPaths(known: Paths, more: Iterable<string> | 'all'): Paths {
  return known === 'all' || more === 'all' ? 'all' : new Set([...known, ...more]);
}

/** Whether a path is among others, or a folder above it is. */
export function includesPath(paths: Paths, path: string): boolean {
  return paths === 'all' || paths.has(path) || [...paths].some((folder) => path.startsWith(`${folder}/`));
}
