import { problem, type Problem } from '../model/problem.ts';

/** A picture whose maker is not named. */
export function missingCredit(file: string, place: { field: string; line: number; column: number }): Problem {
  return problem(
    'picture-credit',
    { file, ...place },
    {
      message: 'The picture has no credit.',
      why: 'Readers and other newsrooms want to know who made it, and its licence most often asks for it.',
      fix: 'Add `credit` with the name of the maker.',
    },
  );
}
