import { beginningOfDay } from '../newsroom/model/publication.ts';
import type { FileParts } from './article-file.ts';
import { isRecord } from './field-values.ts';
import type { LogEntry } from './import-item.ts';
import type { ImportedArticle, ImportedFields } from './imported-article.ts';
import type { ProblemText } from './problem.ts';

/** What happens to an article when its source sends a new version of it, holds it back or withdraws it. */

/** The article after the update, or the reason why it does not change. */
export type UpdateResult =
  | { action: 'update' | 'hold'; article: FileParts; log: LogEntry[]; problem?: ProblemText }
  | { action: 'skip'; log: LogEntry[] }
  | { action: 'fail'; problem: ProblemText };

/** The `reason` of an article that its source holds back. By it we know that the source may also release the article. */
const withheldReason = 'Held back by its source.';
const killedReason = 'Withdrawn by its source.';

/** Updates an article to a new version. Fields that an editor added stay. What an editor withheld or killed is not released. */
export function updateArticle({ fields: before }: FileParts, imported: ImportedArticle): UpdateResult {
  if (before['status'] === 'killed') return { action: 'fail', problem: articleKilled };
  const { version, body } = imported;
  const last = millisecondsOf(before, 'updated') ?? millisecondsOf(before, 'published') ?? 0;
  if (version !== undefined && Date.parse(version) < last)
    return { action: 'skip', log: [{ rule: 'version-older', text: version }] };
  const log: LogEntry[] = [];
  // The day of an article is part of its address, which never changes. So `published` stays.
  const { published: _published, status, ...newFields } = imported.fields;
  const fields: Record<string, unknown> = { ...before, ...newFields };
  if (hasLaterEmbargo(before, newFields)) {
    fields['embargo'] = before['embargo'];
    log.push({ rule: 'embargo-kept', text: String(before['embargo']) });
  }
  // If a source states only one date, it is the date of this version. The day of publication is that of the first version.
  if (version !== undefined && Date.parse(version) > last && !newFields.corrections?.some(({ at }) => at === version))
    fields['updated'] = version;
  const corrections = mergedCorrections(before, imported);
  if (corrections.length > 0) fields['corrections'] = corrections;
  const article = { fields, body };
  if (status === 'withheld') return { action: 'hold', article: withhold(article), log };
  if (before['status'] !== 'withheld') return { action: 'update', article, log };
  if (before['reason'] !== withheldReason) return { action: 'update', article, log, problem: articleStaysWithheld };
  const { status: _status, reason: _reason, ...released } = fields;
  log.push({ rule: 'hold-released', text: withheldReason });
  return { action: 'update', article: { ...article, fields: released }, log };
}

/** Whether the embargo that an article has is over later than the one that its source states. The later one counts. */
export function hasLaterEmbargo(before: Record<string, unknown>, { embargo }: Partial<ImportedFields>): boolean {
  const last = millisecondsOf(before, 'embargo');
  return last !== undefined && embargo !== undefined && last > Date.parse(embargo);
}

/** An article that its source holds back: nobody may see it until the source or an editor releases it. */
export function withhold({ fields, body }: FileParts): FileParts {
  // An article that already has a status got it from an editor. Only an editor may release it.
  return fields['status'] === undefined
    ? { fields: { ...fields, status: 'withheld', reason: withheldReason }, body }
    : { fields, body };
}

/** An article that its source withdraws. */
export function kill({ fields, body }: FileParts): FileParts {
  return fields['status'] === 'killed'
    ? { fields, body }
    : { fields: { ...fields, status: 'killed', reason: killedReason }, body };
}

/** The corrections of the source and those that an editor added, in the order of their times. */
function mergedCorrections(before: Record<string, unknown>, { fields }: ImportedArticle): unknown[] {
  const fromSource: unknown[] = fields.corrections ?? [];
  const texts = new Set((fields.corrections ?? []).map(({ text }) => text));
  const present = Array.isArray(before['corrections']) ? before['corrections'] : [];
  const fromEditor = present.filter((each: unknown) => isRecord(each) && !texts.has(String(each['text'])));
  return fromEditor.length === 0
    ? fromSource
    : [...fromSource, ...fromEditor].toSorted((a, b) => (timeOf(a) ?? 0) - (timeOf(b) ?? 0));
}

const timeOf = (correction: unknown): number | undefined =>
  isRecord(correction) ? millisecondsOf(correction, 'at') : undefined;

/** The instant in a field, or the beginning of the day in it, in milliseconds since 1970. */
export function millisecondsOf(fields: Record<string, unknown>, name: string): number | undefined {
  const value = fields[name];
  const time = typeof value === 'string' ? Date.parse(beginningOfDay(value) ?? value) : NaN;
  return Number.isNaN(time) ? undefined : time;
}

const articleKilled: ProblemText = {
  code: 'story-killed',
  field: 'status',
  message: 'The article was killed.',
  why: 'A new version must not make an article public again that was withdrawn from readers.',
  fix: 'If it is to be public again, remove `status` and `reason` from its file and import it once more.',
};
const articleStaysWithheld: ProblemText = {
  code: 'story-withheld',
  severity: 'warning',
  field: 'status',
  message: 'The article was updated, and it is still withheld.',
  why: 'An editor withheld it, and its source does not know why.',
  fix: 'Remove `status: withheld` from its file to release it.',
};

/** A later version of a story that can be more than one article. */
export const severalVersions = (paths: readonly string[]): ProblemText => ({
  code: 'story-unclear',
  message: `The copy is a later version of a story, and more than one article can be that story: ${paths.join(', ')}.`,
  why: 'The wrong article would be replaced, or the story would be public twice.',
  fix: 'Change the article of that story by hand.',
});

/** An article like one that an editor withdrew from readers. */
export const similarHidden = (path: string): ProblemText => ({
  code: 'story-hidden',
  field: 'headline',
  message: `There is an article of this day with this headline, ${path}, which an editor killed or withheld.`,
  why: 'If it is the same story, an import would make it public again.',
  fix: 'If it is another story, write its article by hand, or import it under another headline.',
});

/** An order to withdraw an article that is not in the newsroom. */
export const unknownArticle = (id: string): ProblemText => ({
  code: 'story-unknown',
  field: 'uri',
  message: `No article has the id “${id}”.`,
  why: 'The article may be here under another id, and its source expects that nobody can read it any more.',
  fix: 'Find the article, and write `status: killed` or `status: withheld` into its file.',
});
