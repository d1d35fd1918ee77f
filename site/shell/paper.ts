/** The colours of the paper by day and by night, as in `base.css`. Browsers take them for their own frame. */
export const paper = { light: '#fffefb', dark: '#131312' } as const;
