import { outputDigest } from '../../formats/output.ts';
import { isOutputPath, outputAt } from '../../formats/outputs.ts';
import type { Edition } from '../../newsroom/edition/edition.ts';
import { answer, digestOf } from '../../site/answer.ts';

/**
 * The digest of what an address answers, as the server has it for its cached pages: a page is rendered again exactly when
 * it changes. The address to go to where it has moved, and `undefined` where there is nothing.
 */
export function digestAt(edition: Edition, path: string): string | undefined {
  if (isOutputPath(path)) {
    const output = outputAt(edition, path);
    if (!output) return undefined;
    return 'to' in output ? `to ${output.to}` : outputDigest(output);
  }
  const found = answer(edition, path);
  switch (found.status) {
    case 308:
      return `to ${found.to}`;
    case 404:
      return undefined;
    case 200:
    case 410:
      return `${found.status} ${digestOf(found.view)}`;
  }
}
