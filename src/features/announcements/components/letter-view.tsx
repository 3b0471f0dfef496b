import type { Language } from '@/domain/language';
import { inLanguage } from '@/lib/language';
import { composeMessage, renderMarkdown, type Signature } from '@/mail/compose';

type Props = {
  subject: string;
  markdown: string;
  signature: Signature;
  /** In which it is written. */ language?: Language;
  /** What stands above it for those who read another language. */ intro?: string;
};

/** A letter as it reads, and its text part below. The HTML comes from our own Markdown renderer, which lets no HTML through. */
export function LetterView({ subject, markdown, signature, language = 'en', intro = '' }: Props) {
  const { text } = inLanguage(language, () => composeMessage(subject, markdown, signature, intro));
  const lang = language === 'en' ? undefined : language;
  return (
    <div className="stack">
      <p>
        <strong>Subject:</strong> <span lang={lang}>{subject}</span>
      </p>
      {/* oxlint-disable-next-line react/no-danger */}
      {intro ? <div className="letter" dangerouslySetInnerHTML={{ __html: renderMarkdown(intro) }} /> : null}
      {/* oxlint-disable-next-line react/no-danger */}
      <article className="letter" lang={lang} dangerouslySetInnerHTML={{ __html: renderMarkdown(markdown) }} />
      <details>
        <summary>The same as plain text</summary>
        <pre className="letter whitespace-pre-wrap small">{text}</pre>
      </details>
    </div>
  );
}
