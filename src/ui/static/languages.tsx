import { LANGUAGE_NAMES, LANGUAGES, type Language } from '@/domain/language';
import { appUrl } from '@/lib/env';
import { addressIn, pathHere, spoken } from '@/lib/language';
import { say } from '@/lib/words/say';

const offered = (languages: readonly string[]): Language[] => LANGUAGES.filter((one) => languages.includes(one));

/** This page in its other languages, each named in itself. Plain links: choosing one needs no script and no cookie. */
export function LanguageChooser({ languages }: { languages: readonly string[] }) {
  const all = offered(languages);
  if (all.length < 2) return null;
  return (
    <nav className="languages" aria-label={say('common.languages')}>
      <ul className="plain row-s">
        {all.map((one) => (
          <li key={one}>
            {one === spoken() ? (
              <span lang={one} aria-current="true">
                {LANGUAGE_NAMES[one]}
              </span>
            ) : (
              <a href={addressIn(one, pathHere())} lang={one} hrefLang={one}>
                {LANGUAGE_NAMES[one]}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Tells search engines where the same page is in other languages. */
export const Alternates = ({ languages }: { languages: readonly string[] }) =>
  offered(languages).map((one) => (
    <link key={one} rel="alternate" hrefLang={one} href={`${appUrl()}${addressIn(one, pathHere())}`} />
  ));
