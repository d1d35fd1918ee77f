import { readSkipped } from './results.ts';

/** The last step of `npm test`: prints the tests that were skipped, by the reason. */
const namedOfEach = 3;

const testsByReason = Map.groupBy(readSkipped(), ({ reason }) => reason);
if (testsByReason.size === 0) console.log('No test was skipped.');
for (const [reason, tests] of testsByReason) {
  console.log(`Skipped ${tests.length === 1 ? '1 test' : `${tests.length} tests`}: ${reason || 'no reason given'}`);
  for (const { test } of tests.slice(0, namedOfEach)) console.log(`  - ${test}`);
  if (tests.length > namedOfEach) console.log(`  - and ${tests.length - namedOfEach} more`);
}
