/** An instruction of a Dockerfile. */
interface Instruction {
  name: string;
  args: string;
}

/** A stage of a Dockerfile: an image, from another one. */
export interface Stage {
  from: string;
  name: string | undefined;
  instructions: Instruction[];
}

/** Reads a Dockerfile. Comments, and ends of lines after `\`, are left out. */
export function stagesOf(text: string): Stage[] {
  const stages: Stage[] = [];
  const lines = text
    .replace(/^#.*\n/gm, '')
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '');
  for (const line of lines) {
    const [, name = '', args = ''] = /^(\w+)\s+(.*)$/.exec(line) ?? [];
    const [, from, stage] = /^(\S+)(?:\s+AS\s+(\S+))?$/.exec(args) ?? [];
    if (name === 'FROM' && from !== undefined) stages.push({ from, name: stage, instructions: [] });
    else if (name === '' || stages.length === 0) throw new Error(`This is no instruction: ${line}`);
    else stages.at(-1)?.instructions.push({ name, args });
  }
  return stages;
}

/** The words of an instruction in the form of a JSON list: `["node", "a b"]`. */
export function wordsOf(args: string): string[] {
  const words: unknown = JSON.parse(args);
  if (!Array.isArray(words) || !words.every((word) => typeof word === 'string'))
    throw new TypeError(`No list: ${args}`);
  return words;
}

/** The pairs of `ENV`. Values have no spaces. */
export function variablesOf(args: string): Record<string, string> {
  return Object.fromEntries(
    args.split(/\s+/).map((pair) => [pair.split('=', 1)[0] ?? '', pair.replace(/^[^=]*=/, '')]),
  );
}
