/** The command as it was given cannot be carried out: nothing was imported. The message is for the user. */
export class CannotRun extends Error {
  override readonly name = 'CannotRun';
}
