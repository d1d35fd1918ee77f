/** The media type of a picture from the kind of its file in the store, such as `jpg`. */
export function pictureType(kind: string): string {
  return kind === 'svg' ? 'image/svg+xml' : kind === 'jpg' ? 'image/jpeg' : `image/${kind}`;
}
