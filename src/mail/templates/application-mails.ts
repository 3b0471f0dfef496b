import { escapeMarkdown } from '@/domain/letters/markdown';
import { language } from '@/lib/language';
import { say } from '@/lib/words/say';
import { composeMessage, linked, type MessageText, type Signature } from '../compose';

/** Stands in the texts where the database writes the references it gives out. */
export const REFERENCES = '%REFERENCES%';

/** " and ", between two references. */
export const between = (): string => say('mail.both', { first: '', second: '' });

type Receipt = {
  cycleName: string;
  /** What happens next, with its date. */
  next: string;
  statusUrl: string;
  /** A link that proves the address; null once it is proven. */
  proveUrl: string | null;
  /** The person's own answers, only for a proven address; confidential wishes are never among them. */
  copy: readonly { title: string; lines: readonly { label: string; words: string }[] }[];
};

const copyText = (copy: Receipt['copy']) =>
  copy.flatMap(({ title, lines }) => [
    `**${escapeMarkdown(title)}**`,
    ...lines.map(({ label, words }) =>
      say('mail.answerLine', { question: escapeMarkdown(label), answer: escapeMarkdown(words) }),
    ),
  ]);

/** Stands in a rendered mail where the link's token goes: rendered, a token could be read as marks of emphasis. */
const TOKEN = 'TOKEN-OF-THIS-LINK';

const rendered = new Map<string, MessageText>();
const MOST_RENDERED = 100;

/** Rendered once for all who get it: an hour before the deadline hundreds a minute do. */
function sharedReceipt(receipt: Receipt, signature: Signature): MessageText {
  const key = JSON.stringify([language(), receipt, signature]);
  const message = rendered.get(key) ?? renderReceipt(receipt, signature);
  if (rendered.size >= MOST_RENDERED) rendered.clear();
  rendered.set(key, message);
  return message;
}

/**
 * Sent with every submission. Until the address is proven it holds the reference and no answer, not even a name.
 *
 * `proveUrl` ends with the token.
 */
export function receiptMail(receipt: Receipt, signature: Signature): MessageText {
  const { proveUrl, copy } = receipt;
  if (copy.length > 0) return renderReceipt(receipt, signature);
  if (proveUrl === null) return sharedReceipt(receipt, signature);
  const cut = proveUrl.lastIndexOf('/') + 1;
  const shared = sharedReceipt({ ...receipt, proveUrl: proveUrl.slice(0, cut) + TOKEN }, signature);
  const withToken = (part: string) => part.replaceAll(TOKEN, proveUrl.slice(cut));
  return { ...shared, text: withToken(shared.text), html: withToken(shared.html) };
}

function renderReceipt({ cycleName, next, statusUrl, proveUrl, copy }: Receipt, signature: Signature): MessageText {
  return composeMessage(
    say('mail.receiptSubject', { references: REFERENCES }),
    [
      say('mail.hello'),
      say('mail.receiptThanks', { cycle: cycleName, references: REFERENCES }),
      next,
      proveUrl ? say('mail.receiptProve', { link: linked(proveUrl) }) : '',
      say('mail.receiptStatus', { link: linked(statusUrl) }),
      proveUrl ? say('mail.receiptNotYou') : '',
      ...(copy.length > 0 ? [say('mail.receiptCopy'), ...copyText(copy)] : []),
    ]
      .filter(Boolean)
      .join('\n\n'),
    signature,
  );
}

/** A second application in a role: it is kept, and the person chooses which counts. */
export function duplicateMail(
  { cycleName, statusUrl, proveUrl }: Pick<Receipt, 'cycleName' | 'statusUrl' | 'proveUrl'>,
  signature: Signature,
): MessageText {
  return composeMessage(
    say('mail.duplicateSubject', { cycle: cycleName }),
    [
      say('mail.hello'),
      say('mail.duplicateHad', { cycle: cycleName, references: REFERENCES }),
      say('mail.duplicateChoose', { link: linked(proveUrl ?? statusUrl) }),
      say('mail.duplicateNotYou'),
    ].join('\n\n'),
    signature,
  );
}

type Withdrawn = { cycleName: string; reference: string; programUrl: string };

export function withdrawnMail({ cycleName, reference, programUrl }: Withdrawn, signature: Signature): MessageText {
  return composeMessage(
    say('mail.withdrawnSubject', { reference }),
    [
      say('mail.hello'),
      say('mail.withdrawnDone', { reference, cycle: cycleName }),
      say('mail.withdrawnAgain', { link: linked(programUrl) }),
      say('mail.withdrawnNotYou'),
    ].join('\n\n'),
    signature,
  );
}
