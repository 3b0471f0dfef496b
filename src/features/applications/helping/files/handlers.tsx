import type { UserActor } from '@/domain/actor';
import { pick, type Section } from '@/domain/questions';
import type { PostedForm } from '@/ui/http';
import { takeFiles } from '../../files/handlers';
import type { Helped } from '../queries';
import { keepFileFor } from './commands';
import { onlyOwnFiles } from './queries';
import { carriedName } from './schema';

type Page = { section: Section; posted: PostedForm };

/** What a page carries along counts before what was saved: a file chosen, or taken back, on a page that came back. */
async function filesBefore(helped: Helped, { section, posted }: Page) {
  const files = section.questions.filter(({ type }) => type === 'file');
  const carried = files.filter(({ name }) => posted.names.includes(carriedName(name)));
  const named = Object.fromEntries(carried.map(({ name }) => [name, posted.text(carriedName(name))]));
  const saved = pick(
    helped.answers,
    files.filter((question) => !carried.includes(question)),
  );
  return { ...saved, ...(await onlyOwnFiles(helped, named)) };
}

/** Keeps the files that staff hand in with a page for somebody, as `takeFiles`. */
export const takeHelpFiles = async (helper: { user: UserActor; now: Date }, helped: Helped, page: Page) =>
  takeFiles(
    {
      answers: await filesBefore(helped, page),
      keep: (file, question) => keepFileFor(helper.user, { helped, question }, file, helper.now),
    },
    page,
  );
