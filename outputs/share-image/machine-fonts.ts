import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';

/** Lets this process have no fonts but those given, by file name, as if they alone were installed on the machine. Call it before any text is set. */
export function haveOnly(fonts: Record<string, Buffer>): void {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-fonts-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'fonts'));
  for (const [name, bytes] of Object.entries(fonts)) writeFileSync(join(folder, 'fonts', name), bytes);
  writeFileSync(
    join(folder, 'fonts.conf'),
    `<?xml version="1.0"?><fontconfig><dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'cache')}</cachedir></fontconfig>`,
  );
  process.env['FONTCONFIG_FILE'] = join(folder, 'fonts.conf');
}
