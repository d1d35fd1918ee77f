import { parentPort, workerData } from 'node:worker_threads';
import { readFile } from './read-file.ts';
import type { ContentFile } from './scan.ts';

/** A thread that reads files: it gets a batch of names and sends their readings. */
export interface Batch {
  file: ContentFile;
  known: string | undefined;
}

const { content }: { content: string } = workerData;

parentPort?.on('message', (batch: Batch[]) => {
  parentPort?.postMessage(batch.map(({ file, known }) => readFile(content, file, known)));
});
