import { db } from '@/db/client';
import { OTHER_LANGUAGES } from '@/domain/language';
import { rosterSchema, translationsSchema, type OwnWords } from '../schema';

const NOTHING: OwnWords = { promise: '', summary: '', objectives: [], commitments: [], pause: '' };

const fieldsOf = ({ promise, summary, objectives, commitments, pause }: OwnWords, ending = '') => [
  [`promise${ending}`, promise],
  [`summary${ending}`, summary],
  [`objectives${ending}`, objectives.join('\n')],
  [`commitments${ending}`, commitments.join('\n')],
  [`pause${ending}`, pause],
];

/** What a program says of itself, by the names of its page's fields. */
export async function getProgramSettings(programId: string) {
  const { roster, translations, languages, version, slug, showCounts, ...program } = await db.program.findUniqueOrThrow(
    {
      where: { id: programId },
      select: {
        slug: true,
        version: true,
        promise: true,
        summary: true,
        objectives: true,
        commitments: true,
        pause: true,
        contactName: true,
        contactEmail: true,
        contactPhone: true,
        showCounts: true,
        languages: true,
        translations: true,
        roster: true,
      },
    },
  );
  const { contactName, contactEmail, contactPhone } = program;
  const known = translationsSchema.parse(translations);
  const fields: Record<string, string> = Object.fromEntries([
    ...fieldsOf(program),
    ...OTHER_LANGUAGES.flatMap((language) => fieldsOf(known[language] ?? NOTHING, `.${language}`)),
    ...OTHER_LANGUAGES.map((language) => [`offers.${language}`, languages.includes(language) ? 'yes' : '']),
    ...Object.entries({ contactName, contactEmail, contactPhone }),
    ['showCounts', showCounts ? 'yes' : ''],
  ]);
  return { slug, version, fields, roster: rosterSchema.parse(roster) };
}
export type ProgramSettings = Awaited<ReturnType<typeof getProgramSettings>>;
