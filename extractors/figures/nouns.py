"""Nouns for people: whom a figure counts, and on which side they stand."""

from __future__ import annotations

#: Irregular plurals and collectives that end in no ``s``.
_PLURAL = frozenset(
    "people men women children policemen policewomen firemen militiamen gunmen "
    "servicemen businessmen clergymen fishermen guardsmen tribesmen crewmen "
    "police personnel troops clergy persons congressmen countrymen workmen "
    "taliban riflemen hitmen bowmen salesmen spokesmen youngsters folk cops".split()
)
_SINGULAR = frozenset(
    "person man woman child boy girl baby infant toddler teenager teen youth adult "
    "civilian bystander passerby passer-by pedestrian resident citizen national "
    "villager tourist pilgrim worshipper worshiper passenger driver taxi-driver "
    "policeman policewoman officer constable sergeant corporal private lieutenant "
    "captain major colonel general brigadier commander inspector superintendent "
    "sheriff deputy trooper guard bodyguard soldier serviceman marine sailor pilot "
    "militiaman guardsman cop agent official minister president ambassador diplomat "
    "consul attache attaché envoy mayor governor councillor councilor councilman "
    "senator congressman lawmaker legislator mp politician candidate leader chief "
    "chairman secretary judge magistrate prosecutor lawyer attorney advocate priest "
    "pastor bishop archbishop cardinal nun monk imam cleric mullah rabbi preacher "
    "missionary teacher professor lecturer student pupil schoolgirl schoolboy "
    "schoolteacher headmaster principal doctor nurse surgeon journalist reporter "
    "editor photographer cameraman correspondent broadcaster columnist worker "
    "labourer laborer farmer peasant fisherman shopkeeper shopper vendor trader "
    "merchant businessman businesswoman banker industrialist executive manager "
    "director engineer technician contractor employee clerk cleaner janitor cook "
    "servant maid caretaker porter owner landlord merchant smuggler mechanic barber "
    "hairdresser baker butcher musician singer actor artist writer poet author "
    "scientist academic scholar activist unionist organizer organiser lobbyist "
    "volunteer aid-worker peacekeeper observer inspector monitor interpreter "
    "translator informant informer collaborator hostage captive prisoner inmate "
    "detainee refugee settler immigrant migrant shepherd herder husband wife "
    "spouse father mother parent son daughter brother sister uncle aunt nephew "
    "niece cousin grandfather grandmother grandson granddaughter stepfather "
    "stepson boyfriend girlfriend fiancee relative friend neighbor neighbour "
    "colleague companion lover guest customer client patron spectator onlooker "
    "victim survivor member supporter sympathizer sympathiser follower aide adviser "
    "advisor assistant secretary-general representative spokesman spokeswoman "
    "commissioner administrator warden elder chieftain prince princess king queen "
    "sheikh sheik heir jew muslim christian hindu sikh catholic protestant "
    "conscript reservist recruit cadet veteran paramedic firefighter medic rescuer "
    "motorist motorcyclist cyclist chauffeur conductor steward stewardess "
    "crewman jogger hiker climber backpacker traveler traveller commuter "
    "one individual other male female native foreigner expatriate insurgent "
    "parliamentarian premier chancellor vice-president vice-consul legislator "
    "moviegoer churchgoer concertgoer partygoer operative suspect".split()
)
ATTACKERS = frozenset(
    "attacker gunman bomber assailant militant terrorist rebel insurgent guerrilla "
    "guerilla hijacker kidnapper shooter perpetrator assassin fighter extremist "
    "suspect killer jihadist jihadi plotter abductor hostage-taker arsonist "
    "hitman sniper raider extremist separatist maoist taliban gunwoman rioter "
    "stabber knifeman infiltrator plotter cell-member operative".split()
)
_IRREGULAR = {
    "people": "person",
    "children": "child",
    "wives": "wife",
    "taker": "hostage-taker",
    "takers": "hostage-taker",
    "taliban": "taliban",
    "police": "policeman",
    "troops": "soldier",
    "personnel": "employee",
}
#: Counted beside people in the same sentences, and never killed or hurt.
THINGS = frozenset(
    "time occasion attack incident bomb explosion blast building vehicle car truck "
    "bus house home shop store round shot bullet year month week day hour minute "
    "place location city town village province district area school church mosque "
    "rocket mortar shell grenade missile device weapon rifle gun pistol operation "
    "arrest strike raid shooting stabbing bombing killing murder case charge count "
    "plot group cell organization country state company bank office station train "
    "plane aircraft helicopter motorcycle motorbike boat ship tanker wound injury "
    "cow horse animal dog sheep camel goat percent tower bridge pole window part "
    "side hand leg head arm chest back foot face neck stomach shoulder call "
    "yard block".split()
)
_KINDS = ("ist", "ian", "eer", "man", "woman", "ese")


def singular(noun: str) -> str:
    """``noun`` in lower case without its plural ending."""
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("men"):
        return noun[:-2] + "an"
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def is_person(noun: str) -> bool:
    """Whether ``noun``, in either number, names a person."""
    one = singular(noun)
    return one in _SINGULAR or one in ATTACKERS or one.endswith(_KINDS)


def is_plural(noun: str) -> bool:
    """Whether ``noun`` names several; read off its form."""
    return noun in _PLURAL or (noun.endswith("s") and not noun.endswith("ss"))


def is_attacker(noun: str) -> bool:
    """Whether ``noun`` names one who attacks."""
    return singular(noun) in ATTACKERS


def is_thing(noun: str) -> bool:
    """Whether ``noun`` is no person, though numbers often stand before it."""
    return singular(noun) in THINGS
