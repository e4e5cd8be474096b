"""English words, sense by sense, without accents; a star stands for any ending."""

from __future__ import annotations

from collections.abc import Mapping

SENSES: Mapping[str, str] = {
    "i": "i me i'm i've i'd i'll",
    "we": "we us we're we've we'd we'll",
    "you": "you you're you've you'd you'll",
    "third": "he him she her they them he's she's they're they've he'd she'd they'd they'll",
    "it": "it it's its it'd it'll",
    "who": "who whom whose which",
    "someone": "someone somebody anyone anybody",
    "nobody": "nobody neither none",
    "everyone": "everyone everybody all both each every",
    "people": "people man woman men women person lady gentleman guy girl boy",
    "family": (
        "wife husband mother father mum mom dad son daughter sister brother family kids children grandmother "
        "grandma aunt uncle partner parents grandson"
    ),
    "team": (
        "colleague* boss manager director team staff board chair secretary assistant accountant treasurer office intern"
    ),
    "customer": "customer* client* guest* visitor* user* reader* audience member* patient* tenant* pupil* student*",
    "outsider": (
        "supplier* printer printers council landlord neighbour* neighbor* bank insurer* insurance courier post "
        "postman hospital doctor electrician plumber contractor builder* caterer venue school police court "
        "government ministry taxman inspector notary lawyer solicitor competitor* agency broker funder"
    ),
    "greeting": "dear hi hello hey hiya morning afternoon",
    "closing": "regards sincerely cheers best yours wishes kind kindly love",
    "now": "now nowadays currently meanwhile presently",
    "today": "today tonight",
    "past": "yesterday ago last previous previously earlier",
    "future": "tomorrow next upcoming coming soon later",
    "weekday": "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun weekend",
    "month": (
        "january february march april june july august september october november december jan feb apr aug sept "
        "oct nov dec summer winter spring autumn christmas easter"
    ),
    "unit": "day days week weeks month months year years hour hours minute minutes fortnight evening night quarter",
    "since": "since",
    "before": "before by prior beforehand",
    "after": "after afterwards then",
    "until": "until till",
    "still": "still yet anymore",
    "already": "already",
    "again": "again anew re",
    "times": "times time twice once thrice",
    "ordinal": "first second third fourth fifth sixth seventh tenth st nd rd th",
    "always": "always constantly everytime continually",
    "never": "never ever",
    "often": "often usually sometimes regularly",
    "late": "late delay* overdue slow behind postpone* slipped dragging",
    "early": "early sooner",
    "finally": "finally eventually end ultimately",
    "deadline": "deadline* due date dates schedule term planning appointment slot",
    "hurry": "urgent* hurry rush asap immediately quick* fast soonest",
    "long": "long ages forever lengthy duration",
    "would": "would should ought supposed wouldn't shouldn't",
    "could": "could might may couldn't",
    "can": "can able can't cannot",
    "must": "must need needs needed",
    "will": "will won't shall going gonna",
    "want": "want wants wanted wish prefer like rather d'like",
    "hope": "hope hopefully hoping",
    "expect": "expect* assumed assume thought reckon count",
    "say": "say says said saying",
    "tell": "tell tells told informed inform news announce* report* mention*",
    "promise": "promise* guarante* assured assure pledged",
    "agree": "agree* agreement arrangement contract signed deal settled approved accept* terms",
    "ask": "ask asks asked asking question* request* wonder*",
    "answer": "answer* reply replied replies response respond* reaction feedback reacted",
    "call": "call calls called calling phone* rang ring rung voicemail*",
    "write": "write wrote written writes mail* email* message* letter note text texted whatsapp",
    "send": "send sends sent sending forward* upload*",
    "receive": "receive* got get gets gotten arrived arrive arrives",
    "hear": "hear heard hearing listen*",
    "read": "read reads reading",
    "see": "see saw seen sees look* looking watch* view*",
    "notice": "notice* found find discover* realise* spotted turns turned",
    "know": "know knew known knows aware sure",
    "think": "think thinks guess suppose believe feel feels felt seem* impression imagine",
    "understand": "understand* understood realise clear follow explain* explanation",
    "remind": "remind* chase* chased repeat* nag",
    "do": "do does did doing done don't didn't doesn't",
    "make": "make makes made making create* build built prepare* produce*",
    "deliver": "deliver* handed hand supply supplied ship shipped",
    "finish": "finish* ready complete* wrap*",
    "start": "start* begin began begun launch* opening open opens opened live",
    "change": "change* amend* adjust* edit* revise* revision* replace* swap move",
    "fix": "fix* repair* solve* correct* sort sorted resolve*",
    "check": "check* test* verify review* proofread* proof",
    "come": "come comes came appear*",
    "go": "go goes went gone leave left",
    "wait": "wait* hold",
    "stand": "stand* stood stuck sit sitting lies lying hang* hung",
    "work": "work* function* run runs running load*",
    "try": "try tries tried trying attempt* effort",
    "take": "take takes took taken bring* brought pick* collect* fetch*",
    "give": "give gives gave given let lets",
    "put": "put puts place* install* fit fitted mount*",
    "use": "use* used using usable need*",
    "keep": "keep kept remain* stay* continue*",
    "help": "help* support* assist* advice advise*",
    "cancel": "cancel* terminate* stop* quit withdraw*",
    "decide": "decide* decision choose* chose* chosen choice pick option*",
    "meet": "meeting meet* met session visit*",
    "event": (
        "wedding funeral fair launch party anniversary exhibition concert show festival conference birthday "
        "premiere christening"
    ),
    "money": "money euro euros eur pound pounds dollar* cents quid budget amount sum total grand $",
    "pay": "pay* paid transfer* deposit instalment*",
    "charge": "charge* bill* billed invoice* fee fees rate line item",
    "cost": "cost* price* priced expens* cheap*",
    "quote": "quote* estimate* offer* proposal* tender scope brief*",
    "extra": "extra additional* more another additional surcharge overtime supplement",
    "refund": "refund* credit* discount compensation* reduce* return*",
    "work_text": (
        "text* copy article* translation* word* sentence* page* chapter* book* caption* headline* newsletter* "
        "spelling typo* letter* footnote* manuscript"
    ),
    "work_image": (
        "design* logo* photo* picture* image* drawing* poster* flyer* leaflet* layout colour* color* font* video* "
        "film* banner* sketch* cover* illustration* render* template* slide*"
    ),
    "work_web": (
        "website* site* webshop* app apps server* link* button* form* login password* update* software plugin* "
        "database* backup* code bug* domain system* portal laptop computer*"
    ),
    "work_build": (
        "kitchen* bathroom* wall* floor* roof* door* window* garden* fence* terrace* hedge* tree* heating boiler "
        "paint* tile* stairs house building room rooms garage plants lawn pipe* tap"
    ),
    "work_other": (
        "file* folder* document* plan* version* draft* sample* project* job order* package* box* product* cake* "
        "dress* music track* lesson* training workshop* course class tax* return vat account* figures numbers "
        "list* sign* label* card* invitation*"
    ),
    "wrong": "wrong* incorrect* mistake* error* fault* false mixed upside mis* inaccura*",
    "missing": "missing lack* absent nowhere lost lose omitted forgotten forgot* empty blank",
    "broken": "broken broke break* damage* crack* crash* leak* down dead fail* jam* torn scratch* offline bounce*",
    "bad": (
        "bad poor* terrible awful horrible worse worst ugly dirty messy mess shoddy sloppy unusable useless "
        "disaster crooked blurry dull cold thin"
    ),
    "good": (
        "good great fine nice excellent perfect* well ok okay super fantastic brilliant better solid splendid terrific"
    ),
    "beautiful": "beautiful* lovely gorgeous pretty wonderful elegant stunning charming",
    "different": "different* other* else opposite differ* unlike compared compare*",
    "same": "same identical equal exact* similar*",
    "old": "old former ancient outdated original*",
    "new": "new newest fresh latest",
    "right": "right correct true accurate proper indeed",
    "whole": "whole entire full* total*",
    "half": "half part* partly piece some few several couple",
    "more": "most higher bigger larger longer above over up",
    "less": "less least fewer lower smaller shorter under below",
    "too": "too so such very really quite extremely",
    "enough": "enough sufficient*",
    "ready_clear": "unclear vague confus* contradict*",
    "but": "but however though although nevertheless only",
    "because": "because as reason why therefore",
    "if": "if whether unless",
    "instead": "instead than versus vs",
    "without": "without",
    "not": "not n't isn't wasn't aren't weren't haven't hasn't hadn't ain't",
    "nothing": "nothing nil zero nought",
    "no": "no nope",
    "yes": "yes yep yeah",
    "even": "even just simply merely anyway",
    "also": "also and moreover besides plus",
    "what": "what how when where",
    "according": "according apparently seems evidently obviously",
    "angry": "angry furious annoy* irritat* cross mad upset outrag*",
    "disappointed": "disappoint* unhappy dissatisf* regret* shame pity sad unfortunate* frustrat* alas",
    "sorry": "sorry apolog* excuse* forgive* pardon",
    "myfault": "stupid silly clumsy blame guilt* fault",
    "thank": "thank* thanks grateful appreciate* gratitude",
    "happy": "happy glad pleased delighted joy* thrilled enthusias* satisfied content relieved",
    "love": "love* adore* like* enjoy* favourite*",
    "praise_word": "compliment* praise* recommend* proud congrat* bravo wow impress*",
    "surprise": "surpris* strange odd* weird funny curious astonish* remarkable baffl* shock*",
    "laugh": "laugh* joke* fun smile* haha lol",
    "trust": "trust* confiden* patience faith reliable* serious* believe*",
    "complain": "complain* complaint* objection* protest* criticis* moan*",
    "worry": "worr* afraid fear* nervous anxious concern* stress* panic*",
    "tired": "tired exhaust* busy",
    "honest": "honest* frank* truth* fair* unfair* decent",
    "please": "please",
    "problem": "problem* issue* trouble* difficult* hassle",
    "explain_own": "myself ourselves own",
    "num": "0 0th 0st 0nd 0rd 00 000 0000",
    "numword": (
        "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand "
        "dozen"
    ),
    "be": "is are am was were be been being",
    "have": "have has had having",
    "thing": "thing things something anything everything stuff bit",
    "name": "name names spelled",
    "attached": "attached attach* enclosed enclose* pdf attachment",
    "confirm": "confirm* register* approve* approval green",
    "sick": "ill sick died death flu cancer",
    "holiday": "holiday* vacation away travel* trip train plane flight",
    "food": "lunch dinner coffee tea soup food eat* drink* menu wine",
    "weather": "weather rain* snow* storm water wind* wet",
    "talk": "talk* speak spoke spoken discuss* chat conversation",
    "listed": "points list follow* following comments remarks",
    "happen": "happen* occurred caused result* effect",
    "close": "close* shut locked",
    "rude": "rude* impolite shout* tone unprofessional arrogan* insult* unacceptable ridiculous",
    "care": "care bother* matter* interest* attention",
    "expectplan": "schedul* reserv* arrange*",
    "contract": "contract* sign signature specification*",
    "quoteq": "",
    "at": "at on in into inside",
    "with": "with along together",
    "about": "about regarding concerning around of",
    "for": "for to",
    "from": "from off out",
    "my": "my mine",
    "our": "our ours",
    "your": "your yourself yourselves",
    "their": "his hers their theirs himself herself themselves",
    "this": "this that these those that's",
    "there": "there here there's",
    "colour": "red blue white black yellow grey gray orange pink brown dark light purple beige",
    "animal": "dog* cat cats horse* cow* sheep goat* pony bird* chicken* fish",
    "club": (
        "choir band foundation church parish society association club museum theatre library trust institute "
        "university department"
    ),
    "vehicle": "car van bus lorry truck parking drive drove driven driving road bike boat",
    "size": "small little big large huge tiny high low wide tall thick size millimetre* cm inch* metre*",
    "public": (
        "online facebook instagram google posted posts social press newspaper magazine journalist radio blog review"
    ),
    "learn": "learn* taught teach* exam* grade study studied practice",
    "law": "law legal rights claim clause liability permit licence policy",
    "direction": "back through across past",
    "show": "shows showed shown prove* display* demo present*",
    "buy": "buy bought sell sold sales sale shop stock store market",
    "count": "count* measur* calculat* add added figure* percent % number*",
    "phone_thing": "phone tablet screen mobile wifi camera key keys",
    "paper": "paper stamp* folder envelope parcel*",
    "speed_now": "straight immediate* moment instantly",
    "role": "client company firm business desk service support",
    "freetime": "sleep slept bed dream* rest home",
    "person_title": "mr mrs ms dr prof sir madam",
}
