// What a page asks for by itself, again and again: news of the queue, of deliveries. It neither takes away what somebody is writing, nor
// keeps a session alive at which nobody sits, nor shows what is old as if it were new.

const IDLE_MILLIS = 15 * 60 * 1000;

let written = false;
let lastActAt = Date.now();
document.addEventListener('input', () => { written = true; });
['pointerdown', 'keydown'].forEach((act) => document.addEventListener(act, () => { lastActAt = Date.now(); }, { passive: true }));

const asksByItself = (element) => /\bevery\b/.test(element.getAttribute('hx-trigger') ?? '');
const notice = document.querySelector('[data-signed-out]');

document.body.addEventListener('htmx:beforeRequest', (event) => {
  if (asksByItself(event.detail.elt) && (document.hidden || Date.now() - lastActAt > IDLE_MILLIS)) {
    event.preventDefault();
  }
});

const isOld = ({ elt }) => {
  if (elt.dataset.old) {
    elt.textContent = elt.dataset.old;
  }
};

// 499: the session has ended. Who has written nothing signs in on a whole page; who has, elsewhere, and goes on here.
document.body.addEventListener('htmx:responseError', (event) => {
  if (event.detail.xhr.status !== 499) {
    isOld(event.detail);
  } else if (written && notice) {
    notice.hidden = false;
  } else {
    window.location.reload();
  }
});
document.body.addEventListener('htmx:sendError', (event) => isOld(event.detail));
document.body.addEventListener('htmx:afterOnLoad', (event) => {
  if (event.detail.xhr.status < 400 && notice) {
    notice.hidden = true;
  }
});
