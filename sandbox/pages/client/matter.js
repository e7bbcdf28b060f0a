import { card, details, lateCard, noteList, statusBadge, table, tabs, taskList } from './cards.js';
import { bars, day, h, link } from './dom.js';

const client = (matter) =>
  matter.client && link(`#/contacts/${matter.client.id}`, matter.client.name, { 'data-client': matter.client.id });

function head(matter, late) {
  return h(
    'header',
    { class: 'record' },
    h('p', { class: 'crumbs' }, link('#/matters', 'Matters'), ' / ', matter.area ?? 'General'),
    h(
      'div',
      { class: 'title' },
      h('h1', {}, `${matter.number} – ${matter.description}`),
      statusBadge(matter.status),
      h('span', { class: 'gap' }),
      h('button', {}, 'Edit matter'),
      h('button', { class: 'primary' }, 'New task'),
    ),
    h(
      'div',
      { class: 'reach' },
      late ? [h('span', {}, 'Client ', client(matter)), h('span', {}, matter.attorney ?? '')] : bars(20),
    ),
  );
}

function related(matter) {
  const rows = matter.related.map((person) => [link(`#/contacts/${person.id}`, person.name), person.role, person.email]);
  return table(['Name', 'Relationship', 'E-mail'], rows, 'No related contacts.');
}

function overview(matter, late, reload) {
  if (!late)
    return h('div', { class: 'columns' }, lateCard('Details'), h('div', {}, lateCard('Related contacts'), lateCard('Tasks')));
  const about = details([
    ['Client', client(matter)],
    ['Practice area', matter.area],
    ['Responsible', matter.attorney],
    ['Status', matter.status],
    ['Opened', day(matter.opened)],
    ['Closed', matter.closed && day(matter.closed)],
  ]);
  return h(
    'div',
    { class: 'columns' },
    h('div', {}, card('Details', about)),
    h(
      'div',
      {},
      card('Related contacts', related(matter), h('em', {}, matter.related.length)),
      card('Open tasks', taskList(matter.tasks.filter((task) => !task.done).slice(0, 6), reload)),
      card('Recent notes', noteList(matter.notes.slice(0, 2))),
    ),
  );
}

/** The page of a matter. */
export function matterPage(matter, { tab, late, reload }) {
  const bodies = {
    '': () => overview(matter, late, reload),
    tasks: () => (late ? card('Tasks', taskList(matter.tasks, reload)) : lateCard('Tasks')),
    notes: () => (late ? card('Notes', noteList(matter.notes)) : lateCard('Notes')),
    contacts: () => (late ? card('Related contacts', related(matter)) : lateCard('Related contacts')),
  };
  const current = tab in bodies ? tab : '';
  return [
    head(matter, late),
    tabs(`#/matters/${matter.id}`, current, [
      ['', 'Dashboard'],
      ['tasks', 'Tasks', late ? matter.tasks.length : undefined],
      ['notes', 'Notes', late ? matter.notes.length : undefined],
      ['contacts', 'Related contacts', late ? matter.related.length : undefined],
    ]),
    h('div', { class: 'body' }, bodies[current]()),
  ];
}
