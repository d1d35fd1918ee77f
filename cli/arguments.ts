import { parseArgs, type ParseArgsConfig } from 'node:util';
import { withoutForbidden } from '../newsroom/model/characters.ts';

/** Whether all arguments are options that the command knows. If not, it prints which one is not. */
export function takesOnly(args: readonly string[], options: readonly string[], usage: string): boolean {
  const unknown = args.find((argument) => !options.includes(argument));
  if (unknown === undefined) return true;
  console.error(`dateline: “${unknown}” is not an option of this command. Usage: dateline ${usage}`);
  return false;
}

/** The arguments as `parseArgs` of Node reads them, or what it found wrong, as a sentence. */
export function parsedArguments<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> | string {
  try {
    return parseArgs(config);
  } catch (fault) {
    return `${fault instanceof Error ? (fault.message.split('. ')[0] ?? '') : String(fault)}.`;
  }
}

/** Prints why a command cannot run, and how it is used. Returns its exit code. */
export function refused(fault: string, usage: string): 2 {
  console.error(`dateline: ${fault} ${usage}`);
  return 2;
}

/** A headline or a name as it was typed, on one line, without the characters that no output may have. */
export function oneLine(text: string): string {
  return withoutForbidden(text).replace(/\s+/g, ' ').trim();
}
