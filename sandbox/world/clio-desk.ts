import { clioPapers } from './clio-papers.ts';
import { clioContact } from './clio-people.ts';
import { clioMatter } from './clio-work.ts';
import { ACCOUNTS, clioUser } from './firm.ts';
import { clioId } from './ids.ts';
import type { Calendar } from './time.ts';
import type { ClioCommunication, ClioDeskRows, ClioParty } from './types-clio-desk.ts';

const us = { account_id: ACCOUNTS.us.id };
const OLD = { created_at: '2019-03-04T16:00:00Z', updated_at: '2019-03-04T16:00:00Z' };

/** No rows at all. */
export function noDesk(): ClioDeskRows {
  return {
    ...{ communications: [], conversations: [], conversationMessages: [], folders: [], documents: [], documentTemplates: [] },
    ...{ documentAutomations: [], bills: [], trustRequests: [], bankAccounts: [], paymentLinks: [], payments: [] },
    ...{ practiceAreas: [], matterStages: [], taskLists: [], customActions: [], webhooks: [] },
  };
}

const user = (key: string): ClioParty => ({ id: clioUser(key), type: 'User' });
const person = (key: string): ClioParty => ({ id: clioContact(key), type: 'Contact' });

type Log = [
  key: string,
  kind: 'Phone' | 'Email',
  subject: string,
  matter: string,
  who: string,
  by: string,
  age: number,
  inbound?: boolean,
];
const LOGS: Log[] = [
  ['ortega-call', 'Phone', 'Call about the hearing', 'ortega-v-whitfield', 'marisol', 'priya', 3, true],
  ['ortega-mail', 'Email', 'Parenting plan, second draft', 'ortega-v-whitfield', 'marisol', 'priya', 6],
  ['kim-call', 'Phone', 'Insurer called back', 'kim-collision', 'david-kim', 'grace', 2, true],
  ['delgado-mail', 'Email', 'Photos of the bus stop', 'delgado-injury', 'rosa-delgado', 'grace', 8, true],
  ['haddad-call', 'Phone', 'Interview dates', 'haddad-asylum', 'nadia-haddad', 'priya', 1],
];

function logRow([key, kind, subject, matter, who, by, age, inbound]: Log, calendar: Calendar): ClioCommunication {
  const at = calendar.pastClio(-age, '18:20');
  const [from, to] = inbound ? [person(who), user(by)] : [user(by), person(who)];
  return {
    ...{
      id: clioId(`communication:${key}`),
      ...us,
      type: `${kind}Communication` as const,
      subject,
      body: `${subject}. As discussed.`,
    },
    ...{ date: at.slice(0, 10), received_at: at, matter_id: clioMatter(matter), user_id: clioUser(by) },
    ...{ senders: [from], receivers: [to], external_properties: [], created_at: at, updated_at: at },
  };
}

function threads(calendar: Calendar): Pick<ClioDeskRows, 'conversations' | 'conversationMessages'> {
  const thread = (key: string, subject: string, who: string, by: string, texts: string[], age: number) => {
    const id = clioId(`conversation:${key}`);
    const times = (index: number) => {
      const at = calendar.pastClio(-Math.max(1, age - index), '19:15');
      return { created_at: at, updated_at: at };
    };
    const members = [user(by), person(who)];
    const messages = texts.map((body, index) => ({
      ...{ id: clioId(`conversation-message:${key}:${index}`), ...us, conversation_id: id, body, document_id: null },
      ...{ date: times(index).created_at.slice(0, 10), sender: members[index % 2]!, receivers: [members[(index + 1) % 2]!] },
      ...times(index),
    }));
    const last = messages.at(-1)?.updated_at ?? '';
    const row = {
      id,
      ...us,
      subject,
      matter_id: clioMatter(key),
      archived: false,
      read: false,
      members,
      ...times(0),
      updated_at: last,
    };
    return { row, messages };
  };
  const all = [
    thread('ortega-v-whitfield', 'Papers for the hearing', 'marisol', 'priya', ['Please sign page 3.', 'Done, thank you.'], 5),
    thread('lindqvist-estate', 'Bank statements', 'anna-lindqvist', 'tomas', ['Could you send the statements?'], 12),
  ];
  return { conversations: all.map(({ row }) => row), conversationMessages: all.flatMap(({ messages }) => messages) };
}

const AREAS: [name: string, category: string, stages: string[]][] = [
  ['Family', 'family', ['Intake', 'Disclosure', 'Mediation', 'Trial']],
  ['Estate planning', 'wills_and_estates', ['Intake', 'Drafting', 'Signing']],
  ['Personal injury', 'personal_injury', ['Intake', 'Treatment', 'Demand', 'Settlement']],
  ['Immigration', 'immigration', ['Intake', 'Filing', 'Interview']],
  ['Real estate', 'real_estate', []],
  ['Business', 'business_formation_and_compliance', []],
];

/** Clio's id of a practice area, and of one of its matter stages. */
export const clioArea = (name: string): number => clioId(`area:${name}`);
export const clioStage = (area: string, name: string): number => clioId(`stage:${area}:${name}`);
/** Clio's id of a task list by name. */
export const clioTaskList = (name: string): number => clioId(`task-list:${name}`);

function settings(): Pick<ClioDeskRows, 'practiceAreas' | 'matterStages' | 'taskLists' | 'customActions' | 'webhooks'> {
  const list = (name: string, area: string | null, names: string[]) => ({
    ...{ id: clioTaskList(name), ...us, ...OLD, name, description: `${name}, in order`, creator_id: clioUser('priya') },
    practice_area_id: area ? clioArea(area) : null,
    templates: names.map((each, index) => ({ name: each, description: '', days: index * 2 })),
  });
  return {
    practiceAreas: AREAS.map(([name, category]) => ({ id: clioArea(name), ...us, ...OLD, name, category, code: null })),
    matterStages: AREAS.flatMap(([area, , stages]) =>
      stages.map((name, index) => ({
        ...{ id: clioStage(area, name), ...us, ...OLD, name, order: index + 1, practice_area_id: clioArea(area) },
      })),
    ),
    taskLists: [
      list('New client', null, ['Conflict check', 'Send fee agreement', 'Open file']),
      list('Injury intake', 'Personal injury', ['Ask for medical records', 'Photograph the place']),
    ],
    customActions: [],
    webhooks: [],
  };
}

/** The desk of the US account: calls and mails, secure threads, papers, money, practice areas with stages, task lists. */
export function deskRows(calendar: Calendar): ClioDeskRows {
  return {
    communications: LOGS.map((log) => logRow(log, calendar)),
    ...threads(calendar),
    ...clioPapers(calendar),
    ...settings(),
  };
}
