import { signInAsDemoUser } from '../commands';
import { signedIn } from '../handlers';
import { findContact } from '../queries';
import { safeNext, userIdSchema } from '../schema';
import { sessionCookie } from '@/auth/sessions';
import { Refusal } from '@/domain/refusal';
import { clock } from '@/lib/clock';
import { isDemo, webEnv } from '@/lib/env';
import { refusalOf } from '@/lib/form-state';
import { isCode } from '@/lib/id';
import { paths } from '@/lib/paths';
import { sandboxed } from '@/lib/sandbox';
import { findCaught, listCaught } from '@/mail/caught';
import { html, notFound, readForm, seeOther } from '@/ui/http';
import { DemoSignInPage } from './components/static/demo-sign-in-page';
import { MailListPage, MailPage } from './components/static/mail-pages';
import { signInAsDemoPerson } from './commands';
import { listDemoPairs, listDemoPeople } from './queries';

const NEWEST = 200;

export async function showDemoPeople(request: Request): Promise<Response> {
  if (!isDemo()) return notFound();
  const next = safeNext(new URL(request.url).searchParams.get('next') ?? '');
  const now = clock.now();
  const [programs, partners] = [await listDemoPeople(now), await listDemoPairs(now)];
  return html(<DemoSignInPage programs={programs} partners={partners} next={next} contact={await findContact()} />);
}

/** One of a pair, as if they had come by the link in their mail. */
async function takePartner(personId: string, pair: string): Promise<Response> {
  const session = await signInAsDemoPerson(personId, clock.now()).catch(refusalOf);
  if (session instanceof Refusal) return notFound();
  const path = isCode(pair) ? paths.pair(pair.toLowerCase()) : paths.status();
  return seeOther(path, { cookies: [sessionCookie('participant', session)] });
}

export async function takeDemoPerson(request: Request): Promise<Response> {
  const form = await readForm(request);
  const person = userIdSchema.safeParse(form.text('person'));
  if (isDemo() && person.success) return takePartner(person.data, form.text('pair'));
  const id = userIdSchema.safeParse(form.text('user'));
  if (!isDemo() || !id.success) return notFound();
  const session = await signInAsDemoUser(id.data, clock.now()).catch((error: unknown) => {
    if (error instanceof Refusal) return null;
    throw error;
  });
  return session === null ? notFound() : signedIn(session, safeNext(form.text('next')));
}

export async function showMails(): Promise<Response> {
  if (!isDemo()) return notFound();
  return html(<MailListPage {...await listCaught(webEnv().MAIL_DIR, NEWEST)} contact={await findContact()} />);
}

export async function showMail(file: string): Promise<Response> {
  const mail = isDemo() ? await findCaught(webEnv().MAIL_DIR, file) : null;
  if (!mail) return notFound();
  return html(<MailPage mail={mail} contact={await findContact()} />);
}

/** The HTML part as the mail program would show it, in a page that is cut off from ours. */
export async function showMailHtml(file: string): Promise<Response> {
  const mail = isDemo() ? await findCaught(webEnv().MAIL_DIR, file) : null;
  return mail?.html ? sandboxed(mail.html) : notFound();
}
