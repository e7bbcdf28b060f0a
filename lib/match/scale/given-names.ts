/** Given names met in English-speaking countries, folded. What stands here is somebody's name, however near it is to another. */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  `aanya aarav aaron abbey abbie abby abdul abel abigail abraham ada adam adan addison adela adele adeline aden adrian adriana
adrienne agatha agnes ahmad ahmed aidan aiden aileen aimee aina aisha alaina alan alana alanna alannah alayna albert alberto
alec alejandra alejandro aleksei alex alexa alexander alexandra alexandria alexei alexey alexis alfie alfred alfredo ali alice
alicia alina alisha alison alissa alisson allan allen allie allison ally allyson alma alona alondra alvin alyona alyson alyssa
amanda amar amara amber ameer amelia amelie amina amir amit ammar amos amy ana anah ananya anastasia anderson andre andrea
andreas andrei andrew andrey andy angel angela angelica angelina angelo angie angus anh anika anil anita anja anjali anjana
ann anna annabel annabelle anne annette annie anthony antoine anton antonia antonio anushka anya aoibhe aoibheann aoife april
archer archie ari aria ariana ariel ariella arielle arina arjun arlene armando arnav arnold aron arron arthur arturo arya
aryan aryn asha asher ashley ashton astrid athena aubrey audrey august augustus aurora austin autumn ava averie avery axel
ayaan ayden aydin ayla ayush bailey barbara barney barry bart basil bea beatrice beau becky belinda bella ben benjamin bennett
bernadette bernard bernice bert bertha beryl bessie beth bethany betty beverly bianca bill billie billy blake blanche bob
bobby bonnie boris brad braden bradley brady brandon brandy branson brayan brayden breana breanna breanne brenda brendan
brenden brendon brenna brennan brent brett brian briana brianna brianne bridget britney brittany brittney brock brody bronson
bronte bronwyn brooke brooklyn bruce bruno bryan bryanna bryce bryn brynn bryson byron caden caitlin caitlyn caleb callie
callum calvin cameron camilla camille campbell candace candice cara caren carin carina carinne carissa carl carla carlos carly
carmel carmen carol carole carolina caroline carolyn carrie carson carter caryn carys casey cassandra cassidy caterina
catherine cathy cayden cecil cecilia cedric celeste celia celine cerys cesar chad chandler chantal charissa charlene charles
charlie charlotte chase chelsea chen cheri cherie cherish cherry cheryl chester chloe chris christa christian christina
christine christopher christy cian ciara ciaran cindy claire clara clarence clarisa clarissa clark claude claudia clay clayton
clement cliff clifford clinton clive clyde cody colby cole colette colin colleen collin connie connor conor conrad constance
cooper cora coral coralie cordelia corey corie corinna corinne corrie corrine cory courtney craig cristina cruz crystal curtis
cynthia cyril cyrus daisy dakota dale dalton damian damien damon dan dana daniel daniela daniella danielle danny dante daphne
darcy daren daria darian darien darin darina darius darlene darrell darren darrin darryl daryl daryn dasha dave david davina
dawn dayana dayanna dean deana deanna deanne deb debbie deborah debra declan deepa deepak deirdre delia della den denis denise
dennis deon derek derrick desmond destiny devan devin devon devyn dexter diana diane diann dianne diego dillon dimitri din
dina dion dipa dipak dirk divya diya dolores dominic dominik dominique don donald donna donnie donny donovan dora doreen doris
dorothy doug douglas drew duane duc duncan dung dustin dwayne dyan dylan ean earl eddie eden edgar edith edmond edmund edna
eduardo edward edwin eileen elaina elaine elana eleanor elena eli elia eliana elianna elias elijah elin elina elisa elisabeth
elise elisha eliza elizabeth ella elle ellen ellery ellie elliot elliott ellis elly elmer eloise elroy elsa elsie elton elvira
elyse elysia emely emerson emery emil emilia emilie emilio emily emma emmanuel emmett emmie emmy enrique eoghan eoin eric
erica erick ericka erik erika erin ernest ernesto eron errol erroll eryn erynn esme esmeralda esmond esperanza estelle esther
ethan ethel etta eugene eva evan evangeline eve evelyn everett everson ezra fahad fahd faisal faith fatima fay feisal felicia
felicity felipe felix fergus fernando filip fiona fletcher flora florence flynn frances francesca francine francis francisco
frank franklin fred freda frederick freya gabe gabi gabriel gabriela gabriella gabrielle gaby gaia gail galina gareth garett
garret garrett garry garth gary gavin gavyn geena geeta gemma gena gene genevieve genna geoff geoffrey george georgia georgie
georgina gerald geraldine gerard gerry gertrude gia giada giana gianna gilbert gilda gillian gina gino giovanni gisele gita
gladys glen glenda glenn glenys gloria glynn gordon grace gracelyn gracie graciela graeme graham grant grayson greg gregory
greta gretchen greyson griffin guadalupe guillermo gus guy gwen gwendolyn gwenyth gwyn gwyneth hadley haidee hailee hailey hal
haley halina halle hallie hamed hameed hamid hamish hana hanah hank hanna hannah hans hansen hanson hao harlan harley harlow
harmony harold harper harriet harris harrison harrold harry harvey hasan hassan hattie hayden haylee hayley hazel heath
heather hector heidi helen helena helene helga hellen henderson hendrik henri henrietta henrik henry herbert herman hester
hettie hilary hilda hitesh hoa hollie hollis holly hope horace hossein howard hubert hudson hugh hugo hung hunter huong husain
hussain hussein huw hyun ian ibrahim ida ieuan ignacio ilana ileana iliana imogen ina indiana ines inez inga inge ingrid iona
ione ira irene irina iris irma iryna isaac isabel isabella isabelle isaiah isidro isis isla ismael israel issac iuri ivan
ivana ivanna iverson ivy izaac jace jack jackie jackson jacob jacqueline jade jaden jadon jaiden jaime jaimie jake jalen jamal
james jamey jami jamie jamil jan jana jane janelle janet janice janine jared jaret jarod jarred jarrett jarrod jasmin jasmine
jason jasper javier jaxon jaxson jay jayden jayla jaylen jaylin jean jeanette jeanne jed jeff jefferson jeffery jeffrey jemima
jemma jen jenna jennifer jenny jerald jeremiah jeremy jerold jerome jerrod jerrold jerry jesse jessica jessie jesus ji jill
jillian jim jimmy jin jitesh jo joan joana joanie joann joanna joanne joaquin jocelyn jodie joe joel joelle joey johan johann
johanna john johnathan johnathon johnnie johnny jolene jolie jon jonah jonas jonatan jonathan jonathon jone joni jordan jorden
jordon jordyn jorge jorja jory jose josef joseph josephine josh joshua josie joy joyce juan juana juanita judith judy julia
julian juliana juliann julianna julianne julie julienne juliet jun june justin justine kaden kai kaia kaiden kaitlin kaitlyn
kaleb kaley kali kalie kalina kallie kamal kamil kane kara kareem karen karim karin karina karine karis karissa karl karla
karson karyn kason kate katelyn katherine kathleen kathryn kathy katie katja katrina katya kavita kavya kay kaya kayden kayla
kayle kaylee kaylen kaylin keaton keegan keely keenan keira keith kellen kelley kellie kelly kelsey kelsie kelvin ken kendal
kendall kendra kenna kenneth kent kenzie kerry kevin khaled khalid khalil kian kiara kiera kieran kiley kim kimberly kira kirk
kirsten kirsty korey kori kory krista kristen kristin kristina kristy kurt kya kyla kyle kylee kylie kyra kyran lacey lachlan
laila lan lana lance lara larisa larissa larry laura laureen laurel lauren laurence laurie laurin laurine lauryn lawrence
layla layth lea leah leanne lee leena leia leila leith len lena leni lenna leo leon leona leonard leonardo leroy leslie lester
leticia levi lewis leyla li liam liana lianna lidia lila lilah lilian liliana lillian lilliana lily lilyana lin lina linda
lindsay lindsey ling linh lionel lisa lisbeth liz liza lizbeth lloyd loan logan lois lola lon lonnie lora loraine lorelei
loren lorena lorenzo loretta lori lorin lorna lorne lorraine lorrie lou louie louis louisa louise luann luanne luc luca lucas
lucia lucian luciana luciano lucie lucien lucille lucinda lucy ludmila luis luisa luka lukas luke luna lydia lyla lylah lyle
lyn lynda lyndon lyndsay lyndsey lynette lynn lynne lynnette lynsey mabel mackenzie macy madalyn maddie maddison maddox maddy
madeleine madeline madelyn madelynn madilyn madison mae maeve maggie mahesh mai maia mair maira maisie makayla malcolm mallory
mandy manuel mara marc marcel marcella marcia marco marcos marcus margaret margarita margot maria mariah mariam marian mariana
mariane marianna marianne maribel maricela marie mariel mariela mariella marietta marilou marilyn marina mario marion marisa
marisol marissa marjorie mark markus marla marlee marlene marley marlie marlo marlon marsha marshall martha martin martina
marvin mary maryam maryann maryanne masha mason mateo mateus mathew mathias mathieu matias matilda matt matteo matthew
matthias mattias maureen maurice mavis max maxim maxine maxwell maya mayra mckayla mckenna mckenzie meena megan mei mel
melanie melinda melissa melody mercedes meredith merle merry meryl mia micah michael michaela michal micheal michel michele
michelle miguel mikael mikaela mikala mikayla mike mikel mikhail mikhaila mila milan mildred milena miles miley milla millie
milo milton mimi min mina ming minh minnie mira miranda miriam miryam misha misty mitchell mohamed mohammed moira molly mona
monica monique morgan morris moses muhammad mukesh muriel murray mya myla mylah mylee myles myra myrtle nadia nadine nadja
nadya nam nan nancy naomi naresh naser nasir nasser natalia natalie nataliya natalya natasha nate nathan nathanael nathanial
nathaniel neal ned neha neil nell nelson nettie nevaeh neville nia niamh nicholas nichole nick nickolas nicola nicolas nicole
nicolette nigel nikita nikki nikolas nikole nilesh nina nisha nita nitesh noah noel noelle nolan nora norma norman nya nyah
nyla nylah octavia odette oisin oksana olena olga olive oliver olivia omar opal ophelia ora orla orlaith orlando oscar osmond
otis otto owain owen oxana pablo paige paloma pamela paris parker pasha pat patrice patricia patrick patsy patty paul paula
paulette paulina pauline payton pearl pedro peggy penelope penny percy perry pete peter peyton phil philip philippa philippe
phillip phillipa phillippa phoebe phuong phyllis pierce pierre piper polina polly pooja porter preston priscilla priya puja
quentin quincy quinn rachael rachel rachelle raegan raelene raelyn rafael raheem rahim rahul raina raj rajesh rakesh ralph
ramesh ramiro ramon ramona randall randy raquel raul ravi ray raya raymon raymond rayna reagan rebecca redmond reece reed
reena reese regan regina reginald reina rena rene renee reuben rex reyna rhea rhett rhianna rhiannon rhonda rhys ricardo
richard rick ricky rihanna riley rina rita ritesh riya roan rob robbie robert roberta roberto robin robyn rochelle rocky rod
roderick rodney rodrigo roger rohan rohit roisin roland rolf roman romeo romero ron rona ronald ronan ronda ronin ronnie ronny
rory rosa rosalia rosalie rosalina rosalind rosalyn rosanna rosario rose rosella roselyn rosemary rosetta rosie rosina rosita
roslyn ross rowan roxana roxann roxanne roxie roy ruben ruby rudy rufus russell ruth ryan ryder ryker rylan ryland rylee
ryleigh rylie sabina sabrina sadie saeed said saira saleem salem salim sally salma salvador sam samantha samara sameer sameera
samina samir samira sammie sammy samuel sandra sandy sanjay santiago saoirse sara sarah sarai sariah sariyah sasha saul
savanna savannah sayed scarlett scott sean sebastian seema selena selim selina seren serena sergei sergey sergio seth shaina
shana shane shania shanna shannon shari sharon shaun shauna shawn shawna shay shayla shayna shayne shea sheila shelby sheldon
shelley shelly sherri sherrie sherry shirley sidney sienna sierra silas silvia sima simon simone sinead siobhan sita sky skye
skyla skylar skyler sofia sonia sonja sonya soo sophia sophie spencer stacey stacy stan stanley stefan stefani stefanie
steffan stefon stella stephan stephani stephanie stephany stephen stephon stevan steve steven stevie stewart stuart sue summer
sung suresh susan susana susanna susannah susanne susie suzan suzanna suzanne suzette sven svetlana sydney syed sylvia sylvie
tabitha talia tamara tameka tamia tamika tammy tamsin tania tanisha tanja tanya tara taryn tasha tate tatiana tatyana taya
taylor teagan ted teegan tegan terence teresa teri terra terrell terrence terri terry tess tessa tevin thalia thanh thaya thea
thelma theo theodore theresa thom thomas thomasina tia tiana tiara tiarna tierra tiffany tim timothy tina toby todd tom tomas
tomasz tommy toni tonia tonja tony tori toria torri torrie tracey tracy travis trent trenton trevor trina trinity tristan
tristen tristin troy trudy trystan tuan tucker ty tya tyler tyra tyrell tyrese tyrone tyson ulrich uma umar ursula valentina
valerie vanessa vanja vanya vaughn veena vera verna vernon veronica vicki vicky victor victoria vina vincent viola violet
virginia vivian viviana vivienne vladimir wade wallace walter wanda warren wayne wei wendy wesley whitney wilbur wilfred will
willa william willie willow wilma winifred winston wyatt xander xavier ximena xin yan yaser yasir yasmin ying yolanda york
yosef young yulia yuri yury yusuf yvette yvonne zac zach zachary zahra zaid zain zaira zane zara zayd zayden zayn zelda zion
zoe zoey zyon`.split(/\s+/),
);
