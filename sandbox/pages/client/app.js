import { contactPage } from './contact.js';
import { bars, h, useZone } from './dom.js';
import { frame, missing } from './frame.js';
import { contactList, dashboard, matterList, taskPage } from './lists.js';
import { matterPage } from './matter.js';
import { behaviour, load, sleep } from './wait.js';

/** Hash routes: pattern, where the data is, how it is drawn, what the window is called. */
const ROUTES = [
  [/^\/$/, () => 'dashboard', dashboard, () => 'Dashboard'],
  [/^\/contacts\/?$/, (_, query) => `contacts?${query}`, contactList, () => 'Contacts'],
  [/^\/contacts\/(\d+)(?:\/(\w+))?/, (id) => `contacts/${id}`, contactPage, (data) => data.name],
  [/^\/matters\/?$/, (_, query) => `matters?${query}`, matterList, () => 'Matters'],
  [/^\/matters\/(\d+)(?:\/(\w+))?/, (id) => `matters/${id}`, matterPage, (data) => data.number],
  [/^\/tasks/, () => 'tasks', taskPage, () => 'Tasks'],
];

let shell;
let journey = new AbortController();
/** What is on screen: kept so that a tab of the same record, or a re-render, needs no new data. */
let shown = { source: '', data: undefined };

function place() {
  const [path = '/', query = ''] = (location.hash.slice(1) || '/').split('?');
  for (const [pattern, source, draw, title] of ROUTES) {
    const match = pattern.exec(path);
    if (match) return { path, source: source(match[1], query), tab: match[2] ?? '', draw, title };
  }
  return { path };
}

const skeleton = () => [
  h('header', { class: 'record' }, bars(10, 40, 30)),
  h('div', { class: 'body' }, h('div', { class: 'columns' }, bars(90, 70, 80, 60), bars(80, 90, 70, 60))),
];

async function travel() {
  journey.abort();
  journey = new AbortController();
  const { signal } = journey;
  const here = place();
  shell.mark(here.path);
  if (!here.draw) return show('Manage', [missing('This part is not in the stand-in')]);
  try {
    if (shown.source === here.source) draw(here, true);
    else await arrive(here, signal);
    await keepRedrawing(here, signal);
  } catch (error) {
    if (!signal.aborted) show('Manage', [missing(error.message)]);
  }
}

/** Skeleton first, then the heading, then the rest: each as late as the behaviour says. */
async function arrive(here, signal) {
  shown = { source: '', data: undefined };
  show('Loading…', skeleton());
  const data = await load(here.source, signal);
  await sleep(behaviour.contactDelayMs, signal);
  if (data === undefined) return show('Not found', [missing('This record does not exist or was removed')]);
  shown = { source: here.source, data };
  draw(here, false);
  await sleep(behaviour.lateMs, signal);
  draw(here, true);
}

async function keepRedrawing(here, signal) {
  while (behaviour.rerenderEveryMs > 0 && shown.source === here.source) {
    await sleep(behaviour.rerenderEveryMs, signal);
    draw(here, true);
  }
}

function draw(here, late) {
  const reload = () => {
    shown = { source: '', data: undefined };
    travel();
  };
  show(here.title(shown.data), here.draw(shown.data, { tab: here.tab, late, reload }));
}

function show(title, content) {
  document.title = `${title} · Manage`;
  shell.main.replaceChildren(...content);
}

async function start() {
  const root = document.getElementById('app');
  const session = await load('session', journey.signal);
  useZone(session.user.timeZone);
  shell = frame(session);
  root.replaceChildren(...shell.root);
  addEventListener('hashchange', travel);
  await travel();
}

start();
