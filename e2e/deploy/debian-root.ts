import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Fills an empty folder with the files of Debian packages, as they are on this machine: those that each Debian has, `apt`,
 * the named ones, and what these depend on. It is what the image `debian:…-slim` is, and then `apt-get install`.
 */
export function fillWithDebian(folder: string, packages: readonly string[]): void {
  for (const name of ['bin', 'sbin', 'lib', 'lib64']) {
    mkdirSync(join(folder, 'usr', name), { recursive: true });
    symlinkSync(`usr/${name}`, join(folder, name));
  }
  const files = execFileSync('dpkg-query', ['-L', ...withDependencies(packages)], { encoding: 'utf8', maxBuffer: 1e8 })
    .split('\n')
    .filter((file) => /^\/./.test(file) && !/^\/usr\/share\/(?:doc|man|locale|info)\//.test(file))
    // The links of the first folders are there already.
    .map((file) => file.replace(/^\/(bin|sbin|lib|lib64)(?=\/|$)/, '/usr/$1').slice(1));
  const list = [...new Set(files)].join('\0');
  const archive = execFileSync(
    'tar',
    ['-C', '/', '--no-recursion', '--null', '--ignore-failed-read', '-T', '-', '-c'],
    {
      input: list,
      maxBuffer: 1e9,
      stdio: ['pipe', 'pipe', 'ignore'],
    },
  );
  execFileSync('tar', ['-C', folder, '--keep-directory-symlink', '-x'], { input: archive });
  // What the packages write when they are installed.
  for (const name of ['passwd', 'group'])
    copyFileSync(join(folder, `usr/share/base-passwd/${name}.master`), join(folder, 'etc', name));
  cpSync('/etc/alternatives', join(folder, 'etc/alternatives'), { recursive: true, verbatimSymlinks: true });
  for (const name of ['proc', 'dev', 'tmp', 'run', 'sys', 'usr/local/bin', 'usr/local/lib'])
    mkdirSync(join(folder, name), { recursive: true });
  execFileSync('chroot', [folder, '/sbin/ldconfig']);
}

/** Packages that each Debian has, the named ones, and all on which they depend. */
function withDependencies(packages: readonly string[]): string[] {
  const format = '${Package}\\t${Status}\\t${Essential}\\t${Priority}\\t${Provides}\\t${Pre-Depends},${Depends}\\n';
  const rows = execFileSync('dpkg-query', ['-W', '-f', format], { encoding: 'utf8', maxBuffer: 1e8 })
    .split('\n')
    .map((row) => row.split('\t'))
    .filter(([, status]) => status?.endsWith(' installed'));
  const names = (list = ''): string[] =>
    list
      .split(/[,|]/)
      .map((each) => each.trim().replace(/[ :(].*$/, ''))
      .filter(Boolean);
  const needs = new Map(rows.map(([name = '', , , , , depends = '']) => [name, depends.split(',')]));
  const providers = new Map(rows.flatMap(([name = '', , , , provides]) => names(provides).map((each) => [each, name])));
  const found = new Set<string>();
  const add = (name: string): boolean => {
    const own = needs.has(name) ? name : providers.get(name);
    if (own === undefined) return false;
    if (found.has(own)) return true;
    found.add(own);
    // Of alternatives, the first that is on this machine.
    for (const need of needs.get(own) ?? []) names(need).some(add);
    return true;
  };
  for (const [name = '', , essential, priority] of rows) if (essential === 'yes' || priority === 'required') add(name);
  for (const name of ['apt', ...packages]) if (!add(name)) throw new Error(`${name} is not on this machine.`);
  return [...found];
}
