//! Reports and incidents in any number, made by rule and the same each time: for load and sizes, not for reading.

use isnad_ledger::*;

const OUTLETS: [&str; 9] = [
    "وكالة الضفاف",
    "Nile Wire",
    "صحيفة المرفأ",
    "The Coast Post",
    "قناة الأفق",
    "Levant Courier",
    "موقع النافذة",
    "Sahel Review",
    "راديو الجزيرة السورية",
];
const ROOTS: [(&str, &str); 7] = [
    ("Civil Defence", "الدفاع المدني"),
    ("Ministry of Health", "وزارة الصحة"),
    ("residents", "سكان"),
    ("Dr Salma Hadid", "الطبيبة سلمى حديد"),
    ("army spokesman", "المتحدث باسم الجيش"),
    ("local council", "المجلس المحلي"),
    ("a security source", "مصدر أمني"),
];
const PLACES: [(&str, &str, f64, f64); 6] = [
    ("Saraqib", "سراقب", 35.86, 36.8),
    ("al-Dumayr", "الضمير", 33.64, 36.69),
    ("Kutum", "كتم", 14.2, 24.67),
    ("Khoms", "الخمس", 32.65, 14.26),
    ("Hawija", "الحويجة", 35.32, 43.77),
    ("Taiz", "تعز", 13.58, 44.02),
];
const KINDS: [EventType; 5] =
    [EventType::Raid, EventType::Airstrike, EventType::Shelling, EventType::Fire, EventType::Clash];

/// A sequence that looks random and is not.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }
}

/// `reports` reports on `incidents` incidents, each report with `statements` statements; the first incident is told in
/// `first` of them.
pub fn library(reports: usize, incidents: usize, statements: usize, first: usize) -> (Vec<Ledger>, Weighed) {
    let mut dice = Dice(7);
    let mut ledgers = Vec::with_capacity(reports);
    let mut told: Vec<Vec<usize>> = vec![Vec::new(); incidents];
    for at in 0..reports {
        let incident = if at < first { 0 } else { 1 + (at - first) % (incidents - 1).max(1) };
        told[incident.min(incidents - 1)].push(at);
        ledgers.push(ledger(at, incident, statements, &mut dice));
    }
    let weighed = Weighed {
        incidents: (0..incidents).map(|at| incident(at, &told[at], &ledgers)).collect(),
        roots: ROOTS.iter().enumerate().map(|(at, (name, _))| root(at, name, &ledgers)).collect(),
        derivations: Vec::new(),
        notes: Vec::new(),
    };
    (ledgers, weighed)
}

fn day(incident: usize) -> Moment {
    let start: Moment = "2021-01-01".parse().unwrap();
    let days = jiff::Span::new().days((incident * 7 % 1800) as i64);
    Moment::day(start.date().checked_add(days).unwrap())
}

fn after(moment: Moment, hours: i64) -> Moment {
    Moment::minute(moment.datetime().checked_add(jiff::Span::new().hours(hours)).unwrap())
}

