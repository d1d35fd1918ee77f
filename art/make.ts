/**
 * Makes the pictures of the demonstration newsroom: `node art/make.ts [PART ...]`. Each PART is a part of a path under
 * `content/images`, such as `.svg` or `saturn`. Without one, all pictures are made. The renderings need the program `povray`.
 */
import { execFileSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import sharp from 'sharp';

const images = join(import.meta.dirname, '..', 'content', 'images');
const scenes = join(import.meta.dirname, 'scenes');

/** The renderings, with their widths in pixels. The name of each is that of its scene. */
const renderings: Record<string, number> = {
  'climate/buoy.jpg': 2400,
  'climate/glacier.jpg': 2400,
  'energy/motor.jpg': 2000,
  'space/dish.jpg': 2400,
  'space/earth-over-the-moon.jpg': 2400,
  'space/jupiter.jpg': 2400,
  'space/lander.jpg': 2000,
  'space/saturn.jpg': 2400,
  'technology/server-hall.jpg': 2000,
  'technology/wafer.jpg': 2400,
};

/** The files that draw an SVG. The path of each is that of its picture. */
const drawings = globSync('*/*.ts', { cwd: join(import.meta.dirname, 'pictures') }).toSorted();

async function render(scene: string, width: number, to: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-art-'));
  try {
    const png = join(folder, 'scene.png');
    const size = [`+W${width}`, `+H${(width * 9) / 16}`];
    execFileSync('povray', [`+I${scene}.pov`, `+O${png}`, ...size, '+A0.15', '+R3', '-D', '-GA'], { cwd: scenes });
    await sharp(png).jpeg({ quality: 84, mozjpeg: true }).toFile(to);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const parts = process.argv.slice(2);

/** Calls `write` with the file of a picture, if the picture is asked for. */
async function make(path: string, write: (to: string) => Promise<void>): Promise<void> {
  if (parts.length > 0 && !parts.some((part) => path.includes(part))) return;
  const to = join(images, path);
  mkdirSync(dirname(to), { recursive: true });
  await write(to);
  console.log(path);
}

for (const file of drawings)
  await make(file.replace(/ts$/, 'svg'), async (to) => {
    const { draw }: { draw: () => string } = await import(`./pictures/${file}`);
    writeFileSync(to, draw());
  });
for (const [path, width] of Object.entries(renderings))
  await make(path, (to) => render(basename(path, '.jpg'), width, to));
