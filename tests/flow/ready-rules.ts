import {
  assignee,
  calendar,
  check,
  checkbox,
  checked,
  close,
  enrolled,
  highlevelTask,
  isTagged,
  reach,
  say,
  visit,
  workflow,
} from './ready-rules-acts.ts';
import type { RulesWorld } from './rules-world.ts';

/** One ready rule: what a person chooses for it, what sets it off, what is there afterwards, and the calls that this takes. */
export interface Ready {
  choose?: (world: RulesWorld) => string;
  happens: (world: RulesWorld) => unknown;
  seen: (world: RulesWorld) => unknown;
  calls: string[];
}

/** In the order of the gallery. */
export const READY: Record<string, Ready> = {
  'new-clio-contact': {
    happens: (world) => world.clioContact({ first_name: 'Zephyrine', last_name: 'Quackenbush', ...reach('zq') }),
    seen: (world) => {
      const [made] = world.contactsNamed('Quackenbush').highlevel;
      return made?.email === 'zq@example.com' && made.tags.includes('clio');
    },
    calls: ['highlevel.create-contact'],
  },
  'clio-contact-changed': {
    happens: (world) => world.editClio(`/contacts/${world.ruth.clioId}`, { first_name: 'Ruthie' }),
    seen: (world) => world.inHighLevel().firstName === 'Ruthie' && isTagged(world, 'updated in clio'),
    calls: ['highlevel.add-tags', 'highlevel.update-contact'],
  },
  'new-lead': {
    choose: assignee,
    happens: (world) => world.highlevelContact({ firstName: 'Thelonious', lastName: 'Quackenbush', email: 'tq@example.com' }),
    seen: (world) => {
      const [made] = world.contactsNamed('Quackenbush').clio;
      const note = world.notesSaying('tq@example.com').clio[0];
      const [call] = world.tasksNamed('Intake call: Thelonious Quackenbush').clio;
      return made && note?.contact_id === made.id && call?.due_at === world.day(1);
    },
    calls: ['clio.contacts.create', 'clio.notes.create', 'clio.tasks.create'],
  },
  'fill-missing': {
    async happens(world) {
      world.editClio(`/contacts/${world.ruth.clioId}`, { date_of_birth: '1979-03-14' });
      await world.live(6);
      world.editHighLevel(`/contacts/${world.ruth.highlevelId}`, { website: 'https://okafor.example' });
    },
    seen: (world) => String(world.inHighLevel().dateOfBirth).startsWith('1979-03-14') && world.inClio().web_sites.length === 1,
    calls: ['clio.contacts.patch', 'highlevel.update-contact'],
  },
  'do-not-disturb': {
    choose: checkbox,
    async happens(world) {
      world.editHighLevel(`/contacts/${world.ruth.highlevelId}`, { dnd: true });
      await world.within(6, () => String(checked(world)) === 'true', 'the box in Clio');
      check(world, false);
    },
    seen: (world) => world.inHighLevel().dnd === false,
    calls: ['clio.contacts.patch', 'highlevel.update-contact'],
  },
  'contact-vanished': {
    async happens(world) {
      world.sandbox.control('clio.deleteContact', { id: world.ruth.clioId });
      await world.live(40);
      await say(world, 'go');
    },
    seen: (world) => isTagged(world, 'gone from clio'),
    calls: ['highlevel.add-tags'],
  },
  'duplicate-found': {
    async happens(world) {
      const { phone } = world.inHighLevel();
      world.sandbox.control('highlevel.setCreateDuplicates', { allowed: true });
      world.highlevelContact({ firstName: 'R', lastName: 'Okafor-Quackenbush', phone });
      await say(world, 'go');
    },
    seen: (world) => world.contactsNamed('Okafor-Quackenbush').highlevel[0]?.tags.includes('possible duplicate'),
    calls: ['highlevel.add-tags'],
  },
  'stale-lead': {
    async happens(world) {
      world.highlevelContact({ firstName: 'Thelonious', lastName: 'Quackenbush', email: 'tq@example.com' });
      await world.live(3);
      await world.advance(14 * 24 * 3_600_000);
    },
    seen: (world) => world.tasksNamed('Call Thelonious Quackenbush again').highlevel.length,
    calls: ['highlevel.create-task'],
  },
  'clio-task': {
    async happens(world) {
      const id = world.addTask('File the affidavit');
      const twin = () => world.tasksCalled('File the affidavit')[0];
      await world.within(6, twin, 'the twin');
      world.editClio(`/tasks/${id}`, { due_at: world.day(9) });
      await world.within(6, () => twin()!.dueDate > `${world.day(8)}T12`, 'the later day');
      world.editClio(`/tasks/${id}`, { status: 'complete' });
    },
    seen: (world) => world.tasksCalled('File the affidavit')[0]?.completed,
    calls: ['highlevel.complete-task', 'highlevel.create-task', 'highlevel.update-task'],
  },
  'highlevel-task': {
    choose: assignee,
    async happens(world) {
      const id = highlevelTask(world, 'Ask for her passport');
      await world.within(6, () => world.tasksNamed('Ask for her passport').clio.length, 'the twin');
      world.editHighLevel(`/contacts/${world.ruth.highlevelId}/tasks/${id}/completed`, { completed: true });
    },
    seen: (world) => world.tasksNamed('Ask for her passport').clio[0]?.status === 'complete',
    calls: ['clio.tasks.create', 'clio.tasks.patch'],
  },
  'clio-note': {
    async happens(world) {
      const id = world.clioNote(world.ruth.clioId, 'Call', 'She comes on Monday.');
      await world.within(6, () => world.notesSaying('on Monday').highlevel.length, 'the note');
      world.editClio(`/notes/${id}`, { detail: 'She comes on Tuesday.' });
    },
    seen: (world) => world.notesSaying('on Tuesday').highlevel.length === 1 && !world.notesSaying('on Monday').highlevel.length,
    calls: ['highlevel.create-note', 'highlevel.update-note'],
  },
  'follow-up': {
    async happens(world) {
      const id = world.addTask('File the affidavit');
      await world.live(3);
      world.editClio(`/tasks/${id}`, { status: 'complete' });
    },
    seen: (world) => world.tasksCalled('Tell Ruth: File the affidavit').length,
    calls: ['highlevel.create-task'],
  },
  'matter-opened': {
    choose: workflow,
    async happens(world) {
      world.addHighLevel(`/contacts/${world.ruth.highlevelId}/workflow/${workflow(world)}`, {});
      world.clioMatter(world.ruth.clioId);
    },
    seen: (world) => isTagged(world, 'client') && enrolled(world).length === 0,
    calls: ['highlevel.add-tags', 'highlevel.remove-from-workflow'],
  },
  'matter-closed': {
    happens: close,
    seen: (world) => isTagged(world, 'matter closed'),
    calls: ['highlevel.add-tags'],
  },
  'review-request': {
    choose: workflow,
    async happens(world) {
      close(world);
      await world.live(8);
      if (enrolled(world).length) throw new Error('two days are not over');
      await world.advance(2 * 24 * 3_600_000);
    },
    seen: (world) => enrolled(world)[0] === workflow(world),
    calls: ['highlevel.add-to-workflow'],
  },
  'appointment-booked': {
    choose: calendar,
    happens: (world) => visit(world, 'Quackenbush papers'),
    seen: (world) => {
      const [entry] = world.visitsNamed('Quackenbush papers').clio;
      const reminders = world.sandbox.clio.state.rows.reminders?.filter(({ subject }) => subject.id === entry?.id);
      return entry && reminders?.length === 1;
    },
    calls: ['clio.calendar_entries.create', 'clio.reminders.create'],
  },
  'no-show': {
    async happens(world) {
      const id = visit(world, 'Quackenbush papers');
      await world.live(3);
      const row = world.sandbox.highlevel.state.rows.appointments.find((one) => one.id === id)!;
      Object.assign(row, { appointmentStatus: 'noshow', dateUpdated: world.stamp() });
      world.touched();
    },
    seen: (world) => world.tasksCalled('Missed: Quackenbush papers. Call Ruth Okafor').length,
    calls: ['highlevel.create-task'],
  },
  'overdue-task': {
    async happens(world) {
      world.addTask('File the affidavit', { due_at: world.day(1) });
      await world.live(3);
      await world.advance(3 * 24 * 3_600_000);
    },
    seen: async (world) => (await world.ruleAsks()).some(({ body }) => body.title === 'Overdue: File the affidavit'),
    calls: [],
  },
};
