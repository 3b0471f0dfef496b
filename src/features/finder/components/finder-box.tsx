'use client';

import { useRouter } from 'next/navigation';
import { useState, type KeyboardEvent } from 'react';
import type { Found } from '../schema';
import { moveIn, useFound } from './use-found';

type Props = { href: string; close: () => void };

const optionId = (index: number) => `found-${index}`;

/** A combobox with a list (ARIA Authoring Practices, editable combobox with list autocomplete): the focus stays in the field. */
export function FinderBox({ href, close }: Props) {
  const router = useRouter();
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  const { found, failed } = useFound(href, words);
  const list = found ?? [];
  const current = Math.min(at, list.length - 1);
  const go = (one: Found | undefined) => {
    if (!one) return;
    close();
    router.push(one.href);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    const next = moveIn(event, current, list.length);
    if (next !== null) {
      event.preventDefault();
      setAt(next);
      document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' });
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      go(list[current]);
    }
  };
  return (
    <div className="stack-s">
      <div className="between">
        <label className="label" htmlFor="finder-words">
          Find a person, a reference or a page
        </label>
        <button type="button" className="button quiet" onClick={close}>
          Close
        </button>
      </div>
      <input
        id="finder-words"
        className="input"
        type="text"
        role="combobox"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={80}
        aria-autocomplete="list"
        aria-expanded={list.length > 0}
        aria-controls="finder-found"
        aria-activedescendant={list.length > 0 ? optionId(current) : undefined}
        // The dialog was opened to type here.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          setAt(0);
        }}
        onKeyDown={press}
      />
      <output className="small soft block">
        {failed ? 'The search did not answer. Try again, or use the pages of the menu.' : said(found)}
      </output>
      <Options list={list} current={current} choose={go} />
    </div>
  );
}

const said = (found: readonly Found[] | null) =>
  found === null
    ? 'Looking …'
    : found.length === 0
      ? 'Nothing that is open to you has these words.'
      : `${found.length} found`;

type OptionsProps = { list: readonly Found[]; current: number; choose: (one: Found) => void };

// Nothing in HTML is a list that a text field owns: these are roles on purpose. The keys are those of the field.
/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus */
function Options({ list, current, choose }: OptionsProps) {
  const groups = [...new Set(list.map(({ group }) => group))];
  return (
    <div id="finder-found" role="listbox" aria-label="Found">
      {groups.map((group) => (
        <div key={group} role="group" aria-label={group}>
          <p className="group" aria-hidden="true">
            {group}
          </p>
          {list.map((one, index) =>
            one.group === group ? (
              <div
                key={one.href}
                id={optionId(index)}
                role="option"
                aria-selected={index === current}
                className="option"
                onClick={() => choose(one)}
              >
                <span>{one.text}</span> {one.more ? <span className="soft small">{one.more}</span> : null}
              </div>
            ) : null,
          )}
        </div>
      ))}
    </div>
  );
}
