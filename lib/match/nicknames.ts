/** Formal first name, then the short ones people go by. Folded forms. A suggestion table: it never makes a match by itself. */
const TABLE = `
abigail abby gail|albert al bert bertie|alexander alex xander sasha sandy alec|alexandra alex sandra sasha lexi sandy|alfred al fred alfie
alison ali allie|andrew andy drew|anthony tony|antonio tony toni|arthur art artie|barbara barb babs barbie|benjamin ben benny benji
bernard bernie|beverly bev|bradley brad|calvin cal|cameron cam|caroline carrie carol|catherine cathy cate kate katie cat kitty katherine kathryn
charles charlie chuck chas|charlotte charlie lottie|christina chris tina christine christy|christopher chris kit topher|clifford cliff
cynthia cindy|daniel dan danny|david dave davey davy|deborah deb debbie debra|dennis denny|donald don donnie|dorothy dot dottie dolly
douglas doug|edward ed eddie ted teddy ned|eleanor ellie nell nora|elizabeth liz lizzie beth betty eliza lisa betsy libby elisabeth
emily em emmy|eugene gene|evelyn eve evie|florence flo flora|frances fran francie|francis frank fran|francisco paco pancho frank
franklin frank|frederick fred freddie fritz|gabriel gabe|gabriella gabby ella|geoffrey geoff jeff|george georgie|gerald gerry jerry
gregory greg|guillermo memo|harold harry hal|helen nell|henry hank harry|herbert herb bert|howard howie|isabella bella izzy isabel
jacob jake|jacqueline jackie|james jim jimmy jamie|janet jan|jason jay|jeffrey jeff|jennifer jen jenny|jeremy jerry|jerome jerry|jessica jess jessie
joan joanie|john jack johnny jon|jonathan jon jonny|jose pepe|joseph joe joey|joshua josh|judith judy|juliana julie|katherine kate kathy katie kit kay kathryn catherine
kenneth ken kenny|kimberly kim|kristin kris kristen|lawrence larry laurie|leonard leo len lenny|leslie les|lillian lily|louis lou louie|lucille lucy
luis lucho|madeline maddie|margaret maggie meg peggy marge margie greta|maria mia|martin marty|mary molly polly|matthew matt|megan meg|melissa mel missy
michael mike mikey mick mickey|miguel mike|mitchell mitch|nancy nan|natalie nat|nathan nate|nathaniel nate nat|nicholas nick nicky|nicole nikki|norman norm
olivia liv livvy|oliver ollie|pamela pam|patricia pat patty trish tricia|patrick pat paddy|pedro pete|peter pete|philip phil phillip|priscilla cilla
rachel rae|raymond ray|rebecca becky becca|reginald reggie|richard rich rick ricky dick|robert rob bob bobby robbie|roberto beto|rodney rod|roger rog
ronald ron ronnie|rosemary rosie rose|russell russ|samantha sam|samuel sam sammy|sandra sandy|sarah sally sadie sara|sebastian seb|sharon shari
sophia sophie|stanley stan|stephanie steph|stephen steve steven|steven steve|susan sue susie suzy|suzanne sue suzy|sylvia syl|tamara tammy|terence terry
teresa terry tess theresa|theodore ted teddy theo|thomas tom tommy|timothy tim timmy|tobias toby|valerie val|veronica ronnie|vicente chente
guadalupe lupe lupita|ignacio nacho|jesus chuy|dolores lola|enrique quique kike|alejandro alex|eduardo lalo|rafael rafa|manuel manny
victor vic|victoria vicky tori|vincent vince vinny|virginia ginny|walter walt wally|wesley wes|william will bill billy willie liam|zachary zach zack
`;

const GROUPS = TABLE.trim()
  .split(/[|\n]/)
  .map((line) => new Set(line.split(' ')));

/** Groups by every name in them. */
const GROUPS_OF = new Map<string, Set<string>[]>();
for (const group of GROUPS) for (const name of group) GROUPS_OF.set(name, [...(GROUPS_OF.get(name) ?? []), group]);

/** Whether two folded first names are forms of one name: `bill` and `william`, `bill` and `will`; not `alexander` and `alexandra`. */
export const isNickname = (one: string, other: string): boolean =>
  one !== other && GROUPS_OF.get(one)?.some((group) => group.has(other)) === true;

const FORMAL = new Map<string, Set<string>>();
for (const group of GROUPS) {
  const [formal = ''] = group;
  FORMAL.set(formal, new Set([...(FORMAL.get(formal) ?? []), ...group]));
}

/** Whether `short` is what a `formal` goes by: `bill` for `william`, not `bill` for `will` (who may be brothers). */
export const isShortFor = (short: string, formal: string): boolean =>
  short !== formal && !FORMAL.has(short) && FORMAL.get(formal)?.has(short) === true;
