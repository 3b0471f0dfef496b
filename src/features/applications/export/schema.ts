import type { Answers } from '@/domain/answers';
import { STATE_LABELS, type ApplicationState } from '@/domain/application';
import { dayOf } from '@/domain/dates';
import type { Role } from '@/domain/mentoring';
import { answerInWords, isAnswered, sectionsFor, type FormDefinition, type Question } from '@/domain/questions';
import type { Cell } from '@/lib/csv';

export const EXPORT_FILES = ['applications.csv', 'applications.xlsx'] as const;
export type ExportFile = (typeof EXPORT_FILES)[number];

/** What leaves the program in a file is read by whoever gets the file: nothing that only staff, a match or nobody reads. */
const KEPT_IN = ['staff', 'confidential', 'match_if_ticked'];
const goesOut = (question: Question): boolean =>
  isAnswered(question) &&
  question.type !== 'file' &&
  !KEPT_IN.includes(question.seenBy) &&
  question.name !== 'share_contact' &&
  question.name !== 'name';

/** Questions of all these forms, each once, in the wording of the form named last. */
export function exportedQuestions(forms: readonly FormDefinition[]): Question[] {
  const found = new Map<string, Question>();
  for (const form of forms)
    for (const role of ['mentor', 'mentee'] as const)
      for (const { questions } of sectionsFor(form, role, false))
        for (const question of questions.filter(goesOut)) found.set(question.name, question);
  return [...found.values()];
}

export type ExportRow = {
  reference: string | null;
  name: string;
  role: Role;
  state: ApplicationState;
  submittedAt: Date | null;
  places: number;
  reviewCount: number;
  laterBy: Date | null;
  isMarked: boolean;
  answers: Answers;
};

const FIXED = [
  'Reference',
  'Name',
  'Role',
  'State',
  'Sent',
  'Places',
  'Reviews',
  'Later, by',
  'Needs discussion',
] as const;

export const headingsOf = (questions: readonly Question[]): string[] => [
  ...FIXED,
  ...questions.map(({ label }) => label),
];

/** One application as cells; what the form of its own time did not ask stays empty. */
export function cellsOf(row: ExportRow, questions: readonly Question[], timeZone: string): Cell[] {
  const day = (at: Date | null) => (at ? dayOf(at, timeZone) : '');
  return [
    row.reference ?? '',
    row.name,
    row.role,
    STATE_LABELS[row.state],
    day(row.submittedAt),
    row.places,
    row.reviewCount,
    day(row.laterBy),
    row.isMarked ? 'yes' : '',
    ...questions.map((question) => (question.name in row.answers ? answerInWords(question, row.answers) : '')),
  ];
}
