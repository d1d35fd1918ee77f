import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { readFile, type FileReading } from './read-file.ts';
import type { Batch } from './read-worker.ts';

/** For fewer files, threads cost more than they save. */
const worthThreads = 200;
/** How long files are read in this thread before other work of it has a turn. Milliseconds. */
const longestTurn = 20;
const batchSize = 32;
/** Bytes. The main thread reads larger texts, because its memory is not limited as that of the other threads is. */
const largeText = 64 * 1024;

/**
 * Reads files on all cores and calls `take` with each reading, in the order of the files, large ones last. Few readings
 * are in memory at once: a batch for each thread, and those that wait for an earlier batch. Throws what `take` throws.
 */
export async function readFiles(content: string, files: Batch[], take: (reading: FileReading) => void): Promise<void> {
  if (files.length < worthThreads) return readHere(content, files, take);
  const isLarge = ({ file }: Batch): boolean => file.kind !== 'picture' && file.size > largeText;
  const small = files.filter((each) => !isLarge(each));
  const batches: Batch[][] = [];
  for (let start = 0; start < small.length; start += batchSize) batches.push(small.slice(start, start + batchSize));
  const waiting = new Map<number, FileReading[]>();
  let next = 0;
  let taken = 0;
  const deliver = (index: number, readings: FileReading[]): void => {
    waiting.set(index, readings);
    for (let ready = waiting.get(taken); ready; ready = waiting.get(taken)) {
      waiting.delete(taken);
      ready.forEach(take);
      taken += 1;
    }
  };
  const threads = Array.from({ length: Math.min(availableParallelism(), batches.length) }, () => {
    return new Worker(new URL('./read-worker.ts', import.meta.url), {
      workerData: { content },
      // Readings are soon garbage, so these limits save memory and cost no time.
      resourceLimits: { maxYoungGenerationSizeMb: 32, maxOldGenerationSizeMb: 96 },
    });
  });
  try {
    await Promise.all(
      threads.map(
        (thread) =>
          new Promise<void>((resolve, reject) => {
            let current = -1;
            const give = (): void => {
              const batch = batches[next];
              if (!batch) return resolve();
              current = next;
              next += 1;
              thread.postMessage(batch);
            };
            thread.on('error', reject);
            thread.on('exit', (code) => reject(new Error(`A reading thread ended with ${code}.`)));
            thread.on('message', (readings: FileReading[]) => {
              try {
                deliver(current, readings);
                give();
              } catch (fault) {
                // Nobody catches what a listener throws.
                reject(fault);
              }
            });
            give();
          }),
      ),
    );
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
  await readHere(content, files.filter(isLarge), take);
}

async function readHere(content: string, files: Batch[], take: (reading: FileReading) => void): Promise<void> {
  let began = performance.now();
  for (const { file, known } of files) {
    take(readFile(content, file, known));
    if (performance.now() - began < longestTurn) continue;
    await setImmediate();
    began = performance.now();
  }
}
