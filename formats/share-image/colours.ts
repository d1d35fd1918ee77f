import { designColours } from '../../newsroom/model/theme.ts';

const { paper, ink, soft, hair } = designColours;

/** The colours of the site's light scheme. */
export const colours = { paper: paper.light, ink: ink.light, soft: soft.light, hair: hair.light } as const;
