import { GIVEN_NAMES } from '../../lib/match/scale/given-names.ts';
import { createRandom } from './random.ts';

/** The lists are the same in every run; only who gets which is drawn by the run's seed. */
const random = createRandom(20_240_101);
const words = (text: string) => text.trim().split(/\s+/);
const unique = (list: string[]) => [...new Set(list)];
const crossed = (heads: string[], tails: string[]) => heads.flatMap((head) => tails.map((tail) => head + tail));

const REAL_SURNAMES =
  words(`smith johnson williams brown jones garcia miller davis rodriguez martinez hernandez lopez gonzalez wilson anderson
thomas taylor moore jackson martin lee perez thompson white harris sanchez clark ramirez lewis robinson walker young allen king wright scott torres
nguyen hill flores green adams nelson baker hall rivera campbell mitchell carter roberts gomez phillips evans turner diaz parker cruz edwards collins
reyes stewart morris morales murphy cook rogers gutierrez ortiz morgan cooper peterson bailey reed kelly howard ramos kim cox ward richardson watson
brooks chavez wood james bennett gray mendoza ruiz hughes price alvarez castillo sanders patel myers long ross foster jimenez powell jenkins perry
russell sullivan bell coleman butler henderson barnes gonzales fisher vasquez simmons romero jordan patterson alexander hamilton graham reynolds
griffin wallace moreno west cole hayes bryant herrera gibson ellis tran medina aguilar stevens murray ford castro marshall owens harrison fernandez
mcdonald woods washington kennedy wells vargas henry chen freeman webb tucker guzman burns crawford olson simpson porter hunter gordon mendez silva
shaw snyder mason dixon munoz hunt hicks holmes palmer wagner black robertson boyd rose stone salazar fox warren mills meyer rice schmidt garza
daniels ferguson nichols stephens soto weaver ryan gardner payne grant dunn kelley spencer hawkins arnold pierce hansen peters santos hart bradley
knight elliott cunningham duncan armstrong hudson carroll lane riley andrews alvarado ray delgado berry perkins hoffman johnston matthews pena
richards contreras willis carpenter lawrence sandoval guerrero george chapman rios estrada ortega watkins greene nunez wheeler valdez harper burke
larson santiago maldonado morrison franklin carlson austin dominguez carr lawson jacobs obrien lynch singh vega bishop montgomery oliver jensen
harvey williamson gilbert dean sims espinoza howell li wong reid hanson le mccoy garrett burton fuller wang weber welch rojas lucas marquez fields
park yang little banks padilla day walsh bowman schultz luna fowler mejia papadopoulos okafor adeyemi kowalski novak horvath ivanov petrov rossi
ferrari esposito bianchi mueller schneider fischer becker kaur sharma khan ahmed hussain osullivan macdonald mackenzie campion zielinski dubois`);
const COMPOSED_SURNAMES = crossed(
  words(`ash beck black bram brad cald charl craw dal dun east elm fair farn gar glen gran hal harl hart hay hol horn kirk lang lin
    mar mel nor oak pem rad rams sel shel staf stan sut thorn wal west whit win wood wyn`),
  words('ford ley ton well wood worth burn field ham bridge combe stead more by dale gate hurst wick'),
);
const INVENTED_NAMES = crossed(
  words('jar tav kes bren mal zor del ram sha kal ver lor'),
  words('iel ona ette avion ith essa ando ulan ique orin ayne eon'),
);
const PLACES =
  words(`maple cedar oak pine elm birch willow chestnut walnut magnolia laurel hazel aspen spruce church mill park lake river hill spring
valley ridge meadow forest garden orchard station market bridge castle school chapel college harbour beach bay ocean island summit canyon prairie
washington jefferson madison lincoln jackson franklin monroe adams grant sherman hancock clinton wellington nelson victoria albert george king queen
prince duke princess railway canal quarry granite marble silver golden copper iron eagle falcon hawk heron swallow robin kestrel raven fox deer
beaver otter badger stanley barker wentworth macarthur hawker bligh flinders hume sturt collins bourke elizabeth lonsdale swanston russell exhibition
spencer latrobe kavel bunyip jacka burn renwick clode dexter essington goodwin atherton mulga banksia acacia wattle`);
const KINDS = ['Street', 'Street', 'Avenue', 'Road', 'Road', 'Lane', 'Drive', 'Court', 'Place', 'Crescent', 'Boulevard'];

export const FIRST_NAMES: readonly string[] = random.shuffled([
  ...[...GIVEN_NAMES].filter((_, at) => at % 3 !== 0),
  ...INVENTED_NAMES,
]);
export const LAST_NAMES: readonly string[] = unique([...REAL_SURNAMES, ...random.shuffled(COMPOSED_SURNAMES)]);
export const STREETS: readonly string[] = random.shuffled(
  unique([...PLACES, ...crossed(PLACES.slice(0, 60), ['view', 'crest', ' grove'])]).map(
    (name) => `${name} ${random.pick(KINDS)}`,
  ),
);
export const STATES = words('CA TX FL NY PA IL OH GA NC MI WA AZ MA TN IN MO MD WI CO MN OR NV');

export interface Town {
  city: string;
  state: string;
  postals: string[];
}
export const TOWNS: readonly Town[] = random
  .shuffled(
    unique([
      ...crossed(
        words('north south east west new old port lake mount saint fort'),
        PLACES.slice(40, 75).map((name) => ` ${name}`),
      ),
      ...crossed(PLACES.slice(10, 60), words('ville ton field burg')),
    ]),
  )
  .slice(0, 500)
  .map((city) => {
    const start = 10_000 + random.below(89_000);
    return {
      city,
      state: random.pick(STATES),
      postals: Array.from({ length: 1 + random.below(6) }, (_, at) => String(start + at)),
    };
  });
