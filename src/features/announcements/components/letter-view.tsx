import { composeMessage, renderMarkdown, type Signature } from '@/mail/compose';

type Props = { subject: string; markdown: string; signature: Signature };

/** A letter as it reads, and its text part below. The HTML comes from our own Markdown renderer, which lets no HTML through. */
export function LetterView({ subject, markdown, signature }: Props) {
  const { text } = composeMessage(subject, markdown, signature);
  return (
    <div className="stack">
      <p>
        <strong>Subject:</strong> {subject}
      </p>
      {/* oxlint-disable-next-line react/no-danger */}
      <article className="letter" dangerouslySetInnerHTML={{ __html: renderMarkdown(markdown) }} />
      <details>
        <summary>The same as plain text</summary>
        <pre className="letter whitespace-pre-wrap small">{text}</pre>
      </details>
    </div>
  );
}
