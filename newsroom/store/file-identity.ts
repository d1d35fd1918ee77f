import { statSync, type Stats } from 'node:fs';

/**
 * Which file or folder is at a path, behind links: another text when it is another one; `undefined` where there is none. The
 * number of an inode is used again, so its birth counts too.
 */
export function fileIdentity(path: string): string | undefined {
  try {
    const { dev, ino, birthtimeNs } = statSync(path, { bigint: true });
    return `${dev} ${ino} ${birthtimeNs}`;
  } catch {
    return undefined;
  }
}

/** What the file system knows of a file, behind links; `undefined` where there is none, or it cannot be reached. */
export function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
