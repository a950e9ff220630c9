import { createAll, Button, Checkboxes, ErrorSummary, SkipLink } from 'govuk-frontend';
import htmx from 'htmx.org';
import './desk.js';
import './watch.js';

// The content security policy allows neither styles that a script writes into the page nor eval.
htmx.config.includeIndicatorStyles = false;
htmx.config.allowEval = false;

// GOV.UK Frontend starts only where it finds these; its own template sets them by an inline script.
document.body.classList.add('js-enabled', 'govuk-frontend-supported');
[Button, Checkboxes, ErrorSummary, SkipLink].forEach((component) => createAll(component));

// A form that brings more than is taken is told so before it is sent, not after.
document.querySelectorAll('input[type=file][data-most]').forEach((input) => input.addEventListener('change', () => {
  const together = [...input.files].reduce((sum, file) => sum + file.size, 0);
  input.setCustomValidity(together > Number(input.dataset.most) ? input.dataset.tooMuch : '');
}));

// The tests look for this: a page whose script died has no faults of access either.
document.documentElement.dataset.script = 'ran';
