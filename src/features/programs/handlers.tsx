import { sectionsInWords } from '@/lib/words/form';
import { promisesInLanguage } from '@/lib/words/identity';
import { MENTORING_2026 } from '@/domain/forms/mentoring-2026';
import { FORM_ROLES, type FormRole } from '@/domain/mentoring';
import { sectionsFor, type FormDefinition } from '@/domain/questions';
import { getForm } from '@/features/forms/queries';
import { cycleCalendar, cycleEntries } from '@/lib/words/cycle-calendar';
import { clock } from '@/lib/clock';
import { html, notFound } from '@/ui/http';
import { AccessibilityPage } from './components/static/accessibility-page';
import { HomePage } from './components/static/home-page';
import { ProgramPage } from './components/static/program-page';
import { QuestionsPage } from './components/static/questions-page';
import { countApplicants, findProgram, listPrograms, type ProgramView } from './queries';

/** The form of the cycle at hand; between cycles the one they begin with. */
const formOf = ({ cycle }: ProgramView) => getForm(cycle?.formVersion ?? MENTORING_2026.version);

const minutesOf = (form: FormDefinition, role: FormRole) =>
  sectionsFor(form, role, true).reduce((sum, { minutes }) => sum + minutes, 0);

export async function showHome(): Promise<Response> {
  const now = clock.now();
  return html(<HomePage programs={await listPrograms(now)} now={now} />);
}

export async function showProgram(slug: string): Promise<Response> {
  const now = clock.now();
  const program = await findProgram(slug, now);
  if (!program) return notFound();
  const counts =
    program.showCounts && program.cycle?.phase === 'applications' ? await countApplicants(program.cycle.id) : null;
  const form = await formOf(program);
  return html(
    <ProgramPage
      program={program}
      counts={counts}
      minutes={{ mentor: minutesOf(form, 'mentor'), mentee: minutesOf(form, 'mentee') }}
      now={now}
    />,
  );
}

export async function showQuestions(slug: string, typed: string): Promise<Response> {
  const program = await findProgram(slug, clock.now());
  const role = FORM_ROLES.find((one) => one === typed);
  if (!program || !role) return notFound();
  const { cycle } = program;
  const promises = cycle ? promisesInLanguage(cycle.identityDeleteOn, cycle.timeZone) : promisesInLanguage(null, '');
  return html(
    <QuestionsPage
      program={program}
      role={role}
      sections={sectionsInWords(sectionsFor(await formOf(program), role, cycle?.hasIdentity ?? true))}
      promises={promises}
    />,
  );
}

/** The cycle's dates as a calendar file. */
export async function sendCalendar(slug: string): Promise<Response> {
  const now = clock.now();
  const program = await findProgram(slug, now);
  const cycle = program?.cycle;
  if (!cycle) return notFound();
  const dated = { ...cycle, program };
  const entries = cycleEntries(dated, cycle.acts, now);
  return new Response(cycleCalendar(dated, entries, now), {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename="${slug}.ics"`,
      'Cache-Control': 'no-cache',
    },
  });
}

/** The statement names the contact of the only program, where there is only one. */
export async function showAccessibility(): Promise<Response> {
  const programs = await listPrograms(clock.now());
  const [first] = programs;
  const contact = first ? { name: first.contactName, email: first.contactEmail, phone: first.contactPhone } : undefined;
  return html(<AccessibilityPage contact={contact} />);
}
