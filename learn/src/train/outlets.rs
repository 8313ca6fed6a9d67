//! Outlets: which one an article is from, and the region and genre that its results are grouped by.

use std::collections::BTreeMap;

/// For each outlet its region and its genre.
const GROUPS: &str = include_str!("../../data/outlets.tsv");

/// The region and the genre of each outlet.
pub struct Outlets {
    groups: BTreeMap<&'static str, [&'static str; 2]>,
}

impl Outlets {
    /// Reads the table.
    pub fn read() -> Outlets {
        let groups = GROUPS.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
            let mut columns = line.split('\t');
            Some((columns.next()?, [columns.next()?, columns.next()?]))
        });
        Outlets { groups: groups.collect() }
    }

    /// The region and the genre of an article's outlet, `elsewhere` for one that the table lacks.
    pub fn groups_of(&self, id: &str) -> [&'static str; 2] {
        self.groups.get(outlet(id)).copied().unwrap_or(["elsewhere"; 2])
    }
}

/// The outlet in an id: the site in `d_001-example.org`, country and name in `f_uk_Example_V1` and `w_kenya_example_7`.
pub fn outlet(id: &str) -> &str {
    if let Some(site) = id.strip_prefix("d_").and_then(|rest| rest.split_once('-')) {
        return site.1;
    }
    let mut outlet = id.split_once('_').map_or(id, |(_, rest)| rest);
    while let Some((rest, last)) = outlet.rsplit_once('_')
        && last.trim_start_matches('V').bytes().all(|byte| byte.is_ascii_digit())
    {
        outlet = rest;
    }
    outlet
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_outlet_is_in_the_id() {
        let rows = [
            ("d_012-vesey-herald.example", "vesey-herald.example"),
            ("f_uk_VeseyHerald_V1", "uk_VeseyHerald"),
            ("f_uk_VeseyHerald_V1_2", "uk_VeseyHerald"),
            ("w_kenya_herald_7", "kenya_herald"),
            ("w_nm_7", "nm"),
            ("w_cn_article_herald_7", "cn_article_herald"),
            ("x", "x"),
        ];
        for (id, expected) in rows {
            assert_eq!(outlet(id), expected, "{id}");
        }
    }

    #[test]
    fn each_row_of_the_table_has_a_region_and_a_genre() {
        for line in GROUPS.lines().filter(|line| !line.starts_with('#')) {
            let columns: Vec<&str> = line.split('\t').collect();
            assert_eq!(columns.iter().filter(|column| !column.is_empty()).count(), 3, "{line}");
        }
        assert_eq!(Outlets::read().groups_of("d_000-nobody.example"), ["elsewhere"; 2]);
    }
}
