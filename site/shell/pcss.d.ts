/** A style sheet that is loaded as a text, for the component `PageStyle`. */
declare module '*.pcss' {
  const css: string;
  export default css;
}
