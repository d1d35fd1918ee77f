/** Whether all arguments are options that the command knows. If not, it prints which one is not. */
export function takesOnly(args: readonly string[], options: readonly string[], usage: string): boolean {
  const unknown = args.find((argument) => !options.includes(argument));
  if (unknown === undefined) return true;
  console.error(`dateline: “${unknown}” is not an option of this command. Usage: dateline ${usage}`);
  return false;
}
