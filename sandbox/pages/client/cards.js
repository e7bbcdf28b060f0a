import { bars, day, h, link } from './dom.js';
import { icon } from './icons.js';
import { load } from './wait.js';

export function card(title, content, extra) {
  return h('section', { class: 'card' }, h('header', {}, h('h2', {}, title), extra), content);
}

/** A card whose content comes late. */
export const lateCard = (title) => card(title, bars(80, 60, 70));

export const badge = (text, kind = '') => h('span', { class: `badge ${kind}` }, text);

/** Names and values; rows without a value are left out. */
export function details(rows) {
  return h(
    'dl',
    {},
    ...rows.filter(([, value]) => value && value.length !== 0).map(([name, value]) => [h('dt', {}, name), h('dd', {}, value)]),
  );
}

export function table(heads, rows, none = 'Nothing here yet.') {
  if (rows.length === 0) return h('p', { class: 'none' }, none);
  return h(
    'table',
    {},
    h('thead', {}, h('tr', {}, ...heads.map((head) => h('th', { scope: 'col' }, head)))),
    h('tbody', {}, ...rows.map((cells) => h('tr', {}, ...cells.map((cell) => h('td', {}, cell ?? '–'))))),
  );
}

const statusBadge = (status) => badge(status, status.toLowerCase());

export { statusBadge };

/** Matters as a table, with links. */
export function matterTable(matters) {
  const rows = matters.map((matter) => [
    link(`#/matters/${matter.id}`, matter.number),
    matter.description,
    statusBadge(matter.status),
    matter.role ?? matter.attorney,
    day(matter.opened),
  ]);
  const last = matters.some((matter) => matter.role) ? 'Role' : 'Responsible';
  return table(['Matter', 'Description', 'Status', last, 'Opened'], rows, 'No matters.');
}

function taskRow(task, reload) {
  const tick = async (event) => {
    event.currentTarget.disabled = true;
    await load(`tasks/${task.id}/toggle`, undefined, 'POST');
    reload();
  };
  const meta = [
    task.due && h('span', { class: task.overdue ? 'late' : '' }, `${task.overdue ? 'Overdue · ' : 'Due '}${day(task.due)}`),
    task.assignee && h('span', {}, task.assignee),
    task.matter && link(`#/matters/${task.matter.id}`, task.matter.name),
    task.priority !== 'Normal' && badge(task.priority, task.priority.toLowerCase()),
  ];
  return h(
    'li',
    { class: task.done ? 'done' : '', 'data-task': task.id },
    h('input', { type: 'checkbox', checked: task.done, 'aria-label': `Complete ${task.name}`, onchange: tick }),
    h('div', {}, h('strong', {}, task.name, task.private && icon('lock')), h('small', {}, ...meta)),
  );
}

export function taskList(tasks, reload) {
  if (tasks.length === 0) return h('p', { class: 'none' }, 'No tasks.');
  return h('ul', { class: 'tasks' }, ...tasks.map((task) => taskRow(task, reload)));
}

/** The words of a rich text. Parsed into a document that is never shown, in which nothing runs or loads. */
function plainWords(html) {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  for (const line of parsed.querySelectorAll('br, p, div, li')) line.after('\n');
  return parsed.body.textContent.trim();
}

export function noteList(notes) {
  if (notes.length === 0) return h('p', { class: 'none' }, 'No notes.');
  return h(
    'ul',
    { class: 'notes' },
    ...notes.map((note) =>
      h(
        'li',
        {},
        h('strong', {}, note.subject || 'Note'),
        h('small', {}, `${day(note.date)} · ${note.author ?? 'Unknown'}`),
        h('p', {}, note.rich ? plainWords(note.detail) : note.detail),
      ),
    ),
  );
}

/** The tabs of a record; each is an address of its own. */
export function tabs(root, current, items) {
  return h(
    'nav',
    { class: 'tabs', 'aria-label': 'Record' },
    ...items.map(([name, words, count]) =>
      h(
        'a',
        { href: name ? `${root}/${name}` : root, 'aria-current': name === current ? 'page' : undefined },
        words,
        count !== undefined && h('em', {}, count),
      ),
    ),
  );
}