fn ledger(at: usize, incident: usize, statements: usize, dice: &mut Dice) -> Ledger {
    let arabic = at.is_multiple_of(2);
    let place = PLACES[incident % PLACES.len()];
    let mut text = String::new();
    let mut length = 0_u32;
    let mut say = |words: &str| {
        let start = length;
        text.push_str(words);
        length += words.chars().count() as u32;
        Span::within(start, length, length).unwrap()
    };
    let title = if arabic { format!("قتلى في {}", place.1) } else { format!("Deaths in {}", place.0) };
    let mut blocks = vec![Block { kind: BlockKind::Title, span: say(&title) }];
    say("\n");
    let mut made = Vec::new();
    for n in 0..statements {
        let (root, root_ar) = ROOTS[(incident + n + dice.roll(3)) % ROOTS.len()];
        let killed = 3 + (incident + n % 3) % 20;
        let source = say(if arabic { root_ar } else { root });
        say(" ");
        let cue = say(if arabic { "قال" } else { "said" });
        say(" ");
        let content = say(&if arabic {
            format!(
                "إن {killed} أشخاص قتلوا وجرح آخرون حين أصابت القذائف الحي الشرقي من البلدة قبيل الفجر، ونقلوا إلى المشفى الوطني"
            )
        } else {
            format!(
                "that {killed} people were killed and others wounded when shells hit the town's eastern quarter before dawn"
            )
        });
        blocks.push(Block { kind: BlockKind::Paragraph, span: source.join(content) });
        say(".\n");
        made.push((root, source, cue, content));
    }
    let name = |at: usize, (name, name_ar): (&str, &str), spans: Vec<Span>| Name {
        id: format!("n{}", at + 1),
        key: format!(
            "{}:{}",
            if name.starts_with("Dr") { "person" } else { "org" },
            name.to_lowercase().replace(' ', "-")
        ),
        kind: if name.starts_with("Dr") { NameKind::Person } else { NameKind::Organisation },
        name: name.to_owned(),
        name_ar: Some(name_ar.to_owned()),
        aliases: Vec::new(),
        spans,
        anaphora: Vec::new(),
    };
    let spans_of = |root: &str| made.iter().filter(|m| m.0 == root).map(|m| m.1).collect();
    let names: Vec<Name> = ROOTS.iter().enumerate().map(|(at, root)| name(at, *root, spans_of(root.0))).collect();
    let link = |root: &str, span| Link { name: root.to_owned(), name_id: None, span };
    let statement = |(n, (root, source, cue, content)): (usize, &(&str, Span, Span, Span))| Statement {
        id: format!("a{}", n + 1),
        source: vec![*source],
        cue: vec![*cue],
        content: vec![*content],
        kind: Some(SourceKind::Organisation),
        stance: Stance::Asserts,
        mode: Mode::Indirect,
        speaker: Some((*root).to_owned()),
        speakers: vec![Speaker {
            name: (*root).to_owned(),
            name_id: names.iter().find(|name| name.name == *root).map(|name| name.id.clone()),
            span: Some(*source),
            role: None,
            count: None,
        }],
        subset_of: None,
        chain: vec![OUTLETS[at % 3].to_owned(), (*root).to_owned()],
        via: vec![link(OUTLETS[at % 3], None), link(root, Some(*source))],
        gate: None,
        inside: None,
        caveat: None,
        construction: "generated".to_owned(),
        confidence: 0.9,
    };
    let statements: Vec<Statement> = made.iter().enumerate().map(statement).collect();
    let event = Event {
        id: "e1".to_owned(),
        kind: KINDS[incident % KINDS.len()],
        span: blocks[0].span,
        start: Some(day(incident)),
        end: Some(after(day(incident), 24)),
        date_basis: Some(DateBasis::Said),
        place: Some("p1".to_owned()),
        perpetrators: Vec::new(),
        partners: Vec::new(),
        targets: Vec::new(),
        victims: Vec::new(),
        killed: Some(Range::exactly(3)),
        wounded: None,
        arrested: None,
        missing: None,
        counts: Vec::new(),
        by: vec!["a1".to_owned()],
        same_as: None,
    };
    Ledger {
        ledger: 1,
        engine: Engine { version: "0.1.0".to_owned(), tables: "0".repeat(64) },
        report: Report {
            id: format!("r{at}"),
            url: Some(format!("https://outlet.example/{at}")),
            title: Some(title),
            publisher: Some(OUTLETS[at % OUTLETS.len()].to_owned()),
            published: Some(after(day(incident), 6 + (at % 90) as i64)),
            language: Some(if arabic { "ar" } else { "en" }.to_owned()),
            sha256: format!("{at:064x}"),
            text_sha256: format!("{at:064x}"),
            text,
            blocks,
        },
        times: Vec::new(),
        places: vec![Place {
            id: "p1".to_owned(),
            span: Span::within(0, 4, 4).unwrap(),
            key: Some(format!("place:{}", place.0)),
            name: place.0.to_owned(),
            name_ar: Some(place.1.to_owned()),
            latitude: Some(place.2),
            longitude: Some(place.3),
            country: None,
            precision: Precision::Town,
            also: Vec::new(),
        }],
        names,
        quantities: Vec::new(),
        statements,
        events: vec![event],
        relations: Vec::new(),
        notes: Vec::new(),
    }
}

fn incident(at: usize, told: &[usize], ledgers: &[Ledger]) -> Incident {
    let place = PLACES[at % PLACES.len()];
    let statements: Vec<(StatementRef, usize)> = told
        .iter()
        .flat_map(|report| ledgers[*report].statements.iter().map(move |s| (report, s)))
        .map(|(report, s)| {
            let root = ROOTS.iter().position(|root| Some(root.0) == s.speaker.as_deref()).unwrap();
            (StatementRef(format!("r{report}"), Some(s.id.clone())), root)
        })
        .collect();
    let position = |killed: u32, parity: usize| {
        let by: Vec<&(StatementRef, usize)> = statements.iter().filter(|s| s.1 % 2 == parity).collect();
        let roots: std::collections::BTreeSet<usize> = by.iter().map(|s| s.1).collect();
        Position {
            value: Some(Value::Range(Range::exactly(killed))),
            denies: None,
            stances: vec![Stance::Asserts],
            by: by.into_iter().map(|s| s.0.clone()).collect(),
            roots: roots.into_iter().map(|root| format!("o{root}")).collect(),
            gates: vec![OUTLETS[0].to_owned()],
            updates: Vec::new(),
            reversal_of: None,
        }
    };
    let killed = 3 + (at % 20) as u32;
    Incident {
        id: format!("i{at}"),
        kind: KINDS[at % KINDS.len()],
        start: Some(day(at)),
        end: Some(after(day(at), 24)),
        place: (!at.is_multiple_of(50)).then(|| IncidentPlace {
            name: place.0.to_owned(),
            latitude: Some(place.2 + (at % 37) as f64 / 50.0),
            longitude: Some(place.3 + (at % 41) as f64 / 50.0),
            precision: Precision::Town,
        }),
        mentions: told.iter().map(|report| Mention { report: format!("r{report}"), event: "e1".to_owned() }).collect(),
        related: Vec::new(),
        questions: vec![Question {
            question: QuestionKind::Killed,
            about: None,
            disputed: at.is_multiple_of(2),
            positions: vec![position(killed, 0), position(killed + 4, 1)],
        }],
        roots: (0..ROOTS.len()).map(|root| format!("o{root}")).collect(),
        low: Some(killed),
        best: Some(killed),
        high: Some(killed + 4),
    }
}

fn root(at: usize, name: &str, ledgers: &[Ledger]) -> Root {
    let statements = ledgers.iter().flat_map(|ledger| {
        let own = ledger.statements.iter().filter(|s| s.speaker.as_deref() == Some(name));
        own.map(|s| StatementRef(ledger.report.id.clone(), Some(s.id.clone())))
    });
    Root {
        id: format!("o{at}"),
        name: name.to_owned(),
        statements: statements.collect(),
        reports: ledgers.iter().map(|ledger| ledger.report.id.clone()).collect(),
        gates: vec![OUTLETS[0].to_owned()],
        indistinct_from: Vec::new(),
    }
}
