/** Tells whether all arguments are options that the command knows; if not, the user is told. */
export function takesOnly(args: readonly string[], options: readonly string[], usage: string): boolean {
  const unknown = args.find((argument) => !options.includes(argument));
  if (unknown === undefined) return true;
  console.error(`dateline: “${unknown}” means nothing here. Usage: dateline ${usage}`);
  return false;
}
