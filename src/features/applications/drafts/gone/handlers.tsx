import { html, notFound, readForm } from '@/ui/http';
import type { Form } from '../../queries';
import { GonePage } from './components/static/gone-page';

const OWN_FIELDS = ['revision', 'mark', 'opened', 'tab', 'return', 'go', 'autosave'];

/** A page that the form no longer has, posted by somebody who was on it: what they typed is shown. */
export async function takeGonePage(request: Request, form: Form): Promise<Response> {
  const posted = await readForm(request, true);
  // Every page of a form carries its mark; who types an address has none.
  if (posted.text('mark') === '') return notFound();
  const names = posted.names.filter((name) => !OWN_FIELDS.includes(name));
  const typed = names.map((name) => ({ name, words: posted.all(name).join('\n') })).filter(({ words }) => words !== '');
  return html(<GonePage form={form} typed={typed} />, 410);
}
