import { ActionForm } from '@/ui/staff/action-form';
import { turnKeysAction } from '../actions';
import { KEYS } from '../schema';
import { KeyPresses } from './key-presses';

/** What the keys are, and the switch; with them on, the keys themselves. */
export const KeysSection = ({ code, on }: { code: string; on: boolean }) => (
  <>
    <details className="no-print">
      <summary>Keys</summary>
      <div className="card fold stack">
        <p>
          {on
            ? 'Keys of one letter are on for you. They rest while you type.'
            : 'Keys of one letter are off. With a screen reader or speech input they may get in the way.'}{' '}
          Ctrl or ⌘ with K finds people and pages either way.
        </p>
        <KeyList />
        <ActionForm
          action={turnKeysAction}
          fields={{ cycle: code, on: on ? 'no' : 'yes' }}
          label={on ? 'Turn the keys off' : 'Turn the keys on'}
        />
      </div>
    </details>
    {on ? (
      <KeyPresses>
        <KeyList />
      </KeyPresses>
    ) : null}
  </>
);

const KeyList = () => (
  <dl className="keys">
    {KEYS.map(({ key, does }) => (
      <div key={key} className="contents">
        <dt>{key}</dt>
        <dd>{does}</dd>
      </div>
    ))}
  </dl>
);
