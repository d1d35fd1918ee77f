import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';

/** Follows “Add an element” of docs/extending.md in copies of the tree. The name is one that no real element has. */

const root = join(import.meta.dirname, '..');

/** Steps 1 to 3: the files of the folder. */
const parts: Record<string, string> = {
  'syntax.ts': `
import type { ElementSyntax, TagSyntax } from '../element-syntax.ts';
import type { Element } from '../elements.ts';

/** An example for the reader. */
export interface Specimen {
  type: 'specimen';
  title?: string;
  children: Element[];
}

const tag: TagSyntax<Specimen, 'title'> = {
  name: 'Specimen',
  attributes: { title: {} },
  holds: 'paragraphs',
  read({ attributes: { title }, content }) {
    if (content.length === 0 || !content.every(({ type }) => type === 'paragraph')) return undefined;
    return { type: 'specimen', ...(title && { title }), children: content };
  },
  write: ({ title, children }, to) => ({ attributes: { title }, content: to.elements(children) }),
};

export const exampleSyntax: ElementSyntax<Specimen> = { tag };
`,
  'forms.ts': `
import { titleHtml, titleMarkdown } from '../box-title/forms.ts';
import type { ElementForms } from '../element-forms.ts';
import { under } from '../text-layout.ts';

export const exampleForms: ElementForms<'specimen'> = {
  html: ({ title, children }, to) => \`<aside>\${titleHtml(title, to)}\${to.elements(children)}</aside>\`,
  text: ({ title, children }, to) => under(title, to.elements(children).join('\\n\\n')),
  markdown: ({ title, children }, to) => [...titleMarkdown(title), ...to.elements(children)],
  nitf: ({ children }, to) => to.block('block', to.elements(children), { class: 'specimen' }),
  public: (example, filter) => [{ ...example, children: filter.elements(example.children) }],
  version: ({ title, children }, to) => [...to.block('title', title), ...to.elements(children, 'paragraph')],
  figures: () => [],
};
`,
  'specimen.tsx': `
import type { ReactNode } from 'react';
import type { ElementProps } from '../element-props.ts';
import './specimen.css';

export function Specimen({ element, nested }: ElementProps<'specimen'>): ReactNode {
  return <aside className="specimen">{nested(element.children)}</aside>;
}
`,
  'specimen.css': '.specimen {\n  color: var(--soft);\n}\n',
  'golden.test.ts': `
import { golden } from '../testing.ts';

golden('an example', '<Specimen title="Note">\\nThis story was updated.\\n</Specimen>\\n', {
  elements: [
    {
      type: 'specimen',
      title: 'Note',
      children: [{ type: 'paragraph', children: [{ type: 'text', text: 'This story was updated.' }] }],
    },
  ],
  words: 5,
  page: '<aside class="specimen"><p>This story was updated.</p></aside>',
  html: '<aside><p><strong>Note</strong></p><p>This story was updated.</p></aside>',
  text: 'Note\\n\\nThis story was updated.',
  markdown: '**Note**\\n\\nThis story was updated.\\n',
  nitf: '<block class="specimen"><p>This story was updated.</p>\\n</block>\\n',
  version: ['title: Note', 'paragraph: This story was updated.'],
});
`,
};

/** Step 4: a line in each of the two tables, and what it imports. */
const tables = {
  'elements.ts': {
    imports:
      "import { exampleForms } from './specimen/forms.ts';\n" +
      "import { exampleSyntax } from './specimen/syntax.ts';\n",
    before: '\n  paragraph: {',
    line: '\n  specimen: { syntax: exampleSyntax, forms: exampleForms },',
  },
  'components.tsx': {
    imports: "import { Specimen } from './specimen/specimen.tsx';\n",
    before: '\n  paragraph: Paragraph,',
    line: '\n  specimen: Specimen,',
  },
};

