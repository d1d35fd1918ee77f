import { sharp } from '../formats/sharp.ts';

/** Scenes in a few flat colours, so that each machine and each version of the encoders shows nearly the same. */
const scenes = {
  bridge: `<path fill="#c9dbe0" d="M0 0h160v90H0z"/><path fill="#8fa891" d="M0 52 40 30l34 20 40-28 46 30v8H0z"/><path fill="#5b8799" d="M0 58h160v32H0z"/><path fill="none" stroke="#5a3b2c" stroke-width="3" d="M0 52h160M8 52q24-36 48 0 24-36 48 0 24-36 48 0"/><path fill="#5a3b2c" d="M54 52h4v22h-4zm48 0h4v22h-4z"/>`,
  quay: `<path fill="#f0dfc0" d="M0 0h160v90H0z"/><circle cx="120" cy="26" r="12" fill="#d9764a"/><path fill="#46606b" d="M0 56h160v34H0z"/><path fill="#2d3338" d="M20 60h70l-10 14H32z"/><path fill="#fffaf0" d="M52 20v38h26z"/><path fill="#8f8a80" d="M100 50h60v40h-60z"/>`,
  gate: `<path fill="#d8d4c6" d="M0 0h160v90H0z"/><path fill="#6f8f7a" d="M0 62h160v28H0z"/><path fill="#99715a" d="M16 26h20v48H16zm54 0h20v48H70zm54 0h20v48h-20z"/><path fill="#3d4c52" d="M36 40h34v30H36zm54 0h34v30H90z"/>`,
  face: `<path fill="#dfe3da" d="M0 0h90v90H0z"/><path fill="#31566b" d="M10 90q0-32 35-32t35 32z"/><circle cx="45" cy="38" r="18" fill="#c98f6b"/><path fill="#3a2a22" d="M26 36q2-22 20-21t18 21q-8-12-20-12T26 36z"/>`,
};

/** One of the scenes as a PNG. Pixels. */
export async function drawing(scene: keyof typeof scenes, width: number, height: number): Promise<Buffer> {
  const [across, down] = scene === 'face' ? [90, 90] : [160, 90];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${across} ${down}" preserveAspectRatio="xMidYMid slice">${scenes[scene]}</svg>`;
  return sharp(Buffer.from(svg)).removeAlpha().png().toBuffer();
}

/** A JPEG with the detail of a photograph: contrast at every scale, the more the larger it is. `seed` makes another one. */
export async function photograph(seed: number): Promise<Buffer> {
  const [width, height] = [2400, 1600];
  const light = new Float32Array(width * height).fill(120);
  // A generator of random numbers that is the same on each machine.
  let state = seed;
  const random = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32 - 0.5;
  for (const [scale, contrast] of [
    [400, 150],
    [100, 70],
    [24, 40],
    [6, 24],
    [2, 12],
  ] as const) {
    const across = Math.ceil(width / scale);
    const spots = Float32Array.from({ length: across * Math.ceil(height / scale) }, () => contrast * random());
    for (let y = 0, at = 0; y < height; y += 1) {
      const row = across * Math.floor(y / scale);
      for (let x = 0; x < width; x += 1, at += 1)
        light[at] = (light[at] ?? 0) + (spots[row + Math.floor(x / scale)] ?? 0);
    }
  }
  const pixels = new Uint8ClampedArray(3 * light.length);
  for (const [index, value] of light.entries()) pixels.set([value + 20, value, value - 30], 3 * index);
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 88 })
    .toBuffer();
}
