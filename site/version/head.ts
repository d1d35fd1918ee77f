import type { HeadParts } from '../shell/head-parts.ts';
import type { VersionView } from './view.ts';

export function versionHead({ story: { headline }, version: { number } }: VersionView): HeadParts {
  return {
    title: `Version ${number}: ${headline}`,
    description: `“${headline}” as it was in version ${number}, and what that changed.`,
    unlisted: true,
  };
}
