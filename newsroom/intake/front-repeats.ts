import type { Front } from '../model/front.ts';
import { problem, type Problem } from '../model/problem.ts';
import { fieldPosition, type PositionOf } from './position-of.ts';

/**
 * Takes out of `front.yaml` what the page cannot show twice: an article that is pinned before, a second band, and a layout
 * that the package above has too. `positionOf` takes a path in `front`.
 */
export function withoutRepeats(
  file: string,
  front: Front,
  positionOf: PositionOf,
): { front: Front; problems: Problem[] } {
  const problems: Problem[] = [];
  const report = (path: readonly PropertyKey[], message: string, why: string, fix: string): void => {
    const place = fieldPosition(file, positionOf, path);
    problems.push(problem('field-invalid', place, { message, why: `${why} It is left out.`, fix }, 'warning'));
  };
  const pinned = new Set<string>();
  const isFirst = (address: string, ...path: PropertyKey[]): boolean => {
    if (!pinned.has(address)) {
      pinned.add(address);
      return true;
    }
    report(path, `${address} is pinned twice.`, 'An article is on the front page once.', 'Remove it in one place.');
    return false;
  };
  const lead = front.lead;
  if (lead !== undefined) isFirst(lead, 'lead');
  const seconds = front.seconds?.filter((each, index) => isFirst(each, 'seconds', index));
  const running = front.running && {
    ...front.running,
    pinned: front.running.pinned.filter((each, index) => isFirst(each, 'running', 'pinned', index)),
  };
  let hasBand = false;
  const packages = front.packages?.map(({ layout, ...rest }, index) => {
    const own = { ...rest, pinned: rest.pinned.filter((each, at) => isFirst(each, 'packages', index, 'pinned', at)) };
    const path = ['packages', index, 'layout'];
    if (layout === 'band' && hasBand) {
      report(path, 'There is a band already.', 'A page has one tinted band.', 'Write another layout, or take it out.');
      return own;
    }
    hasBand ||= layout === 'band';
    if (layout !== undefined && layout === front.packages?.[index - 1]?.layout) {
      const message = `The package above has the layout “${layout}” too.`;
      report(path, message, 'No two neighbours have one shape.', 'Write another layout, or take it out.');
      return own;
    }
    return { ...own, ...(layout !== undefined && { layout }) };
  });
  return {
    front: { ...front, ...(seconds && { seconds }), ...(packages && { packages }), ...(running && { running }) },
    problems,
  };
}
