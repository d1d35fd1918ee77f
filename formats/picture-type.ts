/** The media type of a picture, from the kind of file that the newsroom's store says it is. */
export function pictureType(kind: string): string {
  return kind === 'svg' ? 'image/svg+xml' : kind === 'jpg' ? 'image/jpeg' : `image/${kind}`;
}
