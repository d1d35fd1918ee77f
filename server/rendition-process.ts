import { readFile } from 'node:fs/promises';
import { render } from '../formats/rendition/render.ts';
import { blobName } from '../newsroom/history/blobs.ts';
import type { Reply, RenditionTask } from './rendition-worker.ts';

/** Makes renditions in a process beside the server: a file that brings the decoder down ends this process only. */
process.on('message', (task: RenditionTask) => void make(task).then((reply) => process.send?.(reply)));
process.on('disconnect', () => process.exit());

async function make({ id, path, hash, order, flat }: RenditionTask): Promise<Reply> {
  let picture: Buffer;
  try {
    picture = await readFile(path);
  } catch {
    return { id, fault: 'changed' };
  }
  if (blobName(picture) !== hash) return { id, fault: 'changed' };
  try {
    return { id, bytes: await render(picture, order, flat) };
  } catch (fault) {
    return { id, fault: 'broken', words: fault instanceof Error ? fault.message : String(fault) };
  }
}
