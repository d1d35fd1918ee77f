import { routeOf, type Route } from '../../site/addresses/routes.ts';
import { htmlType } from '../headers.ts';
import { notFoundPath } from '../page-maker.ts';
import type { ExportedFile, Manifest } from './manifest.ts';

/** The kinds of pages by their addresses, and those that are shown in the place of others. */
export type PolicyKind = Route['page'] | 'gone' | 'not-found';

/**
 * The Content-Security-Policy of each kind of page: what its pages allow, taken together. The pages of a kind differ in the
 * hashes of their styles only, so a page of a form that is new needs no new configuration if its kind has that form already.
 */
export function policiesByKind(manifest: Manifest): Map<PolicyKind, string> {
  const found = new Map<PolicyKind, Set<string>>();
  for (const file of manifest.eachHead()) {
    const kind = kindOf(file);
    if (kind === undefined) continue;
    const policies = found.get(kind) ?? new Set();
    found.set(kind, policies.add(file.head.policy));
  }
  return new Map([...found].map(([kind, policies]) => [kind, together([...policies])]));
}

/** The policy that allows what any page needs. */
export function policyOfAll(policies: ReadonlyMap<PolicyKind, string>): string {
  return together([...policies.values()]);
}

function kindOf({ path, head: { status, type } }: Pick<ExportedFile, 'path' | 'head'>): PolicyKind | undefined {
  if (type !== htmlType) return undefined;
  if (status === 410) return 'gone';
  return path === notFoundPath ? 'not-found' : routeOf(path)?.page;
}

/** One policy that allows all that any of several ones allows. */
function together(policies: readonly string[]): string {
  const directives = new Map<string, Set<string>>();
  for (const policy of policies)
    for (const directive of policy.split('; ')) {
      const [name = '', ...values] = directive.split(' ');
      const known = directives.get(name) ?? new Set();
      for (const value of values) known.add(value);
      directives.set(name, known);
    }
  return [...directives].map(([name, values]) => [name, ...hashesFirst([...values])].join(' ')).join('; ');
}

/** The order of the hashes must not depend on that of the pages. */
function hashesFirst(values: readonly string[]): string[] {
  const isHash = (value: string): boolean => value.startsWith("'sha256-");
  return [...values.filter(isHash).toSorted(), ...values.filter((value) => !isHash(value))];
}
