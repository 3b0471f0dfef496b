import { say } from '@/lib/words/say';
import { postWait } from '@/auth/post-limit';
import type { Answers } from '@/domain/answers';
import { identityOf, isBlank, type IdentityAction } from '@/domain/forms/identity';
import type { Section } from '@/domain/questions';
import { Refusal } from '@/domain/refusal';
import { paths } from '@/lib/paths';
import { html, messagePage, notFound, readForm, seeOther, type PostedForm } from '@/ui/http';
import { waitPage } from '@/ui/wait';
import { NO_IDENTITY, sealIdentity } from '../commands';
import { markFor, onward, openingOf } from '../drafts/handlers';
import { findForm, isStarted, type FormAddress, type OpenForm } from '../queries';
import { IdentityPage } from './components/static/identity-page';
import { ReadBackPage } from './components/static/read-back-page';
import { problemsOfIdentity, readIdentity } from './schema';

const passedBefore = (form: OpenForm) => form.draft.savedSections.includes('identity');
const backOf = (typed: string | null): '' | 'check' => (typed === 'check' ? 'check' : '');

export async function showIdentity(request: Request, address: FormAddress): Promise<Response> {
  const form = await findForm(request, address);
  const section = form?.sections.find(({ identity }) => identity);
  if (!form || !section) return notFound();
  if (!isStarted(form)) return seeOther(paths.apply(form.cycle.code, form.role));
  const search = new URL(request.url).searchParams;
  const opened = markFor(form, openingOf(form, search.get('opened') ?? ''));
  return html(
    <IdentityPage
      form={form}
      section={section}
      again={passedBefore(form)}
      action="keep"
      opened={opened}
      back={backOf(search.get('return'))}
    />,
  );
}

/** Seals, or leaves what is sealed, and goes on to the next page. */
async function pass(
  form: OpenForm,
  posted: PostedForm,
  answers: Parameters<typeof sealIdentity>[0]['answers'],
): Promise<Response> {
  await sealIdentity({ cycle: form.cycle, draftId: form.draft.id, owner: form.session, answers }, form.now);
  if (posted.text('return') === 'status') return seeOther(`${paths.status()}?removed=1`);
  const index = form.sections.findIndex(({ identity }) => identity);
  const next = backOf(posted.text('return')) || form.sections[index + 1]?.key || 'check';
  return seeOther(
    onward(form, paths.applySection(form.cycle.code, form.role, next), openingOf(form, posted.text('opened'))),
  );
}

async function take(form: OpenForm, section: Section, posted: PostedForm): Promise<Response> {
  const { answers, step, action } = readIdentity(posted);
  const opened = markFor(form, openingOf(form, posted.text('opened')));
  const back = backOf(posted.text('return'));
  const page = (given: Answers, problems: Record<string, string>, chosen: IdentityAction, status: number) =>
    html(
      <IdentityPage
        form={form}
        section={section}
        answers={given}
        problems={problems}
        again={passedBefore(form)}
        action={chosen}
        opened={opened}
        back={back}
      />,
      status,
    );
  const blank = isBlank(identityOf(answers));
  // Nothing said before and nothing said now: the same as skipping.
  if (step === 'skip' || (action === null && blank)) return pass(form, posted, null);
  const chosen = action ?? 'replace';
  if (step === 'change') return page(answers, {}, chosen, 200);
  const problems = problemsOfIdentity(answers, chosen);
  if (Object.keys(problems).length > 0) return page(answers, problems, chosen, 422);
  if (chosen === 'keep') return pass(form, posted, null);
  if (chosen === 'remove') return pass(form, posted, NO_IDENTITY);
  if (step === 'seal') return pass(form, posted, identityOf(answers));
  return html(<ReadBackPage form={form} answers={answers} opened={opened} back={back} />);
}

const refused = (error: unknown): Promise<Response> => {
  if (error instanceof Refusal)
    return messagePage(say('identity.thisCouldNotBeSealed'), say('identity.theTimeForConfidentialAnswers'), 409);
  throw error;
};

export async function takeIdentity(request: Request, address: FormAddress): Promise<Response> {
  const form = await findForm(request, address);
  const section = form?.sections.find(({ identity }) => identity);
  if (!form || !section) return notFound();
  const posted = await readForm(request);
  if (!isStarted(form))
    return messagePage(say('identity.youWereAwayForA'), say('identity.confidentialAnswersAreNeverKept'), 401);
  const wait = await postWait(request);
  if (wait === 0) return take(form, section, posted).catch(refused);
  return waitPage(wait);
}
