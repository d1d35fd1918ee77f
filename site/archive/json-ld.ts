import type { Thing } from 'schema-dts';
import { describeList } from '../json-ld/lists.ts';
import { archiveHead } from './head.ts';
import type { ArchiveView } from './view.ts';

export function describeArchive(view: ArchiveView): Thing[] {
  return describeList(
    view,
    archiveHead(view).title,
    view.years.map(({ year }) => ({ title: year, path: `/${year}` })),
  );
}
