import { h, initials, link } from './dom.js';
import { icon } from './icons.js';

const RAIL = [
  ['dashboard', 'Dashboard', '#/'],
  ['calendar', 'Calendar', '#/calendars'],
  ['tasks', 'Tasks', '#/tasks'],
  ['matters', 'Matters', '#/matters'],
  ['contacts', 'Contacts', '#/contacts'],
  ['activities', 'Activities', '#/activities'],
  ['billing', 'Billing', '#/bills'],
  ['documents', 'Documents', '#/documents'],
  ['communications', 'Communications', '#/communications'],
  ['reports', 'Reports', '#/reports'],
  ['settings', 'Settings', '#/settings'],
];

/** The rail on the left, the bar at the top, and the empty main area. */
export function frame(session) {
  const main = h('main', { id: 'main', tabindex: '-1' });
  const rail = h(
    'nav',
    { class: 'rail', 'aria-label': 'Main' },
    h('div', { class: 'brand' }, h('i', { 'aria-hidden': 'true' }), h('b', {}, 'Manage'), h('small', {}, 'stand-in')),
    h(
      'ul',
      {},
      ...RAIL.map(([name, words, href]) => h('li', {}, h('a', { href, title: words }, icon(name), h('span', {}, words)))),
    ),
    h('footer', {}, h('span', {}, session.firm), h('small', {}, `Region ${session.region.toUpperCase()}`)),
  );
  return { root: [rail, topBar(session), main], main, mark: (path) => mark(rail, path) };
}

function topBar(session) {
  const seek = (event) => {
    event.preventDefault();
    const sought = new FormData(event.target).get('q');
    location.hash = `#/contacts?q=${encodeURIComponent(sought)}`;
  };
  return h(
    'header',
    { class: 'top' },
    h(
      'form',
      { class: 'search', role: 'search', onsubmit: seek },
      icon('search'),
      h('input', { name: 'q', placeholder: 'Search contacts', 'aria-label': 'Search contacts', autocomplete: 'off' }),
    ),
    h('span', { class: 'gap' }),
    timer(),
    h('button', { class: 'primary create' }, icon('plus'), h('span', {}, 'Create new')),
    h('button', { class: 'plain', 'aria-label': 'Notifications' }, icon('bell')),
    h('span', { class: 'me', title: session.user.name }, initials(session.user.name)),
  );
}

function timer() {
  let seconds = 0;
  let running;
  const shown = h('span', { class: 'clock' }, '0:00:00');
  const two = (value) => String(value).padStart(2, '0');
  const press = (event) => {
    const button = event.currentTarget;
    if (running) running = clearInterval(running);
    else
      running = setInterval(() => {
        seconds += 1;
        shown.textContent = `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
      }, 1000);
    button.replaceChildren(icon(running ? 'pause' : 'play'));
  };
  return h(
    'div',
    { class: 'timer' },
    shown,
    h('button', { class: 'plain', 'aria-label': 'Timer', onclick: press }, icon('play')),
  );
}

function mark(rail, path) {
  for (const item of rail.querySelectorAll('a')) {
    const target = item.getAttribute('href').slice(1);
    const here = target === '/' ? path === '/' : path.startsWith(target);
    if (here) item.setAttribute('aria-current', 'page');
    else item.removeAttribute('aria-current');
  }
}

/** A page that the stand-in does not have. */
export function missing(words) {
  return h('section', { class: 'empty' }, h('h1', {}, words), h('p', {}, link('#/', 'Back to the dashboard')));
}
