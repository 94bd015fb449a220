"""Words that tell a place's name from other capitalised words."""

from __future__ import annotations

#: Words that a name may hold without a capital: Rio de Janeiro, Stratford-upon-Avon.
JOINTS = frozenset(
    """al an and ad as bin by da das de del della der des di do dos du e el en es i ibn
    ile in la las le les lo los na of on ol op os oued rud san sur the to ul um upon
    van von y z zur""".split()
)

#: Direct cues: what follows is where something is.
IN = frozenset(
    """in near outside inside around across throughout nearby via between within into
    toward towards downtown northeast northwest southeast southwest northeastern
    northwestern southeastern southwestern northern southern eastern western central
    northernmost neighboring neighbouring upstate metropolitan mainland surrounding
    occupied besieged war-torn greater""".split()
)
#: Weaker cues: they stand before other things as well.
AT = frozenset("at from to of for over through on visit visiting leaving left".split())

#: Parts and officers of a town: the centre of X.
PARTS = frozenset(
    """centre center outskirts heart suburbs streets vicinity edge mayor governor
    residents inhabitants siege north south east west""".split()
)

#: What tells that a name in no table is a place: *in* X, rockets fired *at* X.
HERE = frozenset("in near outside".split())
FIRED = frozenset(
    """rocket rockets missile missiles projectile projectiles mortar mortars shell
    shells""".split()
)

#: Kinds of place: "the town of X", "X district".
TYPES = {
    **dict.fromkeys(
        """city town village hamlet municipality settlement suburb neighborhood
        neighbourhood township port resort camp capital""".split(),
        "city",
    ),
    **dict.fromkeys(
        """district county province state region governorate department prefecture
        oblast republic parish canton departments provinces districts
        counties division constituency lga subdistrict""".split(),
        "admin",
    ),
    **dict.fromkeys(
        """area valley island islands peninsula desert mountains highway border
        frontier road airport river lake coast hills forest basin gulf sea""".split(),
        "area",
    ),
}

#: Kinds that only a place is called: "the village of X", "X district".
CALLS = frozenset(
    """village town hamlet district province governorate county municipality township
    neighborhood neighbourhood prefecture suburb settlement""".split()
)

#: What people and things of a place are called: a Lima man, Basra police.
DWELLERS = frozenset(
    """man woman men women resident residents police native teen teenager couple
    parents company companies business businesses official officials voters hospital
    jail prison attorney councillors councilors firefighters home house homes
    lawmaker detectives authorities suburb-based apartment store nightclub mosque
    church synagogue courthouse court school students market bureau""".split()
)

#: What a place is remembered for: the Beslan siege, the Omagh bombing.
STRICKEN = frozenset(
    """attack attacks bombing bombings bomb bombs blast blasts siege massacre shooting
    shootings plot stabbing stabbings killings raid assault""".split()
)

#: Words that make a capitalised run a body, office or venue named after a place.
BODIES = frozenset(
    """academy administration airport airlines area ambassador arena army assembly
    attorney authorities authority avenue bank base beach board borough bridge
    bureau campus castle cathedral center central centre chamber church city clinic
    club coast college commission commissioner community conference congress
    consulate coroner corporation council councillor county court day defense
    department detachment district division east embassy festival fire fort forces
    foundation free general government governor guard hall harbor harbour health
    high highway hills hospital hotel house institute international island islands
    jail journal journalism judge legislature library lieutenant mall market
    marathon mayor medical memorial metro metropolitan middle ministry mosque
    mountain municipal museum national news north office park parliament parish
    patrol peninsula plaza police port post premier president press prime primary
    prison prosecutor province public railway regional republic resident residents
    river road school schools secondary senate senator sheriff south square stadium
    state station street superior supreme technical theater theatre times tower town
    township transit tribunal tribune union united university valley village west
    zoo""".split()
)

#: Titles and given words after which a name is a person's.
TITLES = frozenset(
    """mr mrs ms dr sir lady lord prof professor sgt sergeant capt captain col colonel
    lt lieutenant maj major gen sen senator rep representative gov judge justice
    officer detective deputy constable cpl rev reverend father sister saint sheikh
    mullah imam hajji coach spokesman spokeswoman chairman minister secretary
    commander bishop archbishop cardinal pope king queen prince princess aunt uncle
    miss president premier leader ambassador mayor governor comrade don dona""".split()
)

#: A place does not say, a person does.
SAYS = frozenset(
    """said says told added explained recalled argued wrote testified joked whose who
    himself herself""".split()
)

