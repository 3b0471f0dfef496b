'use client';

import { useRef, useState, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react';
import { cellAfter, isGridKey } from '@/domain/grid-keys';
import { PairPanel, type GridDesk, type PairOnGrid } from './pair-panel';

type Props = { desk: GridDesk; names: Readonly<Record<string, string>>; children: ReactNode };

const cellsOf = (table: HTMLElement) =>
  [...table.querySelectorAll('tbody tr')].map((row) => [...row.querySelectorAll<HTMLElement>('td')]);

function pairOf({ dataset, textContent }: HTMLElement, names: Props['names']): PairOnGrid {
  const [menteeId = '', mentorId = ''] = [dataset.mentee, dataset.mentor];
  return {
    menteeId,
    mentorId,
    mentee: names[menteeId] ?? '',
    mentor: names[mentorId] ?? '',
    points: dataset.why ? '' : (textContent ?? '').replace(/\D/g, ''),
    why: dataset.why ?? '',
    matchId: dataset.match ?? '',
    taken: dataset.taken === 'yes',
    free: dataset.free === 'yes',
  };
}

/**
 * A grid that arrows move in: one cell is in the order of the Tab key, and the pair of the cell at hand is named beside, with
 * its buttons. Without script it is a table like others.
 */
export function GridKeys({ desk, names, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [pair, setPair] = useState<PairOnGrid | null>(null);

  const enter = (cell: HTMLElement) => {
    for (const old of box.current?.querySelectorAll<HTMLElement>('td[tabindex="0"]') ?? []) old.tabIndex = -1;
    cell.tabIndex = 0;
    setPair(pairOf(cell, names));
  };
  const focused = ({ target }: FocusEvent<HTMLElement>) => {
    if (target instanceof HTMLElement && target.tagName === 'TD') enter(target);
  };
  const pressed = (event: KeyboardEvent<HTMLElement>) => {
    const { target, key, ctrlKey } = event;
    if (!isGridKey(key) || !(target instanceof HTMLElement) || target.tagName !== 'TD' || !box.current) return;
    const rows = cellsOf(box.current);
    const row = rows.findIndex((cells) => cells.includes(target));
    const at = { row, column: rows[row]?.indexOf(target) ?? 0 };
    const to = cellAfter(at, key, { rows: rows.length, columns: rows[0]?.length ?? 0, far: ctrlKey });
    event.preventDefault();
    rows[to.row]?.[to.column]?.focus();
  };
  return (
    <div className="stack">
      {/* Events of the cells inside, which are what takes the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div ref={box} className="table-wrap grid-wrap" onFocus={focused} onKeyDown={pressed}>
        {children}
      </div>
      <PairPanel desk={desk} pair={pair} />
    </div>
  );
}
