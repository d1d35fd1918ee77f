/** A day on which all of the demonstration newsroom has been published. */
export const demonstrationDay = '2026-01-15T12:00:00Z';
