import { html } from '@/ui/http';
import { closingAt } from '../answering/handlers';
import { GrowthPage } from './components/static/growth-page';
import { findOwnGrowth } from './queries';

/** How one's own ratings changed; what is only a draft does not count. */
export async function showGrowth(request: Request, name: string): Promise<Response> {
  const closing = await closingAt(request, name);
  if (closing instanceof Response) return closing;
  const growth = closing.saved?.sentAt ? await findOwnGrowth(closing.applicationId) : [];
  return html(<GrowthPage closing={closing} growth={growth} />);
}
