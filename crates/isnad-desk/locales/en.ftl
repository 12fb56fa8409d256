# The desk's words in English. Keys are the same in both files; a test sees to it.


## The frame

brand = Isnad
skip = Skip to the content
sections = Sections
incidents = Incidents
reports = Reports
names = People and sources
view = View
digits = Digits
theme = Colours
theme-system = System
theme-light = Light
theme-dark = Dark
hide-names = Hide names
names-hidden = Names hidden
pages = Pages
previous = Previous
next = Next
apply = Show
clear = Clear the filter
any = Any
none = None
unknown = Unknown
unnamed = Unnamed
a-person = a person
nothing-found = Nothing passes this filter.
no-incidents = No incident was read out of these reports. What was read out of each is here:
not-found = There is nothing here
not-found-what-to-do = No incident, report or name has this address. The lists above hold all there is.
locked = This desk is locked
locked-what-to-do = Open the address that “isnad open” printed in the terminal. It works once; run the command again for a new one.

## The list of incidents

views = Views
view-list = List
view-map = Map
view-timeline = Timeline
filter-words = Words
filter-name = Name
filter-place = Place
filter-kind = Kind
filter-from = From
filter-to = To
filter-disputed = Disputed
filter-few-roots = One root or none
column-date = Date
column-incident = Incident
column-killed = Killed
column-sources = Outlets against roots
column-disputes = Open disputes
column-published = Published
column-outlet = Outlet
column-title = Title
column-statements = Statements
column-reports = Reports
column-name = Name
column-kind = Kind
no-date = No date
no-place = place not given
kind-at-place = { $kind } in { $name }
map-of-incidents = Map of the incidents
map-legend = A circle’s area grows with the number of incidents.
map-credit = Shapes: Natural Earth. Towns: Who’s On First.
with-dispute = with a dispute
without-dispute = without
timeline-of-incidents = Incidents over time
timeline-legend = Height is the number of incidents; a bar leads to them.

## An incident

best-explained = the number most independent roots give
fact-outlets = Outlets
fact-roots = Independent roots
fact-gates = Gates
fact-disputes = Disputes
where-accounts-part = Where the accounts part
no-questions = The reports say nothing that could be set side by side.
accounts-compatible = Different, but all can be true
accounts-agree = One answer
toll-to-scale = The numbers drawn to scale
position = Position
no-value = not so
then = →
denies-that = denies
takes-back = Takes back
own-voice = in the outlet’s own voice
via = via
from = from
unverified = not verified
indistinct-roots = Unnamed sources that may be the same:
how-story-travelled = How the story travelled
travel-legend = From the origins over those who passed them on to the outlets, in order of publication.
how-cited = draws on, with credit
how-silent-copy = copied without credit
how-translation = translated without credit
course = In time
course-legend = Above, the days that accounts give; below, each report when it came out.
where = Where
locator-precision = The shaded area is as precise as the place is known:
victims = Victims
parties = People and groups, and what each account says of them
according-to = according to { $name }
related = Near it, but kept apart
role-perpetrator = named as perpetrator
role-partner = named as partner of the perpetrator
role-target = named as target
role-victim = named as victim
sex-female = female
sex-male = male

## A report

tells-of = Tells of
layers = Marks
layer-statements = Statements
layer-people = Names
layer-places = Places
layer-times = Times
layer-numbers = Numbers
layer-furniture = Page furniture
the-text = The report’s text
walk-hint = Up and down arrows walk through the statements; Enter goes to the words.
chain = Chain
inside = inside
part-of = part of
events = Events as told
relations = Relations, as said
notes = What the reader noticed
evidence = Evidence
evidence-bytes = SHA-256 of the bytes
evidence-text = SHA-256 of the text
evidence-published = Published
evidence-retrieved = Retrieved
retrieved-unknown = not said: read from a file
evidence-url = Address
evidence-engine = Read by
url-not-opened = shown as text; nothing is fetched
original-as-text = The original bytes, as text
rendition-as-text = The text as it was read
not-in-gazetteer = not in the gazetteer
caveat-publisher = The outlet:
caveat-source = The source:
language-ar = Arabic
language-en = English
made-from-cited = Draws, with credit, on
made-from-silent-copy = Copied without credit from
made-from-translation = Translated without credit from
source-of-cited = Credited by
source-of-silent-copy = Copied without credit by
source-of-translation = Translated without credit by

## A name

where-accounts-differ = Where the accounts differ
spellings = Spellings

## Closed lists of the contract


kind-raid = Raid
kind-arrest = Arrest
kind-airstrike = Airstrike
kind-shelling = Shelling
kind-explosion = Explosion
kind-shooting = Shooting
kind-killing = Killing
kind-abduction = Abduction
kind-assault = Assault
kind-death-in-custody = Death in custody
kind-clash = Clash
kind-security-operation = Security operation
kind-campaign = Campaign
kind-seizure = Seizure
kind-sinking = Sinking
kind-fire = Fire
kind-collapse = Collapse
kind-protest = Protest
kind-displacement = Displacement
kind-agreement = Agreement
kind-trial = Trial
kind-other = Other event

question-killed = Killed
question-wounded = Wounded
question-arrested = Arrested
question-missing = Missing
question-date = Date
question-place = Place
question-perpetrator = Who did it
question-target = Target
question-victim-identity = Who the victim was
question-victim-affiliation = Whose the victim was
question-outcome = Outcome
question-cause = Cause
question-occurred = Whether it happened
question-partner = With whom

stance-asserts = says
stance-alleges = alleges
stance-accuses = accuses
stance-believes = believes
stance-doubts = doubts
stance-denies = denies
stance-demands = demands
stance-expects = expects
stance-no-comment = no comment

