import { badge, card, details, lateCard, matterTable, noteList, tabs, taskList } from './cards.js';
import { bars, day, h, initials, link } from './dom.js';
import { icon } from './icons.js';

const mailto = (email) => link(`mailto:${email.address}`, email.address);
const tel = (phone) => link(`tel:${phone.number.replace(/[^\d+]/g, '')}`, phone.number);
const first = (parts) => parts.find((part) => part.primary) ?? parts[0];
const labelled = (part, shown) => h('div', { class: 'labelled' }, shown, h('small', {}, part.name));

function head(contact, late) {
  const email = first(contact.emails);
  const phone = first(contact.phones);
  const reach = [email && h('span', {}, icon('mail'), mailto(email)), phone && h('span', {}, icon('phone'), tel(phone))];
  return h(
    'header',
    { class: 'record' },
    h('p', { class: 'crumbs' }, link('#/contacts', 'Contacts'), ' / ', contact.type === 'Person' ? 'People' : 'Companies'),
    h(
      'div',
      { class: 'title' },
      h('span', { class: `face ${contact.type.toLowerCase()}`, 'aria-hidden': 'true' }, initials(contact.name)),
      h('h1', {}, contact.name),
      contact.client && badge('Client', 'open'),
      badge(contact.type),
      h('span', { class: 'gap' }),
      h('button', {}, 'Edit contact'),
      h('button', { class: 'primary' }, 'New matter'),
    ),
    h('div', { class: 'reach' }, late ? reach : bars(20)),
  );
}

function address(part) {
  const lines = [part.street, [part.city, part.province, part.postal_code].filter(Boolean).join(', '), part.country];
  return labelled(part, h('span', { class: 'lines' }, lines.filter(Boolean).join('\n')));
}

function about(contact) {
  return details([
    ['E-mail', contact.emails.map((email) => labelled(email, mailto(email)))],
    ['Phone', contact.phones.map((phone) => labelled(phone, tel(phone)))],
    ['Address', contact.addresses.map(address)],
    ['Web site', contact.sites.map((site) => labelled(site, site.address))],
    ['Company', contact.company && link(`#/contacts/${contact.company.id}`, contact.company.name)],
    ['Title', contact.title],
    ['Date of birth', contact.born && day(contact.born)],
    ['Added', day(contact.created)],
  ]);
}

function overview(contact, late, reload) {
  if (!late)
    return h('div', { class: 'columns' }, lateCard('Contact information'), h('div', {}, lateCard('Matters'), lateCard('Tasks')));
  const fields = contact.fields.map(({ name, value }) => [name, value]);
  return h(
    'div',
    { class: 'columns' },
    h('div', {}, card('Contact information', about(contact)), fields.length > 0 && card('Custom fields', details(fields))),
    h(
      'div',
      {},
      card('Matters', matterTable(contact.matters), h('em', {}, contact.matters.length)),
      contact.related.length > 0 && card('Related to', matterTable(contact.related)),
      card('Open tasks', taskList(contact.tasks.filter((task) => !task.done).slice(0, 5), reload)),
      card('Recent notes', noteList(contact.notes.slice(0, 2))),
    ),
  );
}

/** The page of a person or company. Without `late`, what arrives last is still missing. */
export function contactPage(contact, { tab, late, reload }) {
  const bodies = {
    '': () => overview(contact, late, reload),
    matters: () => (late ? card('Matters', matterTable([...contact.matters, ...contact.related])) : lateCard('Matters')),
    tasks: () => (late ? card('Tasks', taskList(contact.tasks, reload)) : lateCard('Tasks')),
    notes: () => (late ? card('Notes', noteList(contact.notes)) : lateCard('Notes')),
  };
  const current = tab in bodies ? tab : '';
  return [
    head(contact, late),
    tabs(`#/contacts/${contact.id}`, current, [
      ['', 'Dashboard'],
      ['matters', 'Matters', late ? contact.matters.length : undefined],
      ['tasks', 'Tasks', late ? contact.tasks.length : undefined],
      ['notes', 'Notes', late ? contact.notes.length : undefined],
    ]),
    h('div', { class: 'body' }, bodies[current]()),
  ];
}
