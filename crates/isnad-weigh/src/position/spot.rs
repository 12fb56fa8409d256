//! Positions on where: places closer than their precision tells apart are one answer.

use super::{Asked, Entry, Stand};
use crate::{
    claim::Answer,
    spot::{Lie, Spot},
};
use isnad_ledger::{QuestionKind, Value};

pub(super) fn asked(entries: &[Entry]) -> Option<Asked> {
    let mut stands: Vec<(&Spot, Stand)> = Vec::new();
    for (at, entry) in entries.iter().enumerate() {
        let Answer::Spot(spot) = entry.answer else { continue };
        match stands.iter_mut().find(|(there, _)| matches!(there.lie(spot), Lie::Same(_) | Lie::Open | Lie::Within)) {
            Some((_, stand)) => stand.by.push(at),
            None => stands.push((spot, Stand { by: vec![at], ..Stand::default() })),
        }
    }
    let mut conflicts = Vec::new();
    for i in 0..stands.len() {
        for j in i + 1..stands.len() {
            if matches!(stands[i].0.lie(stands[j].0), Lie::Near(_) | Lie::Apart(_)) {
                conflicts.push((i, j, "the places are two"));
            }
        }
    }
    let stands: Vec<Stand> = stands
        .into_iter()
        .map(|(spot, stand)| Stand { value: Some(Value::Text(spot.name.clone())), ..stand })
        .collect();
    (!stands.is_empty()).then_some(Asked { question: QuestionKind::Place, about: None, stands, conflicts })
}
