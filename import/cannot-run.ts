/** The command cannot run as it was given, and nothing was imported. The message is for the user. */
export class CannotRun extends Error {
  override readonly name = 'CannotRun';
}
