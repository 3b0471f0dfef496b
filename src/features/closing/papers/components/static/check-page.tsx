import { paths } from '@/lib/paths';
import { say } from '@/lib/words/say';
import { paperLines } from '@/lib/words/papers';
import { Document } from '@/ui/static/document';
import type { Holder } from '../../queries';
import { PaperSheet } from './paper-sheet';

/** Whoever has a number sees what stands on its certificate, and nothing else. */
export function CheckPage({ holder }: { holder: Holder }) {
  const { program } = holder.cycle;
  return (
    <Document
      title={say('closing.checkPage')}
      program={{ name: program.name, href: paths.program(program.slug), languages: program.languages }}
    >
      <div className="form-column stack-l">
        <div className="stack-s">
          <h1>{say('closing.checkPage')}</h1>
          <p>{say('closing.checkYes')}</p>
        </div>
        <PaperSheet lines={paperLines('certificate', holder.facts)} level={2} />
      </div>
    </Document>
  );
}
