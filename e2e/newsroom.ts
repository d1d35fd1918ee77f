import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { stringify } from 'yaml';

type Fields = Record<string, unknown>;

/** A newsroom in a temporary folder, for one test. */
export class TemporaryNewsroom {
  readonly folder = mkdtempSync(join(tmpdir(), 'dateline-newsroom-'));

  constructor(site: Fields = {}) {
    const settings = { name: 'The Test', url: 'https://test.example', language: 'en', timezone: 'UTC', ...site };
    this.write('site.yaml', stringify(settings));
  }

  /** Writes a file as it is. */
  write(path: string, text: string | Uint8Array): void {
    const target = join(this.folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }

  remove(path: string): void {
    rmSync(join(this.folder, path), { recursive: true });
  }

  /** Writes the article at an address. Fields that are required and not given get a default. */
  article(address: string, fields: Fields = {}, body = 'A paragraph of plain text.'): void {
    this.write(articleFile(address), articleText(address, fields, body));
  }

  topic(slug: string, fields: Fields = {}, introduction = ''): void {
    this.write(`topics/${slug}.mdx`, file({ title: slug, ...fields }, introduction));
  }

  person(slug: string, fields: Fields = {}, biography = ''): void {
    this.write(`people/${slug}.mdx`, file({ name: slug, ...fields }, biography));
  }

  storyline(slug: string, fields: Fields = {}, soFar = ''): void {
    this.write(`storylines/${slug}.mdx`, file({ title: slug, ...fields }, soFar));
  }

  /** Writes a small SVG. */
  picture(src: string): void {
    this.write(
      `images/${src}`,
      '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360" viewBox="0 0 640 360"><rect width="640" height="360" fill="#9cb"/></svg>\n',
    );
  }

  /** Writes a PNG that is treated as a photograph: a field of colours, dark at its left and light at its right end. */
  photograph(src: string, width: number, height: number): void {
    const row = Buffer.alloc(1 + 3 * width);
    for (let x = 0; x < width; x += 1) row.fill(Math.round((220 * x) / width) + 20, 1 + 3 * x, 4 + 3 * x);
    const head = Buffer.alloc(13);
    head.writeUInt32BE(width, 0);
    head.writeUInt32BE(height, 4);
    head.set([8, 2], 8);
    const chunk = (name: string, data: Buffer): Buffer => {
      const body = Buffer.concat([Buffer.from(name), data]);
      const [size, check] = [Buffer.alloc(4), Buffer.alloc(4)];
      size.writeUInt32BE(data.length);
      check.writeUInt32BE(crc32(body));
      return Buffer.concat([size, body, check]);
    };
    const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
    const signature = Buffer.from('89504e470d0a1a0a', 'hex');
    const chunks = [chunk('IHDR', head), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))];
    this.write(`images/${src}`, Buffer.concat([signature, ...chunks]));
  }

  /** Commits all files to a git repository in the newsroom's folder. `at` is the date of the commit, an ISO instant. */
  commit(at: string): void {
    const git = (...args: string[]): void => {
      execFileSync('git', ['-C', this.folder, '-c', 'user.name=Desk', '-c', 'user.email=desk@example.org', ...args], {
        env: { ...process.env, GIT_COMMITTER_DATE: at, GIT_AUTHOR_DATE: at },
      });
    };
    if (!existsSync(join(this.folder, '.git'))) git('init', '-q', '-b', 'main');
    git('add', '-A');
    git('commit', '-q', '-m', 'As it is');
  }

  /** Deletes the folder. */
  end(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The path of an article's file in the newsroom's folder. */
export function articleFile(address: string): string {
  return `articles${address}.mdx`;
}

/** The text of an article's file. If `fields` do not say otherwise, it is published at noon of the day in its address. */
export function articleText(address: string, fields: Fields = {}, body = 'A paragraph of plain text.'): string {
  const [, year, month, day, slug] = address.split('/');
  return file(
    {
      id: `urn:test:${address}`,
      headline: `Headline of ${slug}`,
      published: `${year}-${month}-${day}T12:00:00Z`,
      ...fields,
    },
    body,
  );
}

function file(fields: Fields, body: string): string {
  return `---\n${stringify(fields)}---\n\n${body}\n`;
}
