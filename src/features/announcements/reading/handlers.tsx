import type { GuardedCycle } from '@/auth/guard';
import type { UserActor } from '@/domain/actor';
import { isId } from '@/lib/id';
import { inLanguage } from '@/lib/language';
import { sandboxed } from '@/lib/sandbox';
import { composeMessage, DARK_MAIL } from '@/mail/compose';
import { languageOf } from '@/mail/templates/outcome';
import { notFound } from '@/ui/http';
import { findLetterPreview } from './queries';
import type { MailLook } from './schema';

type Reader = { user: UserActor; cycle: GuardedCycle; now: Date };

/** One person's letter as a mail program would show it: wide or as narrow as a phone, in light or in dark. */
export async function showLetterMail(
  { user, cycle, now }: Reader,
  personId: string,
  look: MailLook,
): Promise<Response> {
  const preview = isId(personId) ? await findLetterPreview(cycle.id, { personId, closed: user.closed }, now) : null;
  if (!preview) return notFound();
  const { planned, written, intro, signature } = preview;
  const { html } = inLanguage(languageOf(planned), () =>
    composeMessage(written.subject, written.markdown, signature, intro),
  );
  // What a mail program decides by its own setting is decided here by the address.
  const lit = html.replace(DARK_MAIL, look.mode === 'dark' ? '@media all' : '@media not all');
  return sandboxed(
    look.width === 'phone' ? lit.replace('</head>', '<style>html{max-width:375px}</style></head>') : lit,
  );
}
