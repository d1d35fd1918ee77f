/**
 * JSON that stands inside an HTML script element whatever its texts are: no `</script>`, no `<!--`, no `&` that a
 * careless reader would decode, no line separator that old scripts stumble over (rule D15).
 */
export function escapeJsonLd(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
