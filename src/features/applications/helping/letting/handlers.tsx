import { paths } from '@/lib/paths';
import { html, notFound, readForm, seeOther } from '@/ui/http';
import { findForm, isStarted, type FormAddress } from '../../queries';
import { letStaffHelp } from './commands';
import { HelpMePage } from './components/static/help-me-page';
import { openedToStaff } from './queries';

export async function showHelpMe(request: Request, address: FormAddress): Promise<Response> {
  const form = await findForm(request, address);
  if (!form) return notFound();
  if (!isStarted(form)) return seeOther(paths.apply(form.cycle.code, form.role));
  return html(<HelpMePage form={form} since={await openedToStaff(form.draft.id)} />);
}

export async function takeHelpMe(request: Request, address: FormAddress): Promise<Response> {
  const posted = await readForm(request);
  const form = await findForm(request, address);
  if (!form) return notFound();
  if (isStarted(form)) await letStaffHelp(form.session, form.draft.id, posted.text('help') === 'yes', form.now);
  return seeOther(paths.applyHelp(form.cycle.code, form.role));
}
