import sharp from 'sharp';

/** A JPEG with the detail of a photograph: noise at three scales. */
export async function photograph(width: number, height: number): Promise<Buffer> {
  const noise = (share: number, sigma: number): Promise<Buffer> =>
    sharp({
      create: {
        width: Math.ceil(width / share),
        height: Math.ceil(height / share),
        channels: 3,
        background: '#808080',
        noise: { type: 'gaussian', mean: 128, sigma },
      },
    })
      .resize(width, height, { fit: 'fill' })
      .png({ compressionLevel: 1 })
      .toBuffer();
  const [ground, fine] = [await noise(400, 60), await noise(8, 30)];
  return sharp(ground)
    .composite([{ input: fine, blend: 'soft-light' }])
    .jpeg({ quality: 88 })
    .toBuffer();
}
