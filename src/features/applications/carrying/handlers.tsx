import { postWait } from '@/auth/post-limit';
import { participantSession, sessionCookie } from '@/auth/sessions';
import { Refusal } from '@/domain/refusal';
import { FORM_ROLES } from '@/domain/mentoring';
import { clock } from '@/lib/clock';
import { isId } from '@/lib/id';
import { paths } from '@/lib/paths';
import { html, notFound, readForm, seeOther } from '@/ui/http';
import { waitPage } from '@/ui/wait';
import { findOwnApplication } from '../status/queries';
import { openByLink } from '../resume/commands';
import { sayWish } from './commands';
import { CarriedPage, CarryPage, EndedCarryPage } from './components/static/carry-page';
import { findBegun, findCarried, findCarryLink } from './queries';
import { wishSchema } from './schema';

const ended = (): Promise<Response> => html(<EndedCarryPage />, 410);

/** The mailed link. Opening it changes nothing. */
export async function showCarry(request: Request, token: string): Promise<Response> {
  const now = clock.now();
  const link = await findCarryLink(token, now);
  if (!link) return ended();
  if (!link.isQuestion) return html(<CarriedPage token={token} />);
  const application = await findCarried(link.subjectId, now);
  if (!application) return ended();
  const said = new URL(request.url).searchParams.has('said');
  return html(<CarryPage application={application} token={token} said={said} />);
}

export async function takeCarry(request: Request, token: string): Promise<Response> {
  const posted = await readForm(request);
  const wait = await postWait(request);
  if (wait > 0) return waitPage(wait);
  const now = clock.now();
  const link = await findCarryLink(token, now);
  if (!link) return ended();
  if (!link.isQuestion) return openForm(request, token, now);
  const application = await findCarried(link.subjectId, now);
  const wish = wishSchema.safeParse({ wanted: posted.text('wanted') });
  if (!application) return ended();
  if (wish.success) await sayWish(application, wish.data.wanted === 'yes', now);
  return seeOther(`${paths.carryLink(token)}?said=1`);
}

/** The button of the mail that says the form is there: only this spends it. */
async function openForm(request: Request, token: string, now: Date): Promise<Response> {
  const session = await participantSession(request, now);
  try {
    const { cookieToken, subjectId } = await openByLink(token, session?.id ?? null, now, 'carried');
    const begun = await findBegun(subjectId ?? '');
    const role = FORM_ROLES.find((one) => one === begun?.role);
    const to = begun && role ? paths.apply(begun.cycle.code, role) : paths.status();
    return seeOther(to, { cookies: [sessionCookie('participant', cookieToken)] });
  } catch (error) {
    if (error instanceof Refusal) return ended();
    throw error;
  }
}

/** The same question on the status page. */
export async function takeCarryWish(request: Request, id: string): Promise<Response> {
  const posted = await readForm(request);
  const now = clock.now();
  const session = await participantSession(request, now);
  const own = session?.personId && isId(id) ? await findOwnApplication(session, id) : null;
  const application = own && (await findCarried(own.id, now));
  if (!application || application.personId === null) return notFound();
  const wait = await postWait(request);
  if (wait > 0) return waitPage(wait);
  const wish = wishSchema.safeParse({ wanted: posted.text('wanted') });
  if (wish.success) await sayWish(application, wish.data.wanted === 'yes', now);
  return seeOther(`${paths.status()}?carried=1`);
}
