import { clioContact } from './clio-people.ts';
import { clioMatter, clioNote, clioTask } from './clio-work.ts';
import { ACCOUNTS, clioUser, hlUser, INTAKE_LOCATION, MAIN_LOCATION } from './firm.ts';
import { hlContact, hlTask } from './highlevel-rows.ts';

/** One person of the seed world under both ids. `highlevelId` is absent where HighLevel has nobody. */
export interface CastMember {
  name: string;
  clioId: number;
  highlevelId?: string;
}

const member = (name: string, key: string, highlevelKey?: string) => ({
  name,
  clioId: clioContact(key),
  ...(highlevelKey ? { highlevelId: hlContact(highlevelKey) } : {}),
});

const linked = (name: string, key: string, highlevelKey = key) => ({
  name,
  clioId: clioContact(key),
  highlevelId: hlContact(highlevelKey),
});

/** The people, matters and items that tests and the tour call by name. Ids never change. */
export const cast = {
  locations: { main: MAIN_LOCATION, intake: INTAKE_LOCATION },
  accounts: { us: ACCOUNTS.us.id, ca: ACCOUNTS.ca.id, eu: ACCOUNTS.eu.id, au: ACCOUNTS.au.id },
  users: {
    priya: { name: 'Priya Nair', clioId: clioUser('priya'), highlevelId: hlUser('priya') },
    tomas: { name: 'Tomás Reyes', clioId: clioUser('tomas'), highlevelId: hlUser('tomas') },
    grace: { name: 'Grace Okonkwo', clioId: clioUser('grace'), highlevelId: hlUser('grace') },
    daniel: { name: 'Daniel Lane', clioId: clioUser('daniel') },
  },
  /** Same e-mail in both; HighLevel has no phone and another city. */
  marisol: {
    ...linked('Marisol Ortega-Whitfield', 'marisol'),
    email: 'marisol@ortega-whitfield.example',
    phone: '+16045550142',
    matterId: clioMatter('ortega-v-whitfield'),
    tasks: { retainer: clioTask('retainer'), records: clioTask('records'), parentingPlan: clioTask('parenting-plan') },
    doneTask: clioTask('conflict-check'),
    notes: { call: clioNote('marisol-call'), intake: clioNote('marisol-intake'), strategy: clioNote('ortega-strategy') },
    highlevelTasks: {
      retainer: hlTask('marisol', 'Send retainer agreement'),
      conflictCheck: hlTask('marisol', 'Conflict check'),
      review: hlTask('marisol', 'Ask for a review'),
    },
  },
  /** Three candidates in HighLevel, none of them sure. */
  davidKim: {
    ...member('David Kim', 'david-kim'),
    phone: '+14165550198',
    matterId: clioMatter('kim-collision'),
    candidates: [hlContact('david-s-kim'), hlContact('david-kim-jr'), hlContact('d-kim')] as [string, string, string],
  },
  /** In Clio only: nobody in HighLevel shares an e-mail, phone or name. */
  nadia: {
    ...member('Nadia Haddad', 'nadia-haddad'),
    email: 'nadia.haddad@cedarpost.example',
    phone: '+12065550131',
    matterId: clioMatter('haddad-asylum'),
  },
  company: linked('Northgate Dental Group', 'northgate-dental', 'northgate'),
  /** A Clio company and a HighLevel person of the same name, who are not the same. */
  companyNamedLikePerson: linked('Avery Stone', 'avery-stone'),
  twins: { anna: linked('Anna Lindqvist', 'anna-lindqvist'), amelia: linked('Amelia Lindqvist', 'amelia-lindqvist') },
  /** Spouses with one phone; HighLevel knows Hannah only. */
  spouses: { hannah: linked('Hannah Bergström', 'hannah-bergstrom'), erik: member('Erik Bergström', 'erik-bergstrom') },
  seniorJunior: {
    senior: linked('Robert Delacroix Sr.', 'robert-delacroix-sr', 'robert-sr'),
    junior: linked('Robert Delacroix Jr.', 'robert-delacroix-jr', 'robert-jr'),
  },
  /** Two HighLevel contacts are the same Clio person. */
  duplicated: { ...member('Sofia Marchetti', 'sofia-marchetti'), highlevelIds: [hlContact('sofia-1'), hlContact('sofia-2')] },
  /** Equal in both systems in every shared field. */
  ruth: { ...linked('Ruth Okafor', 'ruth-okafor'), matterId: clioMatter('okafor-divorce') },
  claire: linked('Claire Dubois', 'claire-dubois'),
  /** Her old number now belongs to somebody else in HighLevel. */
  recycled: { ...member('Fatima El-Sayed', 'fatima-elsayed'), strangerId: hlContact('gary-pruitt') },
  /** Nothing but a name. */
  dolores: { ...member('Dolores Quint', 'dolores-quint'), namesakeId: hlContact('dolores-quint') },
  /** Markup and scripts in every text field, on both sides. */
  mallory: linked('<b>Mallory</b> <img src=x onerror=alert(1)>', 'hostile', 'mallory'),
  henry: member('Henry Whitfield', 'henry-whitfield'),
  /** One person in each of the other regions. */
  regions: {
    ca: linked('Étienne Gauthier', 'ca-gauthier', 'intake-gauthier'),
    eu: member('Aoife Murphy', 'eu-murphy'),
    au: member('Lachlan Campbell', 'au-campbell'),
  },
};