/** Copies elements/ and adds the new element, without one of its forms or without its line in one table. */
function extend(copy: string, { form, table }: { form?: string; table?: string } = {}): void {
  cpSync(join(root, 'elements'), join(copy, 'elements'), { recursive: true });
  mkdirSync(join(copy, 'elements/specimen'));
  for (const [name, source] of Object.entries(parts)) {
    const lines = source.trimStart().split('\n');
    const written = lines.filter((line) => form === undefined || !line.startsWith(`  ${form}: `));
    writeFileSync(join(copy, 'elements/specimen', name), written.join('\n'));
  }
  for (const [name, { imports, before, line }] of Object.entries(tables)) {
    if (name === table) continue;
    const file = join(copy, 'elements', name);
    const source = readFileSync(file, 'utf8');
    assert.equal(source.split(before).length, 2, `${name} has one line “${before.trim()}”.`);
    writeFileSync(file, imports + source.replace(before, line + before));
  }
}

test('an element is a folder and a line in each of two tables, and the compiler names what is missing', (t) => {
  const scratch = scratchFolder(t);
  extend(join(scratch, 'complete'));
  extend(join(scratch, 'without-form'), { form: 'nitf' });
  extend(join(scratch, 'without-syntax-line'), { table: 'elements.ts' });
  extend(join(scratch, 'without-component-line'), { table: 'components.tsx' });

  const errors = compile(scratch);
  assert.deepEqual(errors.get('complete') ?? [], []);
  assert.match(only(errors.get('without-form')), /^elements\/specimen\/forms\.ts.*'nitf' is missing/);
  assert.match(only(errors.get('without-component-line')), /^elements\/components\.tsx.*'?specimen'? is missing/);
  const unknown = errors.get('without-syntax-line') ?? [];
  assert.ok(
    unknown.some((error) => /^elements\/specimen\/forms\.ts.*"specimen"/.test(error)),
    unknown.join('\n'),
  );
});

test('the golden test of the new element runs', (t) => {
  const scratch = scratchFolder(t);
  for (const name of ['newsroom', 'formats', 'site'])
    cpSync(join(root, name), join(scratch, name), { recursive: true });
  extend(scratch);
  const { stdout, status } = run(scratch, '--test', 'elements/specimen/golden.test.ts', 'elements/elements.test.ts');
  assert.equal(status, 0, stdout);
  assert.match(stdout, /an example/);
});

function scratchFolder(t: TestContext): string {
  const scratch = mkdtempSync(join(tmpdir(), 'dateline-extending-'));
  t.after(() => rmSync(scratch, { recursive: true, force: true }));
  symlinkSync(join(root, 'node_modules'), join(scratch, 'node_modules'));
  writeFileSync(join(scratch, 'package.json'), '{ "type": "module" }');
  return scratch;
}

/** The compiler's errors for each copy in a folder, as `file: message`. */
function compile(scratch: string): Map<string, string[]> {
  const { compilerOptions } = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8'));
  writeFileSync(
    join(scratch, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: { ...compilerOptions, incremental: false },
      include: ['styles.d.ts', '*/elements/**/*.ts', '*/elements/**/*.tsx'],
      exclude: ['**/*.test.ts', '**/testing.ts'],
    }),
  );
  // In the site, Next declares this.
  writeFileSync(join(scratch, 'styles.d.ts'), "declare module '*.css';\n");
  const { stdout } = run(scratch, join(root, 'node_modules/typescript/bin/tsc'), '--pretty', 'false');
  const errors = new Map<string, string[]>();
  for (const [, copy = '', file, message] of stdout.matchAll(/^([\w-]+)\/(.+?)\(\d+,\d+\): error (.*)$/gm))
    errors.set(copy, [...(errors.get(copy) ?? []), `${file}: ${message}`]);
  return errors;
}

function run(cwd: string, ...args: string[]): { stdout: string; status: number | null } {
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { cwd, env, encoding: 'utf8' });
  return { stdout: stdout + stderr, status };
}

function only(errors: string[] | undefined): string {
  assert.equal(errors?.length, 1, errors?.join('\n'));
  return errors?.[0] ?? '';
}
