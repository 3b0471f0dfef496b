type Props = { counts: Partial<Record<string, number>>; total: number };

const sum = (counts: Props['counts'], states: readonly string[]) =>
  states.reduce((all, state) => all + (counts[state] ?? 0), 0);

/** "43 of 49 accepted by the mail server": a bar, the sentence, and what needs a person. */
export function DeliveryProgress({ counts, total }: Props) {
  const accepted = sum(counts, ['accepted']);
  const waiting = sum(counts, ['held', 'queued', 'sending', 'deferred']);
  const attention = sum(counts, ['failed', 'bounced', 'suppressed', 'uncertain']);
  return (
    <div className="stack-s">
      <p>
        <strong>
          {accepted} of {total}
        </strong>{' '}
        accepted by the mail server{waiting > 0 ? `, ${waiting} waiting` : ''}
        {attention > 0 ? `, ${attention} need a look` : ''}.
      </p>
      <progress
        className="progress"
        value={accepted}
        max={Math.max(total, 1)}
        aria-label="Letters accepted by the mail server"
      />
    </div>
  );
}
