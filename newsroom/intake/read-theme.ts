import { CssSyntaxError, parse, type Declaration, type Node } from 'postcss';
import { problem, type Problem } from '../model/problem.ts';
import { colourNames, fontNames, sizeNames, sixDigits, type ColourPair, type Theme } from '../model/theme.ts';

const example = ':root { --red: light-dark(#9b1c1c, #f08b80); }';
const allowed = [...colourNames, ...fontNames, ...sizeNames].map((name) => `--${name}`).join(', ');

/**
 * Reads `theme.css`. It may set the custom properties of the design in `:root`, each with a value of a simple form, so that
 * nothing in it can load, hide or break anything. What is not one of them is left out with an error; a file that is no CSS
 * has no theme.
 */
export function readTheme(file: string, text: string): { theme: Theme | undefined; problems: Problem[] } {
  const problems: Problem[] = [];
  const report = (at: { line: number; column: number } | undefined, message: string, fix: string): void => {
    const why = 'A theme sets the custom properties of the design, and nothing else. This is left out.';
    problems.push(problem('theme-invalid', { file, ...at }, { message, why, fix }));
  };
  let root;
  try {
    root = parse(text);
  } catch (fault) {
    if (!(fault instanceof CssSyntaxError)) throw fault;
    const { line = 1, column = 1, reason } = fault;
    report({ line, column }, `The file is no CSS: ${reason}.`, `Correct it. A theme has this form: \`${example}\``);
    return { theme: undefined, problems };
  }
  const theme: Theme = { colours: {}, others: {} };
  for (const rule of root.nodes) {
    if (rule.type === 'comment') continue;
    if (rule.type !== 'rule' || rule.selector !== ':root') {
      const name = rule.type === 'rule' ? rule.selector : rule.type === 'atrule' ? `@${rule.name}` : rule.prop;
      report(
        placeOf(rule),
        `“${name.slice(0, 80)}” cannot be in a theme.`,
        `Write \`${example}\`. \`light-dark()\` has the values for the light and for the dark scheme.`,
      );
      continue;
    }
    for (const node of rule.nodes) {
      if (node.type === 'comment') continue;
      const fault: Fault | undefined =
        node.type === 'decl' ? setProperty(theme, node) : ['Only values of properties can be here.', example];
      if (fault) report(placeOf(node), ...fault);
    }
  }
  return { theme, problems };
}

function placeOf({ source }: Node): { line: number; column: number } | undefined {
  return source?.start && { line: source.start.line, column: source.start.column };
}

/** What is wrong, and how to correct it. */
type Fault = [message: string, fix: string];

/** Sets a property of the theme. Returns what is wrong if it cannot be set. */
function setProperty(theme: Theme, declaration: Declaration): Fault | undefined {
  const { prop, value, important } = declaration;
  const shown = value.length > 80 ? `${value.slice(0, 80)} …` : value;
  if (important) return [`“${prop}” has \`!important\`.`, 'Take it out. The theme goes before the design without it.'];
  const colour = colourNames.find((each) => prop === `--${each}`);
  if (colour !== undefined) {
    const pair = colourPair(value);
    if (!pair)
      return [
        `“${shown}” is no colour that can be checked.`,
        'Write `#rrggbb` for both schemes, or `light-dark(#rrggbb, #rrggbb)`.',
      ];
    theme.colours[colour] = { ...pair, ...(placeOf(declaration) ?? { line: 1, column: 1 }) };
    return undefined;
  }
  const font = fontNames.find((each) => prop === `--${each}`);
  const size = sizeNames.find((each) => prop === `--${each}`);
  const other = font ?? size;
  if (other === undefined) return [`The design has no “${prop.slice(0, 80)}”.`, `Set one of: ${allowed}.`];
  if (font !== undefined && !families.test(value))
    return [
      `“${shown}” is no list of font families.`,
      "Write names with commas between them: `'Source Serif 4', Georgia, serif`.",
    ];
  if (size !== undefined && !lengths.test(value))
    return [`“${shown}” is no size of text.`, 'Write a length in rem, or `clamp(2rem, 1rem + 3vw, 4rem)`.'];
  theme.others[other] = value;
  return undefined;
}

const hex = '#(?:[\\da-f]{3}|[\\da-f]{6})';
const single = new RegExp(`^${hex}$`, 'i');
const double = new RegExp(`^light-dark\\(\\s*(${hex})\\s*,\\s*(${hex})\\s*\\)$`, 'i');
const family = `(?:'[\\p{L}\\p{N} ._-]{1,60}'|"[\\p{L}\\p{N} ._-]{1,60}"|[a-z][\\w-]{0,40}(?: [\\w-]{1,40}){0,5})`;
const families = new RegExp(`^${family}(?:\\s*,\\s*${family}){0,15}$`, 'iu');
const length = '\\d{0,3}(?:\\.\\d{1,5})?(?:rem|em|vw)';
const lengths = new RegExp(
  `^(?:${length}|clamp\\(${length},\\s*${length}(?:\\s*[+-]\\s*${length})?,\\s*${length}\\))$`,
  'i',
);

function colourPair(value: string): ColourPair | undefined {
  if (single.test(value)) return { light: sixDigits(value), dark: sixDigits(value) };
  const [, light, dark] = double.exec(value) ?? [];
  return light === undefined || dark === undefined ? undefined : { light: sixDigits(light), dark: sixDigits(dark) };
}