source-person = person
source-organisation = organisation
source-media = outlet
source-document = document
source-anonymous = unnamed source

mode-direct = quoted
mode-indirect = reported
mode-mixed = quoted in part

name-person = person
name-organisation = organisation

relation-member-of = member of
relation-works-for = works for
relation-leads = leads
relation-kin = relative of
relation-married-into = related by marriage to
relation-alias = also called
relation-position = holds a position in

harm-killed = killed
harm-wounded = wounded
harm-arrested = arrested
harm-missing = missing
harm-abducted = abducted
harm-released = released

status-civilian = civilian
status-fighter = fighter

grain-minute = to the minute
grain-hour = to the hour
grain-day = a day
grain-week = a week
grain-month = a month
grain-quarter = a quarter
grain-season = a season
grain-year = a year
grain-decade = a decade
grain-vague = vague

part-dawn = dawn
part-morning = morning
part-noon = noon
part-afternoon = afternoon
part-evening = evening
part-night = night

precision-point = a point
precision-town = a town
precision-division = a division
precision-region = a region
precision-country = a country

## Answers that weighing gives in these words

value-electrical-fault = electrical fault
value-projectile-or-strike = projectile or strike
value-stored-fuel-or-munitions = stored fuel or munitions
value-gas-leak = gas leak
value-work-accident = work accident
value-technical-failure = technical failure
value-overloading = overloading
value-weather = weather
value-arson-or-sabotage = arson or sabotage
value-planted-bomb = planted bomb
value-unexploded-ordnance = unexploded ordnance
value-poor-construction = poor construction
value-ill-treatment = ill-treatment
value-illness = illness
value-suicide = suicide
value-shot = shot
value-no-coordination = no coordination
value-false-information = false information
value-deliberate = deliberate
value-militant = militant
value-civilian-or-on-the-state-s-side = civilian or on the state's side
value-someone-else = someone else
value-by-mistake = by mistake
value-the-intended-target = the intended target
value-military-site = military site
value-civilian-site = civilian site
value-alive = alive
value-killed = killed
value-sank = sank
value-afloat = afloat
value-repelled = repelled
value-succeeded = succeeded
value-escaped = escaped
value-caught = caught
value-released = released
value-held = held
value-destroyed = destroyed
value-unharmed = unharmed
value-agreed = agreed
value-failed = failed
value-in-port = in port
value-at-sea = at sea
value-market = market
value-camp = camp
value-checkpoint = checkpoint
value-open-country = open country
value-home = home
value-road = road
value-the-army = the army
value-the-police = the police
value-the-coalition = the coalition
value-islamic-state = Islamic State
value-settlers = settlers
value-the-united-states = the United States

## Counts

n-incidents = { $n ->
    [one] { $n } incident
   *[other] { $n } incidents
}
n-reports = { $n ->
    [one] { $n } report
   *[other] { $n } reports
}
n-names = { $n ->
    [one] { $n } name
   *[other] { $n } names
}
n-statements = { $n ->
    [one] { $n } statement
   *[other] { $n } statements
}
n-more-accounts = { $n ->
    [one] { $n } more account of the same root
   *[other] { $n } more accounts of the same root
}
n-more-roots = { $n ->
    [one] { $n } more root
   *[other] { $n } more roots
}
n-outlets = { $n ->
    [one] { $n } outlet
   *[other] { $n } outlets
}
n-roots = { $n ->
    [one] { $n } root
   *[other] { $n } roots
}
n-gates = { $n ->
    [one] { $n } gate
   *[other] { $n } gates
}
n-people = { $n ->
    [one] { $n } person
   *[other] { $n } people
}
n-mentions = { $n ->
    [one] { $n } mention
   *[other] { $n } mentions
}
n-undated = { $n ->
    [one] { $n } without a date
   *[other] { $n } without a date
}
n-unplaced = { $n ->
    [one] { $n } without a place
   *[other] { $n } without a place
}
n-earlier = { $n ->
    [one] { $n } earlier number
   *[other] { $n } earlier numbers
}
accounts-part = { $n ->
    [one] The accounts part: { $n } position
   *[other] The accounts part: { $n } positions
}
said-by = { $n ->
    [one] Said by them: { $n } statement
   *[other] Said by them: { $n } statements
}
said-about = { $n ->
    [one] Said about them: { $n } statement
   *[other] Said about them: { $n } statements
}
other-places = { $n ->
    [one] { $n } other place of this name
   *[other] { $n } other places of this name
}
left-out = { $n ->
    [one] { $n } later report is not drawn.
   *[other] { $n } later reports are not drawn.
}
years-old = { $n ->
    [one] { $n } year old
   *[other] { $n } years old
}
at-least = at least { $n }
kilometres = { $n } km
person-number = Person { $n }
sure = { $n }% sure
incidents-around = { $n ->
    [one] { $n } incident around { $name }
   *[other] { $n } incidents around { $name }
}

## Dates

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
short-month-1 = Jan
short-month-2 = Feb
short-month-3 = Mar
short-month-4 = Apr
short-month-5 = May
short-month-6 = Jun
short-month-7 = Jul
short-month-8 = Aug
short-month-9 = Sep
short-month-10 = Oct
short-month-11 = Nov
short-month-12 = Dec

## Letters of positions

letter-0 = A
letter-1 = B
letter-2 = C
letter-3 = D
letter-4 = E
letter-5 = F
letter-6 = G
letter-7 = H
letter-8 = I
letter-9 = J
letter-10 = K
letter-11 = L
letter-12 = M
letter-13 = N
letter-14 = O
letter-15 = P
letter-16 = Q
letter-17 = R
letter-18 = S
letter-19 = T
letter-20 = U
letter-21 = V
letter-22 = W
letter-23 = X
letter-24 = Y
letter-25 = Z
