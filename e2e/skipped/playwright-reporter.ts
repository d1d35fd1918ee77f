import type { Reporter, TestCase, TestResult } from 'playwright/types/testReporter';
import { writeSkipped, type Skipped } from './results.ts';

/** A reporter of Playwright that prints nothing and writes down the skipped tests for `print.ts`. */
export default class SkippedTests implements Reporter {
  readonly #skipped: Skipped[] = [];

  onTestEnd(test: TestCase, { status, annotations }: TestResult): void {
    if (status !== 'skipped') return;
    const reason = annotations.find(({ type }) => type === 'skip')?.description ?? '';
    this.#skipped.push({ test: test.titlePath().filter(Boolean).join(' › '), reason });
  }

  onEnd(): void {
    writeSkipped(this.#skipped);
  }

  printsToStdio(): boolean {
    return false;
  }
}
