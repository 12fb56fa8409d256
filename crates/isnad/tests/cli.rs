//! The command line as users meet it: command, exit code, output, in `cmd/`. `TRYCMD=overwrite` writes them anew.

use isnad_languages::Tables;

#[test]
fn commands() {
    trycmd::TestCases::new()
        .case("tests/cmd/*.trycmd")
        .case("tests/cmd/*.toml")
        .env("NO_COLOR", "1")
        .env("ISNAD_PLACES", "no-such-folder")
        .insert_var("[TABLES]", Tables::embedded().fingerprint())
        .expect("a variable's name is in brackets");
}
