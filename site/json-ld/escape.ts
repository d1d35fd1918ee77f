/**
 * JSON that is safe inside an HTML script element, whatever texts it has: without `</script>` and `<!--`, without `&`,
 * which a careless reader would decode, and without line separators, which old parsers of scripts refuse (rule D15).
 */
export function escapeJsonLd(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
