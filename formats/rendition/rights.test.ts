import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sharp } from '../sharp.ts';
import { rightsOf } from './rights.ts';

const field = sharp({ create: { width: 8, height: 8, channels: 3, background: '#375' } });

/** One text of IPTC's second record. */
function dataset(number: number, text: string): Buffer {
  const bytes = Buffer.from(text, 'latin1');
  return Buffer.concat([Buffer.from([0x1c, 2, number, bytes.length >> 8, bytes.length & 0xff]), bytes]);
}

const packet = (inside: string, attributes = ''): { xmpAsString: string } => ({
  xmpAsString: `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description${attributes}>${inside}</rdf:Description></rdf:RDF></x:xmpmeta>`,
});

test('maker, credit and rights are found wherever a file states them, and nothing else is', async () => {
  const { exif } = await sharp(
    await field
      .clone()
      .withExif({ IFD0: { Artist: 'Ann Blott', Copyright: 'By Blott', Make: 'Camera' }, IFD3: { GPSLatitudeRef: 'N' } })
      .jpeg()
      .toBuffer(),
  ).metadata();
  assert.ok(exif);
  const cases: [what: string, metadata: Parameters<typeof rightsOf>[0], found: string[]][] = [
    ['Exif', { exif }, ['<rdf:li>Ann Blott<', '>By Blott<']],
    [
      'IPTC in Latin-1',
      { iptc: Buffer.concat([dataset(5, 'Title'), dataset(80, 'Zoë'), dataset(110, 'AFP'), dataset(116, '© AFP')]) },
      ['<rdf:li>Zoë<', '<photoshop:Credit>AFP<', '>© AFP<'],
    ],
    [
      'XMP in elements',
      packet(
        '<dc:creator><rdf:Seq><rdf:li>A &amp; B &#x3c;C&#62;</rdf:li><rdf:li>D</rdf:li></rdf:Seq></dc:creator><xmpRights:UsageTerms><rdf:Alt><rdf:li xml:lang="x-default">Once</rdf:li></rdf:Alt></xmpRights:UsageTerms><exif:GPSLatitude>51,30N</exif:GPSLatitude>',
      ),
      ['<rdf:li>A &amp; B &lt;C&gt;<', '>Once<'],
    ],
    [
      'XMP in attributes',
      packet('', ' photoshop:Credit="AFP" xmpRights:WebStatement="https://example.org/r" exif:GPSLatitude="51,30N"'),
      ['<photoshop:Credit>AFP<', '<xmpRights:WebStatement>https://example.org/r<'],
    ],
  ];
  for (const [what, metadata, found] of cases) {
    const written = rightsOf(metadata) ?? '';
    for (const each of found) assert.ok(written.includes(each), `${what}: ${each} in ${written}`);
    assert.equal(/GPS|51,30|Camera|Title/.test(written), false, what);
  }
});

test('nothing is written where a file states nothing, or what cannot be read', () => {
  for (const metadata of [
    {},
    packet(''),
    packet('<dc:creator></dc:creator><dc:rights> \n</dc:rights>'),
    packet('<dc:creator>no end'),
    packet('', ' photoshop:Credit="no end'),
    { iptc: Buffer.from([0x1c, 2, 80]) },
    { iptc: Buffer.alloc(100_000, 0x1c) },
    { exif: Buffer.from('Exif\0\0II*\0\xff\xff\xff\xff', 'latin1') },
    { exif: Buffer.alloc(7) },
  ])
    assert.equal(rightsOf(metadata), undefined);
  const long = rightsOf(packet(`<dc:rights>${'x'.repeat(100_000)}</dc:rights>`)) ?? '';
  assert.ok(long.length < 1500);
});
