import { demonstrationDay } from '../demonstration.ts';
import { edgeDay, edgeNewsroom } from '../edge-newsroom.ts';
import { Site } from '../site.ts';

/**
 * Serves a newsroom for the browser tests until it is stopped with SIGTERM:
 *
 *     npx node e2e/browser/serve.ts demonstration|edge
 */
const isEdge = process.argv[2] === 'edge';
const newsroom = isEdge ? edgeNewsroom() : undefined;
const site = await Site.start(newsroom ? { content: newsroom.folder, now: edgeDay } : { now: demonstrationDay });
console.log(`Serving at ${site.base}`);
process.once('SIGTERM', () => {
  void site.stop().then(() => {
    newsroom?.end();
    process.exit();
  });
});
