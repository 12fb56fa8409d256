//! Opens a desk on the invented sets, for working on the pages: `cargo run -p isnad-desk --example sets`.

#[path = "../tests/common/mod.rs"]
mod common;

fn main() {
    let (ledgers, weighed) = common::sets();
    eprintln!("{}", common::open(ledgers, weighed));
    loop {
        std::thread::park();
    }
}
