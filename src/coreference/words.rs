//! Nouns that tell something of whom they name.

/// Nouns that mean whoever leads a country.
pub(super) const LEADERS: &str = "leader president premier minister chancellor strongman ruler one king counterpart";

/// Nouns for a person that are no office: the writer's other word for somebody who has just spoken.
pub(super) const EPITHETS: &str = "ace actor actress author billionaire businessman businesswoman comedian dad expert fan father forward grandfather grandmother guitarist mother mum mom \
    musician novelist old painter pensioner photographer player poet rapper singer songwriter star student striker \
    teenager veteran widow widower winner writer youngster";

/// Documents that hold one person's words.
pub(super) const WRITINGS: &str = "answer blog book caption column comment comments diary email e-mail essay letter memo memoir message note post \
    quote remark remarks reply speech statement testimony text tweet warning will";

/// What a role belongs to without telling which: `the island's leader`.
pub(super) const OWNERS: &str = "city club company council country county group island kingdom nation party province region republic school state \
    team town university village";

/// Nouns for a man.
pub(super) const MEN: &str = "actor anchorman assemblyman boy boyfriend brother businessman chairman congressman councilman dad father \
    fisherman gentleman grandfather husband king man monk policeman prince son spokesman statesman stepfather uncle \
    widower";

/// Nouns for a woman.
pub(super) const WOMEN: &str = "actress anchorwoman assemblywoman aunt businesswoman chairwoman congresswoman councilwoman daughter girl \
    girlfriend grandmother heroine lady midwife mom mother mum nun policewoman princess queen sister spokeswoman \
    stepmother waitress widow wife woman";

/// Whether a list holds a word, given in lower case.
pub(super) fn holds(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|listed| listed == word)
}
