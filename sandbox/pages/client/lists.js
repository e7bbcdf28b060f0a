import { badge, card, statusBadge, table, taskList } from './cards.js';
import { day, h, hour, initials, link } from './dom.js';

const listHead = (title, count, ...actions) =>
  h(
    'header',
    { class: 'record slim' },
    h('div', { class: 'title' }, h('h1', {}, title), h('em', {}, count), h('span', { class: 'gap' }), ...actions),
  );

export function contactList({ rows, total }) {
  const cells = rows.map((row) => [
    h(
      'span',
      { class: 'named' },
      h('span', { class: `face small ${row.type.toLowerCase()}`, 'aria-hidden': 'true' }, initials(row.name)),
      link(`#/contacts/${row.id}`, row.name),
    ),
    row.client ? badge('Client', 'open') : badge(row.type),
    row.company,
    row.email && link(`mailto:${row.email}`, row.email),
    row.phone,
  ]);
  return [
    listHead('Contacts', total, h('button', { class: 'primary' }, 'New person'), h('button', {}, 'New company')),
    h(
      'div',
      { class: 'body' },
      h('section', { class: 'card wide' }, table(['Name', 'Kind', 'Company', 'E-mail', 'Phone'], cells)),
    ),
  ];
}

export function matterList({ rows, total }) {
  const cells = rows.map((row) => [
    link(`#/matters/${row.id}`, row.number),
    row.description,
    row.client && link(`#/contacts/${row.client.id}`, row.client.name),
    statusBadge(row.status),
    row.attorney,
    day(row.opened),
  ]);
  const heads = ['Matter', 'Description', 'Client', 'Status', 'Responsible', 'Opened'];
  return [
    listHead('Matters', total, h('button', { class: 'primary' }, 'New matter')),
    h('div', { class: 'body' }, h('section', { class: 'card wide' }, table(heads, cells))),
  ];
}

export function taskPage({ rows, total }, { reload }) {
  return [
    listHead('Tasks', total, h('button', { class: 'primary' }, 'New task')),
    h('div', { class: 'body' }, h('section', { class: 'card wide' }, taskList(rows, reload))),
  ];
}

function agendaList(agenda) {
  if (agenda.length === 0) return h('p', { class: 'none' }, 'Nothing planned.');
  return h(
    'ul',
    { class: 'notes' },
    ...agenda.map((entry) =>
      h(
        'li',
        {},
        h('strong', {}, entry.summary),
        h(
          'small',
          {},
          [day(entry.start_at), `${hour(entry.start_at)} – ${hour(entry.end_at)}`, entry.location].filter(Boolean).join(' · '),
        ),
      ),
    ),
  );
}

export function dashboard(data, { reload }) {
  const figures = Object.entries(data.counts).map(([name, value]) =>
    h('div', { class: 'figure' }, h('small', {}, name), h('strong', {}, value)),
  );
  const recent = data.recent.map((person) =>
    h('li', {}, link(`#/contacts/${person.id}`, person.name), h('small', {}, person.type)),
  );
  return [
    h('header', { class: 'record slim' }, h('div', { class: 'title' }, h('h1', {}, `Welcome back, ${data.user}`))),
    h(
      'div',
      { class: 'body' },
      h('div', { class: 'figures' }, ...figures),
      h(
        'div',
        { class: 'columns even' },
        h('div', {}, card('Tasks', taskList(data.tasks, reload), link('#/tasks', 'All tasks'))),
        h('div', {}, card('Agenda', agendaList(data.agenda)), card('Recently changed', h('ul', { class: 'notes' }, ...recent))),
      ),
    ),
  ];
}
