import type { TestEvent } from 'node:test/reporters';
import { writeSkipped, type Skipped } from './results.ts';

/** A reporter of `node --test` that prints nothing and writes down the skipped tests for `print.ts`. */
export default async function* skippedTests(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const skipped: Skipped[] = [];
  for await (const { type, data } of events)
    if (type === 'test:pass' && data.skip !== undefined && data.skip !== false)
      skipped.push({ test: data.name, reason: data.skip === true ? '' : data.skip });
  writeSkipped(skipped);
  yield '';
}
