// Helps with forms where JavaScript runs: saves while typing, counts words, and keeps what could not be saved. Every form is
// complete without it. Confidential answers never come here: their page does not load this file.
(() => {
  const form = document.querySelector('form[data-autosave]');
  if (!form) return;
  // Every sentence comes with the page, in its language.
  const words = JSON.parse(form.dataset.say);
  const key = `bookend:${form.dataset.autosave}:${form.getAttribute('action')}`;
  const WAIT = 2500;
  const RETRY = [5000, 15000, 30000, 60000];
  let timer = 0;
  let failures = 0;
  let changed = false;
  let leaving = false;
  let sending = null;

  const line = document.createElement('p');
  line.className = 'saved-line small quiet';
  line.setAttribute('aria-live', 'off');
  form.querySelector('.actions').before(line);
  const banner = document.createElement('div');
  banner.setAttribute('role', 'status');
  form.before(banner);

  const time = () =>
    new Date()
      .toLocaleTimeString(document.documentElement.lang, { timeStyle: 'short' })
      .replace(/[AP]M/, (half) => (half === 'AM' ? 'a.m.' : 'p.m.'));
  const say = (text) => {
    line.textContent = text;
  };
  const hidden = (name) => form.elements.namedItem(name);
  function warn(heading, text) {
    if (banner.dataset.said === heading) return;
    banner.dataset.said = heading;
    banner.className = 'notice warning stack-s';
    banner.replaceChildren(
      Object.assign(document.createElement('h2'), { textContent: heading }),
      Object.assign(document.createElement('p'), { textContent: text }),
    );
  }
  function calm() {
    banner.className = '';
    banner.replaceChildren();
    delete banner.dataset.said;
  }

  const pairs = () =>
    [...new FormData(form)].filter(
      ([name, value]) => typeof value === 'string' && !['revision', 'mark', 'opened', 'tab', 'return'].includes(name),
    );
  function keep() {
    try {
      sessionStorage.setItem(key, JSON.stringify(pairs()));
    } catch {
      /* Private windows may refuse; the page still holds it. */
    }
  }
  // Where storing is refused, nothing was kept.
  function drop() {
    try {
      sessionStorage.removeItem(key);
    } catch {}
  }

  function restore() {
    let kept = null;
    try {
      kept = JSON.parse(sessionStorage.getItem(key));
    } catch {
      /* Unreadable: nothing to bring back. */
    }
    const plain = (list) =>
      JSON.stringify(
        list.map(([name, value]) => [name, String(value).replace(/\r\n?/g, '\n').trim()]).filter(([, value]) => value),
      );
    if (!Array.isArray(kept) || plain(kept) === plain(pairs())) return drop();
    for (const field of form.querySelectorAll('input:not([type=hidden], [type=file]), textarea, select')) {
      const values = kept.filter(([name]) => name === field.name).map(([, value]) => value);
      if (field.type === 'checkbox' || field.type === 'radio') field.checked = values.includes(field.value);
      else field.value = values[0] ?? '';
    }
    changed = true;
    warn(...words.broughtBack);
    plan(500);
  }

  function plan(wait) {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), wait);
  }

  function failed(wait) {
    keep();
    warn(...words.unsaved);
    say(words.notSavedYet);
    plan(wait || RETRY[Math.min(failures, RETRY.length - 1)]);
    failures += 1;
  }

  async function save() {
    if (!changed || sending || leaving) return;
    changed = false;
    const body = new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === 'string'));
    body.set('autosave', '1');
    sending = fetch(form.action, {
      method: 'POST',
      headers: { Accept: 'application/json' },
      body,
      credentials: 'same-origin',
    });
    try {
      const answer = await sending;
      const told = await answer.json();
      if (answer.ok) {
        hidden('revision').value = told.revision;
        hidden('mark').value = told.mark;
        failures = 0;
        if (!changed) drop();
        calm();
        say(words.savedAt.replace('{time}', time()));
      } else if (answer.status === 409) {
        keep();
        warn(...words.changedElsewhere);
        say(words.notSavedYet);
      } else if (answer.status === 401) {
        keep();
        warn(...words.away);
        say(words.notSavedYet);
      } else {
        changed = true;
        failed((told.seconds || 0) * 1000);
      }
    } catch {
      changed = true;
      failed(0);
    } finally {
      sending = null;
      if (changed && failures === 0) plan(WAIT);
    }
  }

  const countWords = (text) => text.split(/\s+/).filter(Boolean).length;
  for (const area of form.querySelectorAll('textarea[data-words]')) {
    const most = Number(area.dataset.words);
    const count = document.createElement('span');
    count.className = 'hint';
    count.setAttribute('aria-live', 'off');
    area.after(count);
    const show = () => {
      const n = countWords(area.value);
      const told = n > most ? words.tooMany.replace('{over}', n - most) : n ? words.words.replace('{most}', most) : '';
      count.textContent = told.replace('{count}', n);
      count.classList.toggle('problem', n > most);
    };
    area.addEventListener('input', show);
    show();
  }

  // Questions that depend on an answer of this page come and go with it; what was typed in them stays.
  const dependent = [...form.querySelectorAll('[data-only-if]')];
  function settle() {
    const given = [...form.querySelectorAll('input:checked')].map(({ name, value }) => `${name}=${value}`);
    for (const part of dependent) part.hidden = !JSON.parse(part.dataset.onlyIf).some((one) => given.includes(one));
  }
  for (const part of dependent) part.querySelector('.only-if')?.remove();

  const typed = () => {
    settle();
    changed = true;
    plan(WAIT);
  };
  form.addEventListener('input', typed);
  form.addEventListener('change', typed);
  form.addEventListener('submit', () => {
    leaving = true;
    clearTimeout(timer);
    keep();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void save();
  });
  for (const other of document.querySelectorAll('form')) {
    if (other !== form)
      other.addEventListener('submit', () => {
        try {
          sessionStorage.clear();
        } catch {}
      });
  }
  restore();
  settle();
})();