#: Capitalised English words that the table has as small places.
COMMON = frozenset(
    """a about above academy according acting action adam admiral afp afterward age
    agency ages ahead air al alarm alien all allah alliance allied almost along
    already alto amazon amber among an and angel another apart apple april are arena
    armed army art arts as asia-pacific at august aurora authority autumn away baby
    back bad bar base basic bath battle bay beach beat because bell berry best better
    bible big bill bishop black bless block blue boeing bomb bombs bond book boom
    border born boss both box boy brand brave bridge bright brother brown bus bush
    business but butler by cab call camp can canal cannon capital captain captured
    car care cargo case cast castle catholic cell center central centre chance change
    charge charter chase chief child christ christian christmas church circle city
    ciudad civil class clay clean clear clerk close club coalition coast cold college
    colonel colonia come command common communist company complete concord congress
    constitution control convoy cook corner corps council counter country county
    court cover craft cross crown crystal cuartel custody cut daily dam damage dark
    date daughter day days dead deal death december decree deep defence defense delta
    democratic department deputy desert detail diamond did direct district do doctor
    doctrine door down dragon drive drum due during each eagle earth east easter
    eastern easy economy eden edge editor efe effort eight eighty election eleven
    elite email embassy emperor empire end energy enter entry equality era estate
    even evening ever every evil executive express eye face facebook factor faith
    fall false far farm fast fatah father february federal field fifth final fire
    first five flag flat fleet flight follow food for force ford foreign forest fort
    forty forward foundation four fox free freedom fresh friday friend front full
    fund future game garden gas gate general get giant girl given glory god going
    gold golden good google government grace grand grant gray great green group guard
    gulf gun half hall hamas hand harbor hard harmony harvest he head health heart
    heat heaven help her here hero hezbollah high hill hinterland his history hit
    hold holiday holy home honor hope horse hospital hot hotel hour house how hunt
    hunter i ice if imam in independence indian industry innocence institute
    intelligence interior international internet interpol iron isi isil isis islam
    islamic island islands it its january jewish jihad job judge july june justice
    kill king kingdom koran lady lake lamb land large last late law lead leader
    league leave left legion less let level liberal liberation liberty library light
    like lily lincoln line links lion list little live local long lord lost love low
    luck made magic main major mal male man many march marine mark market marshal
    martyr mary mass master matter may mayor me mechanic media medical meeting men
    mercury mesa middle might military mill mind mine minister ministry mission
    mobile model modern monday money mono month moon more morning most mother mount
    mountain mr much muslim my nation national native natural navy near needs network
    never new news next nice night nine ninety nissan no noble north northern not
    novel november now oak obedient october of off office officer oil old olive on
    once one only open opposition orange order orders our out over oxygen pacific
    pact page palace palm paper parade parish park parliament part party pass past
    path patriot patrol peace peak people perfect person pilot pine pink pioneer
    place plain plan planet plant plus point police policy pope port post power
    prairie press price prince princess prior prison private progress project prophet
    prosecutor province public pure quds queen quran radical radio railway rain
    ranger rapid rare read reading real rebel rebels recent record red reform region
    republic republican reserve resistance rest return reuters revolution rich right
    ring rise risk river road rock rocket roman root rose round royal rule run rural
    safe said sail saint sale same sand saturday save scene school sea season second
    secret secretary section sector security see senate senior september service
    seven seventy shadow share she sheikh shot side silver since single sister six
    sky small snow so social society solid solidarity some son south southern spa
    special split spring square staff stage stand star start state statement states
    station stay steel step still stock stone stop storm straight strange street
    strong student suddenly sue summer summit sun sunday supreme sure swift table
    take taliban tank target task team ten term terror test that the their then there
    these they third this thousand three thunder thursday time to today tower town
    toyota trade trail train travel treaty tree trial tribune trinity true trust
    tuesday turn twelve twenty twitter two unclear under union unit united unity
    university up upper user valley van very victory view village violence virgin
    vision vote wait wall wanted war ward warm was watch water wave way we wednesday
    week well were west western what wheel when where white who whole why wide wild
    will win wind wing winner winter wise witch with within without wolf woman women
    wood word work worker workers world worth wrong xinhua yard year yellow yes yet
    you young youth zona zone""".split()
)

#: Peoples and languages that are no nationality, and adjectives of continents.
PEOPLES = frozenset(
    """african african-american arab arabic arabs asian assyrian balkan baloch bantu
    basque bengali berber bosniak breton catalan caucasian chechen chechens
    circassian copt coptic corsican european europeans fulani hausa hazara hindi
    hispanic igbo ingush karen kashmiri kurd kurdish kurds latin malay mayan oromo
    pashto pashtun persian punjabi rohingya roma romani shan sikh sinhala sinhalese
    soviet swahili tamil tamils tatar tibetan tigrayan tuareg turkic turkmen uighur
    uighurs urdu uyghur uyghurs yazidi yoruba zulu""".split()
)

#: Sides that may stand before any place: Southern Thailand, West Beirut.
SIDES = frozenset(
    """north south east west northern southern eastern western central northeastern
    northwestern southeastern southwestern northeast northwest southeast southwest
    upper lower greater downtown old""".split()
)

#: Of ``BODIES`` those that are organisations and offices rather than venues.
ORGS = frozenset(
    """administration army assembly attorney authorities authority board bureau
    commission commissioner coroner council councillor court department detachment
    detective fire forces general government governor guard health journal judge
    legislature lieutenant mayor ministry municipal national news office parliament
    patrol police post premier president press prime prosecutor senate senator
    sheriff supreme times tribunal tribune united""".split()
)
