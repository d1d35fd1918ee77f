import { parentPort, workerData } from 'node:worker_threads';
import { readFile } from './read-file.ts';
import type { ContentFile } from './scan.ts';

/** One thread that reads files: a batch of names in, their readings out. */
export interface Batch {
  file: ContentFile;
  known: string | undefined;
}

const { content }: { content: string } = workerData;

parentPort?.on('message', (batch: Batch[]) => {
  parentPort?.postMessage(batch.map(({ file, known }) => readFile(content, file, known)));
});
