import { postWait } from '@/auth/post-limit';
import { assertOffered } from '@/lib/language';
import { clock } from '@/lib/clock';
import { paths } from '@/lib/paths';
import { taggedPdf } from '@/lib/pdf/tagged';
import { paperOf, PAPERS, type PaperKind } from '@/lib/words/papers';
import { say } from '@/lib/words/say';
import { html, messagePage, notFound, readForm, seeOther } from '@/ui/http';
import { waitPage } from '@/ui/wait';
import { closingAt } from '../answering/handlers';
import type { Closing } from '../answering/queries';
import { setCheckable } from './commands';
import { CheckPage } from './components/static/check-page';
import { PaperPage } from './components/static/paper-page';
import { findChecked, findOwnPaper, type Holder } from './queries';

type Place = { closing: Closing; holder: Holder; kind: PaperKind };

/** Letters are for mentors. */
const isFor = (kind: PaperKind, { role }: Holder): boolean => kind === 'certificate' || role === 'mentor';

/** One's own paper once the pair is completed, or the answer to give instead. */
async function placeAt(request: Request, name: string, wanted: string): Promise<Place | Response> {
  const closing = await closingAt(request, name);
  if (closing instanceof Response) return closing;
  const kind = PAPERS.find((one) => one === wanted.replace(/\.pdf$/, ''));
  if (!kind) return notFound();
  const holder = closing.state === 'completed' ? await findOwnPaper(closing.applicationId) : null;
  if (!holder) return messagePage(say('closing.papers'), say('closing.paperReady'), 404);
  return isFor(kind, holder) ? { closing, holder, kind } : notFound();
}

const pdfResponse = (pdf: Buffer<ArrayBuffer>, file: string): Response =>
  new Response(pdf, {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="${file}"`,
      'Cache-Control': 'private, no-store',
    },
  });

/** The page of a paper, or with `.pdf` its file. */
export async function showPaper(request: Request, name: string, wanted: string): Promise<Response> {
  const place = await placeAt(request, name, wanted);
  if (place instanceof Response) return place;
  const { closing, holder, kind } = place;
  const pdf = await taggedPdf(paperOf(kind, holder.facts));
  if (wanted.endsWith('.pdf'))
    return pdf ? pdfResponse(pdf, `${holder.number}-${kind}.pdf`) : seeOther(paths.pairPaper(name, kind));
  const said = new URL(request.url).searchParams.has('kept') ? say('closing.said_checkable') : '';
  return html(<PaperPage closing={closing} holder={holder} kind={kind} printable={pdf !== null} said={said} />);
}

/** Whether the number may be checked. */
export async function takePaper(request: Request, name: string, wanted: string): Promise<Response> {
  const posted = await readForm(request);
  const place = await placeAt(request, name, wanted);
  if (place instanceof Response) return place;
  const wait = await postWait(request);
  if (wait > 0) return waitPage(wait);
  await setCheckable(place.holder, posted.text('checkable') === 'yes', clock.now());
  return seeOther(paths.pairPaper(name, 'certificate', '?kept=1'));
}

/** What a certificate says, to whoever has its number, if its owner wants that; else the same answer as for no number at all. */
export async function showCertificate(number: string): Promise<Response> {
  const holder = /^[\w-]{5,40}$/.test(number) ? await findChecked(number) : null;
  if (!holder) return messagePage(say('closing.checkPage'), say('closing.checkNo'), 404);
  assertOffered(holder.cycle.program.languages);
  return html(<CheckPage holder={holder} />);
}
