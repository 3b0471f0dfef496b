import { z } from 'zod';
import { db, type Prisma } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import { textOf } from '@/domain/answers';
import { APPLICATION_STATES } from '@/domain/application';
import { FORM_ROLES, ROLES } from '@/domain/mentoring';
import { sectionsFor, type FormDefinition, type Section } from '@/domain/questions';
import { getForm } from '@/features/forms/queries';
import { answersSchema, problemsOf } from '../schema';
import { DESK_PAGE, type DeskFilter } from './schema';

export const factsSchema = z.object({ role: z.enum(ROLES), state: z.enum(APPLICATION_STATES) });

/** What stands for anything in LIKE stands for itself here. */
const literal = (q: string): string => q.replace(/[\\%_]/g, '\\$&');

const SHOWS: Record<DeskFilter['show'], Prisma.ApplicationWhereInput> = {
  all: {},
  begun: { state: 'draft' },
  sent: { state: { notIn: ['draft', 'withdrawn'] } },
  withdrawn: { state: 'withdrawn' },
};

function whereOf(cycleId: string, user: UserActor, { q, show }: DeskFilter): Prisma.ApplicationWhereInput {
  const contains = { contains: literal(q), mode: 'insensitive' } as const;
  const named = { draft: { answers: { path: ['name'], string_contains: literal(q), mode: 'insensitive' as const } } };
  return {
    AND: [
      { cycleId, email: { not: user.email }, OR: [{ personId: null }, { personId: { notIn: [...user.closed] } }] },
      SHOWS[show],
      q ? { OR: [{ name: contains }, { email: contains }, { reference: contains }, named] } : {},
    ],
  };
}

export const rowColumns = {
  id: true,
  role: true,
  state: true,
  reference: true,
  name: true,
  email: true,
  submittedAt: true,
  withdrawnAt: true,
  formVersion: true,
  draft: { select: { role: true, answers: true, savedSections: true, updatedAt: true } },
} as const;

type Progress = { done: number; of: number; last: string };

/** How far a form is, and the page saved last; never what stands in it. */
export function progressOf(
  form: FormDefinition,
  draft: { role: string; answers: unknown; savedSections: string[] },
): Progress {
  const role = FORM_ROLES.find((one) => one === draft.role) ?? 'mentee';
  const sections = sectionsFor(form, role, false);
  const answers = answersSchema.parse(draft.answers);
  const saved = (section: Section) => draft.savedSections.includes(section.key);
  const done = sections.filter((section) => saved(section) && Object.keys(problemsOf(section, answers)).length === 0);
  const lastKey = draft.savedSections.findLast((key) => sections.some((section) => section.key === key));
  return {
    done: done.length,
    of: sections.length,
    last: sections.find(({ key }) => key === lastKey)?.title ?? '',
  };
}

/** Everybody with a form in this cycle, begun or sent, by name; the viewer's own are not in it. */
export async function listDesk(cycle: { id: string; formVersion: string }, user: UserActor, filter: DeskFilter) {
  const where = whereOf(cycle.id, user, filter);
  const [rows, total, states] = await Promise.all([
    db.application.findMany({
      where,
      select: rowColumns,
      orderBy: [{ email: 'asc' }, { role: 'desc' }, { id: 'asc' }],
      skip: (filter.page - 1) * DESK_PAGE,
      take: DESK_PAGE,
    }),
    db.application.count({ where }),
    db.application.groupBy({ by: ['state'], where: whereOf(cycle.id, user, { ...filter, show: 'all' }), _count: true }),
  ]);
  const form = await getForm(cycle.formVersion);
  const count = (wanted: (state: string) => boolean) =>
    states.filter(({ state }) => wanted(state)).reduce((sum, { _count }) => sum + _count, 0);
  return {
    total,
    counts: {
      all: count(() => true),
      begun: count((state) => state === 'draft'),
      sent: count((state) => state !== 'draft' && state !== 'withdrawn'),
      withdrawn: count((state) => state === 'withdrawn'),
    },
    rows: rows.map(({ draft, role, state, name, ...row }) => ({
      ...row,
      ...factsSchema.parse({ role, state }),
      name: name || (draft ? textOf(answersSchema.parse(draft.answers), 'name') : ''),
      progress: draft && state === 'draft' ? progressOf(form, draft) : null,
      touchedAt: draft?.updatedAt ?? row.submittedAt,
    })),
  };
}
export type Desk = Awaited<ReturnType<typeof listDesk>>;
export type DeskRow = Desk['rows'][number];
