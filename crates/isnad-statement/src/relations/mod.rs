//! Relations said outright: kin, marriage, other names, positions, membership, work and leadership, each with its words and
//! those who say so. Nothing is inferred: what no word says is no relation.

mod family;
mod position;
mod role;
mod said;
mod scene;
mod verb;

use crate::mentions::Mentions;
use crate::speakers::Words;
use isnad_languages::Tables;
use isnad_ledger::{Name, Relation, RelationKind, Statement};
use isnad_text::{PhraseBook, Text};
use rustc_hash::FxHashSet;
use scene::Scene;

/// Reads relations. Making one reads the tables of both languages.
#[derive(Clone, Debug)]
pub struct RelationReader {
    languages: Vec<(&'static str, Language)>,
}

#[derive(Clone, Debug)]
struct Language {
    words: Words,
    book: PhraseBook<Word>,
    /// Armed groups and parties: to command one is to lead it.
    led: FxHashSet<String>,
    arabic: bool,
}

/// A word that says a relation.
#[derive(Clone, Debug)]
struct Word {
    relation: RelationKind,
    detail: Option<String>,
    frame: Frame,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Frame {
    Noun,
    /// A noun with its owner's pronoun: نجله.
    Possessed,
    Verb,
    RoleIn,
}

impl RelationReader {
    /// A reader with the tables' words.
    pub fn new(tables: &Tables) -> RelationReader {
        let language = |code: &'static str| {
            let mut book = PhraseBook::default();
            for row in tables.table(code, "relation_words").rows() {
                let relation = match row.get("relation") {
                    "member_of" => RelationKind::MemberOf,
                    "works_for" => RelationKind::WorksFor,
                    "leads" => RelationKind::Leads,
                    "married_into" => RelationKind::MarriedInto,
                    _ => RelationKind::Kin,
                };
                let frame = match row.get("frame") {
                    "verb" => Frame::Verb,
                    "role_in" => Frame::RoleIn,
                    _ => Frame::Noun,
                };
                let detail = row.list("detail").next().map(str::to_owned);
                for word in row.list("words") {
                    let mut insert =
                        |form: &str, frame| book.insert(form, Word { relation, detail: detail.clone(), frame });
                    insert(word, frame);
                    if code == "ar" && !word.contains(' ') && frame != Frame::Verb {
                        insert(&format!("{word}ا"), frame);
                    }
                    if code == "ar" && !word.contains(' ') && frame == Frame::Noun {
                        let open = word.strip_suffix('ة').map_or_else(|| word.to_owned(), |stem| format!("{stem}ت"));
                        ["ه", "ها"].iter().for_each(|pronoun| insert(&format!("{open}{pronoun}"), Frame::Possessed));
                    }
                }
            }
            let rows = tables.table("shared", "organisations");
            let led = rows.rows().filter(|row| matches!(row.get("kind"), "armed_group" | "party"));
            let led = led.map(|row| format!("org:{}", row.get("key"))).collect();
            (code, Language { words: Words::new(tables, code), book, led, arabic: code == "ar" })
        };
        RelationReader { languages: vec![language("ar"), language("en")] }
    }

    /// The relations of a text in `ar` or `en`, in order; the same one said twice is one, with all who say it.
    pub fn read(&self, text: &Text<'_>, language: &str, names: &[Name], statements: &[Statement]) -> Vec<Relation> {
        let Some((_, language)) = self.languages.iter().find(|(code, _)| *code == language) else {
            return Vec::new();
        };
        let cues = statements.iter().flat_map(|s| &s.cue).flat_map(|cue| text.tokens_in(*cue)).collect();
        let scene = Scene::new(text, language, Mentions::new(text, names).of_named(), cues);
        let mut found = scene.aliases(names);
        for token in 0..text.tokens().len() {
            scene.word(token, &mut found);
        }
        for mention in scene.mentions.all().iter().filter(|mention| mention.is_person()) {
            found.extend(scene.position(mention));
        }
        said::by_whom(found, statements)
    }
}
