import { paths } from '@/lib/paths';
import { say } from '@/lib/words/say';
import { paperLines, type PaperKind } from '@/lib/words/papers';
import { Notice } from '@/ui/static/notice';
import { BackToPair, ClosingFrame } from '../../../components/static/closing-frame';
import type { Closing } from '../../../answering/queries';
import type { Holder } from '../../queries';
import { PaperSheet } from './paper-sheet';

type Props = {
  closing: Closing;
  holder: Holder;
  kind: PaperKind;
  /** Whether our fonts have all letters. */ printable: boolean;
  said: string;
};

const LOAD = { certificate: 'closing.loadCertificate', letter: 'closing.loadLetter' } as const;

/** Whether others may check the number: off until its owner ticks it. */
const Checkable = ({ closing, holder }: { closing: Closing; holder: Holder }) => (
  <form method="post" action={paths.pairPaper(closing.name, 'certificate')} className="stack-s no-print">
    <p>{say('closing.checkableHint')}</p>
    <label className="choice">
      <input type="checkbox" name="checkable" value="yes" defaultChecked={holder.checkable} />
      <span>{say('closing.checkable')}</span>
    </label>
    <div className="actions">
      <button className="button" type="submit">
        {say('closing.saveCheckable')}
      </button>
    </div>
  </form>
);

/** The page of a paper: the same words as the PDF, to read and to print. */
export function PaperPage({ closing, holder, kind, printable, said }: Props) {
  return (
    <ClosingFrame closing={closing} title={say(`closing.${kind}`)}>
      {said ? <Notice tone="good" heading={said} /> : null}
      <BackToPair closing={closing} />
      <PaperSheet lines={paperLines(kind, holder.facts)} />
      <p className="no-print">
        {printable ? (
          <a className="button" href={paths.pairPaper(closing.name, `${kind}.pdf`)}>
            {say(LOAD[kind])}
          </a>
        ) : (
          say('closing.letterless')
        )}
      </p>
      {kind === 'certificate' ? <Checkable closing={closing} holder={holder} /> : null}
    </ClosingFrame>
  );
}
