// What makes a liaison's pages quicker for those who have a script. Nothing here is needed to do the work.

const OFF = 'tocsin-keys-off';
const keys = document.querySelector('[data-keys]');

if (keys) {
  keys.hidden = false;
  const dialog = keys.querySelector('dialog');
  const choice = keys.querySelector('[data-keys-switch]');
  choice.checked = localStorage.getItem(OFF) === null;
  choice.addEventListener('change', () => choice.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, ''));
  keys.querySelector('[data-keys-open]').addEventListener('click', () => dialog.showModal());

  const rows = () => [...document.querySelectorAll('.tocsin-table--queue tbody tr')];
  const row = () => rows().find((each) => each.contains(document.activeElement));
  const link = (each) => each?.querySelector('a.tocsin-reference');
  const step = (by) => {
    const all = rows();
    const at = all.indexOf(row());
    link(all[at < 0 ? 0 : Math.max(0, Math.min(all.length - 1, at + by))])?.focus();
  };
  const acts = {
    j: () => step(1),
    k: () => step(-1),
    o: () => link(row())?.click(),
    x: () => row()?.querySelector('.tocsin-pick')?.click(),
    '?': () => dialog.showModal(),
  };

  document.addEventListener('keydown', (event) => {
    const typing = event.target.closest('input:not([type=checkbox]), textarea, select, [contenteditable]');
    if (typing || dialog.open || event.ctrlKey || event.altKey || event.metaKey || !choice.checked) {
      return;
    }
    const own = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    const act = acts[event.key] ?? (own && (() => own.matches('button, a') ? own.click() : own.focus()));
    if (act) {
      event.preventDefault();
      act();
    }
  });
}

// How many rows are chosen.
const chosen = document.querySelector('[data-chosen]');
if (chosen) {
  const none = chosen.textContent;
  chosen.closest('form').addEventListener('change', (event) => {
    const count = event.currentTarget.querySelectorAll('.tocsin-pick:checked').length;
    chosen.textContent = count === 0 ? none : `${count} chosen`;
  });
}

// A list of choices closes when one looks elsewhere.
document.querySelectorAll('[data-closes]').forEach((list) => {
  document.addEventListener('click', (event) => { if (!list.contains(event.target)) list.open = false; });
  list.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      list.open = false;
      list.querySelector('summary').focus();
    }
  });
});

// Whoever comes back to the window sees at once what has come meanwhile.
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') {
    document.body.dispatchEvent(new Event('look'));
  }
});
