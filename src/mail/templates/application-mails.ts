import { escapeMarkdown } from '@/domain/letters/markdown';
import { composeMessage, type MessageText, type Signature } from '../compose';

/** Stands in the texts where the database writes the references it gives out. */
export const REFERENCES = '%REFERENCES%';

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
    ...lines.map(({ label, words }) => `${escapeMarkdown(label)}: ${escapeMarkdown(words)}`),
  ]);

/** Stands in a rendered mail where the link's token goes: rendered, a token could be read as marks of emphasis. */
const TOKEN = 'TOKEN-OF-THIS-LINK';

const rendered = new Map<string, MessageText>();
const MOST_RENDERED = 100;

/** Rendered once for all who get it: an hour before the deadline hundreds a minute do. */
function sharedReceipt(receipt: Receipt, signature: Signature): MessageText {
  const key = JSON.stringify([receipt, signature]);
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
  return { subject: shared.subject, text: withToken(shared.text), html: withToken(shared.html) };
}

function renderReceipt({ cycleName, next, statusUrl, proveUrl, copy }: Receipt, signature: Signature): MessageText {
  return composeMessage(
    `We have your application ${REFERENCES}`,
    [
      'Hello,',
      `Thank you for applying to ${cycleName}. Your reference is **${REFERENCES}**.`,
      next,
      proveUrl
        ? `Please confirm that this address is yours: open this page and press its button: [${proveUrl}](${proveUrl})`
        : '',
      `See where your application stands, change it until the deadline, or withdraw: [${statusUrl}](${statusUrl})`,
      proveUrl ? 'If you did not apply, you need do nothing, or write to us and we remove it.' : '',
      ...(copy.length > 0
        ? ['Here is a copy of your answers. Confidential wishes are left out on purpose.', ...copyText(copy)]
        : []),
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
  const link = proveUrl ?? statusUrl;
  return composeMessage(
    `Which of your applications for ${cycleName} counts?`,
    [
      'Hello,',
      `An application for ${cycleName} in this role had already come from this address. The earlier one counts for now; the new one, **${REFERENCES}**, is kept.`,
      `Choose which counts: open this page and press its button: [${link}](${link})`,
      'If you did not apply a second time, you need do nothing.',
    ].join('\n\n'),
    signature,
  );
}

type Withdrawn = { cycleName: string; reference: string; programUrl: string };

export function withdrawnMail({ cycleName, reference, programUrl }: Withdrawn, signature: Signature): MessageText {
  return composeMessage(
    `Your application ${reference} is withdrawn`,
    [
      'Hello,',
      `Your application ${reference} for ${cycleName} is withdrawn, as you asked. Thank you for letting us know.`,
      `You are welcome to apply again: [${programUrl}](${programUrl})`,
      'If you did not ask for this, write to us and we put it back.',
    ].join('\n\n'),
    signature,
  );
}
