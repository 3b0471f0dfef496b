import { calendarFile } from '@/domain/calendar';
import { formatDay } from '@/domain/dates';
import { MENTORING_2026 } from '@/domain/forms/mentoring-2026';
import { FORM_ROLES, type FormRole } from '@/domain/mentoring';
import { sectionsFor } from '@/domain/questions';
import { slipLines } from '@/domain/timeline';
import { clock } from '@/lib/clock';
import { appUrl } from '@/lib/env';
import { paths } from '@/lib/paths';
import { html, notFound } from '@/ui/http';
import { AccessibilityPage } from './components/static/accessibility-page';
import { HomePage } from './components/static/home-page';
import { ProgramPage } from './components/static/program-page';
import { QuestionsPage } from './components/static/questions-page';
import { countApplicants, findProgram, listPrograms } from './queries';

const minutesOf = (role: FormRole) =>
  sectionsFor(MENTORING_2026, role, true).reduce((sum, { minutes }) => sum + minutes, 0);

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
  return html(
    <ProgramPage
      program={program}
      counts={counts}
      minutes={{ mentor: minutesOf('mentor'), mentee: minutesOf('mentee') }}
      now={now}
    />,
  );
}

export async function showQuestions(slug: string, typed: string): Promise<Response> {
  const program = await findProgram(slug, clock.now());
  const role = FORM_ROLES.find((one) => one === typed);
  if (!program || !role) return notFound();
  const { cycle } = program;
  const deleteOn = cycle ? formatDay(cycle.identityDeleteOn, cycle.timeZone) : 'the date printed on the form';
  return html(
    <QuestionsPage
      program={program}
      role={role}
      sections={sectionsFor(MENTORING_2026, role, cycle?.hasIdentity ?? true)}
      deleteOn={deleteOn}
    />,
  );
}

/** The cycle's dates as a calendar file. */
export async function sendCalendar(slug: string): Promise<Response> {
  const now = clock.now();
  const program = await findProgram(slug, now);
  const cycle = program?.cycle;
  if (!cycle) return notFound();
  const host = new URL(appUrl()).hostname;
  const entries = slipLines(cycle, cycle.acts, now).map(({ key, at, title }) => ({
    uid: `${cycle.code}-${key}@${host}`,
    at,
    title: `${program.name}: ${title}`,
  }));
  return new Response(
    calendarFile(`${program.name}, ${cycle.name}`, `${appUrl()}${paths.program(slug)}`, entries, now),
    {
      headers: {
        'Content-Type': 'text/calendar; charset=utf-8',
        'Content-Disposition': `attachment; filename="${slug}.ics"`,
        'Cache-Control': 'no-cache',
      },
    },
  );
}

/** The statement names the contact of the only program, where there is only one. */
export async function showAccessibility(): Promise<Response> {
  const programs = await listPrograms(clock.now());
  const [first] = programs;
  const contact = first ? { name: first.contactName, email: first.contactEmail, phone: first.contactPhone } : undefined;
  return html(<AccessibilityPage contact={contact} />);
}
