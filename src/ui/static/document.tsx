import { say } from '@/lib/words/say';
import type { ReactNode } from 'react';
import { LANGUAGES } from '@/domain/language';
import { language } from '@/lib/language';
import { paths } from '@/lib/paths';
import { assets } from './assets';
import { Alternates, LanguageChooser } from './languages';
import { PageFoot, type Contact } from './page-foot';

export type { Contact };

type Props = {
  title: string;
  /** Name and address of the program the page belongs to; the install's name on pages of none. */
  program?: { name: string; href: string; languages?: readonly string[] };
  /** Languages this very page is offered in; those of the program, else all. */
  languages?: readonly string[];
  /** Small words beside the name, such as the cycle. */
  aside?: string;
  /** The one link at the far end of the head. */
  link?: { href: string; text: string };
  contact?: Contact | undefined;
  /** Whether the page has a form that our script may help with. */
  script?: boolean;
  /** Whether people come here first: the stylesheet then comes inside the page and saves a round trip. */
  entry?: boolean;
  children: ReactNode;
};

/** The two faces of every first screen, asked for at once so that the text seldom moves when they come. */
const FONTS = ['literata-basic', 'atkinson-basic'];

function Stylesheet({ entry }: { entry: boolean }) {
  const { css, entry: sheet } = assets();
  if (!entry || sheet === null) return <link rel="stylesheet" href={css} />;
  // Our own build's file, named by its hash in the security policy; as text React would escape its selectors.
  // oxlint-disable-next-line react/no-danger
  return <style dangerouslySetInnerHTML={{ __html: sheet }} />;
}

/** Every public page: head, main, and the same contact in the same place of the footer. */
export function Document({ title, program, aside, link, contact, script = false, entry = false, ...rest }: Props) {
  const { js } = assets();
  const { children, languages = program ? (program.languages ?? []) : LANGUAGES } = rest;
  return (
    <html lang={language()}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} – ${program?.name ?? 'Bookend'}`}</title>
        <Stylesheet entry={entry} />
        {FONTS.map((name) => (
          <link
            key={name}
            rel="preload"
            href={`/assets/fonts/${name}.woff2`}
            as="font"
            type="font/woff2"
            crossOrigin="anonymous"
          />
        ))}
        {entry && languages.length > 1 ? <Alternates languages={languages} /> : null}
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <meta name="theme-color" content="#0E5A4B" />
        {script ? <script src={js} defer /> : null}
      </head>
      <body>
        <a className="skip" href="#main">
          {say('common.skipToTheContent')}
        </a>
        <header className="page-head">
          <div className="inner">
            <a className="name" href={program?.href ?? paths.home()}>
              {program?.name ?? 'Bookend'}
            </a>
            {aside ? <span>{aside}</span> : null}
            {link ? (
              <a className="far" href={link.href}>
                {link.text}
              </a>
            ) : null}
            <LanguageChooser languages={languages} />
          </div>
        </header>
        <main id="main">{children}</main>
        <PageFoot contact={contact} />
      </body>
    </html>
  );
}
