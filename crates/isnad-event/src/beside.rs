//! The accounts of one event beside each other: which figures are parts of another account's, and whose claim the headline is.
//! Nothing is folded that two voices say differently.

use crate::happening::{Account, Happening};
use crate::sense::Toll;
use crate::value::Value;

impl Happening {
    /// Single people that one account tells of are no toll of their own where another account gives a number of them, nor are
    /// people named before where another account tells of them.
    pub(crate) fn part_tolls(&mut self) {
        self.complete_dead();
        for toll in [Toll::Killed, Toll::Wounded, Toll::Shot, Toll::Arrested, Toll::Missing] {
            // Those hit are among the wounded.
            let alike = if toll == Toll::Shot { Toll::Wounded } else { toll };
            let values = |accounts: &[Account]| -> Vec<Value> {
                accounts
                    .iter()
                    .flat_map(|account| [account.tolls.get(toll), account.tolls.get(alike)])
                    .flatten()
                    .collect()
            };
            let all = values(&self.accounts);
            let numbered = all.iter().filter(|value| value.numbered).map(|value| value.low).max();
            let whole = self.accounts.iter().filter_map(|account| account.tolls.sum(toll)).max();
            let most = numbered.max(whole);
            let told = all.iter().filter(|value| !value.known && !value.weak).map(|value| value.low).max();
            let figure = all.iter().filter(|value| value.numbered && !value.round).map(|value| value.low).max();
            let firm = all.iter().any(|value| !value.weak && value.low > 0);
            // The account that tells of most stands.
            let fullest = self.accounts.iter().position(|account| most.is_some() && account.tolls.sum(toll) == most);
            for (at, account) in self.accounts.iter_mut().enumerate() {
                if fullest == Some(at) {
                    continue;
                }
                let fallen = || account.tolls.get(Toll::Fallen).filter(|_| toll == Toll::Killed);
                let single = account.tolls.get(toll).or_else(fallen).is_some_and(|value| {
                    let all = account.tolls.sum(toll).unwrap_or(value.low);
                    let one = toll == Toll::Shot && value.low == 1;
                    (one || !value.numbered) && most.is_some_and(|most| all < most)
                        || value.weak && value.numbered && firm
                        || value.round && account.by.is_empty() && figure.is_some_and(|figure| figure >= value.low)
                        || value.received && most.is_some_and(|most| all < most)
                        || value.known && !value.numbered && told.is_some_and(|told| value.low <= told)
                });
                if single {
                    let dead = account.tolls.sum(Toll::Killed).unwrap_or(0);
                    account.tolls.clear(toll);
                    if toll == Toll::Killed {
                        account.tolls.clear(Toll::Fallen);
                        // Those of them who were shot are dead, not wounded.
                        if account
                            .tolls
                            .get(Toll::Shot)
                            .is_some_and(|shot| !shot.numbered && !shot.more && shot.low <= dead)
                        {
                            account.tolls.clear(Toll::Shot);
                        }
                    }
                }
            }
        }
        self.shot_tolls();
        self.died_of_them();
    }

    /// Two people were shot, one voice says; one of them later died, says another: one is wounded.
    fn died_of_them(&mut self) {
        let died = |account: &Account| account.tolls.get(Toll::Killed).filter(|dead| dead.known && dead.numbered);
        let Some(dead) = self.accounts.iter().filter_map(died).map(|dead| dead.low).max() else { return };
        for account in self.accounts.iter_mut().filter(|account| account.tolls.get(Toll::Killed).is_none()) {
            for toll in [Toll::Wounded, Toll::Shot] {
                if let Some(hurt) = account.tolls.get(toll).filter(|hurt| hurt.low > dead) {
                    account.tolls.put(toll, hurt.without(dead));
                }
            }
        }
    }

    /// Whom the attacker killed one voice tells, that he is dead too the outlet: it tells of both.
    fn complete_dead(&mut self) {
        let single = |account: &Account| {
            let dead = account.tolls.get(Toll::Killed)?;
            (account.tolls.get(Toll::Fallen).is_none() && !dead.inclusive && !dead.numbered && !dead.weak)
                .then_some(dead)
        };
        let victims = self.accounts.iter().filter_map(single).max_by_key(|dead| dead.low);
        let fallen = |account: &&mut Account| {
            account.by.is_empty()
                && account.tolls.get(Toll::Fallen).is_some_and(|fallen| !fallen.numbered)
                && account.tolls.get(Toll::Killed).is_none()
        };
        if let (Some(dead), Some(own)) = (victims, self.accounts.iter_mut().find(fallen)) {
            own.tolls.put(Toll::Killed, dead);
        }
    }

    /// Two men found shot, one account says; one dead and one wounded, says another: those shot are these.
    fn shot_tolls(&mut self) {
        let low = |account: &Account, toll: Toll| account.tolls.get(toll).map_or(0, |value| value.low);
        for at in 0..self.accounts.len() {
            let Some(shot) = self.accounts[at].tolls.get(Toll::Shot) else { continue };
            // A third man shot is none of the two.
            if low(&self.accounts[at], Toll::Killed) > 0 || shot.more {
                continue;
            }
            let explains = |account: &Account| {
                let dead = account.tolls.get(Toll::Killed).filter(|dead| dead.attacker || !shot.attacker);
                dead.is_some_and(|dead| dead.low > 0 && dead.low + low(account, Toll::Wounded) >= shot.low)
            };
            if self.accounts.iter().any(explains) {
                self.accounts[at].tolls.clear(Toll::Shot);
            }
        }
    }

    /// A headline in the outlet's voice that a source of the body bears out is that source's claim.
    pub(crate) fn fold_title(&mut self) {
        let Some(title) = self.accounts.iter().position(|account| account.title && account.by.is_empty()) else {
            return;
        };
        let settled = self.accounts[title].tolls.settle();
        let bears = |account: &Account| {
            let other = account.tolls.settle();
            settled.iter().zip(other).all(|(a, b)| a.is_none_or(|a| b.is_some_and(|b| a.meets(b))))
        };
        let borne = self.accounts.iter().enumerate().position(|(at, account)| at != title && bears(account));
        if let Some(at) = borne {
            let title = self.accounts.remove(title);
            let at = at - usize::from(at > 0);
            let account = &mut self.accounts[at];
            account.mentions.splice(0..0, title.mentions);
            let folded = self.accounts.remove(at);
            self.accounts.insert(0, folded);
        }
    }
}
