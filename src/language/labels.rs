//! What the tagger can say of a token: its part of speech, and the entity whose name it belongs to.

/// Declares an enumeration whose values are the labels of a model, in this order.
macro_rules! labels {
    ($(#[$note:meta])* $name:ident { $($(#[$of:meta])* $value:ident),* $(,)? }) => {
        $(#[$note])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs, reason = "Universal Dependencies documents them")]
        pub enum $name { $($(#[$of])* $value),* }

        #[cfg_attr(not(feature = "training"), allow(dead_code, reason = "only training names all labels"))]
        impl $name {
            /// All of them, in the order of the model's labels.
            pub const ALL: &[$name] = &[$($name::$value),*];

            /// The one with this label.
            pub fn of_label(label: u8) -> Option<$name> {
                $name::ALL.get(usize::from(label)).copied()
            }

            /// Its name.
            pub fn name(self) -> &'static str {
                match self { $($name::$value => stringify!($value)),* }
            }
        }
    };
}

labels! {
    /// A part of speech, a verb's together with its form. The names begin with that of the part of speech in Universal Dependencies.
    PartOfSpeech {
        Adj, Adp, Adv, Cconj, Det, Intj, Noun, NounPlural, Num, Part, Pron, Propn, Punct, Sconj, Sym, X,
        /// `go`, `to go`
        VerbBase,
        /// `went`
        VerbPast,
        /// `goes`
        VerbPresent,
        /// `going`
        VerbIng,
        /// `gone`
        VerbParticiple,
        AuxBase, AuxPast, AuxPresent, AuxIng, AuxParticiple,
        /// `can`, `will`
        AuxModal,
    }
}

/// How many parts of speech there are.
pub const PARTS_OF_SPEECH: usize = PartOfSpeech::ALL.len();

impl PartOfSpeech {
    /// Whether a verb of this form has a subject: `went`, `goes`, `can`.
    pub fn is_finite(self) -> bool {
        use PartOfSpeech as P;
        matches!(self, P::VerbPast | P::VerbPresent | P::AuxPast | P::AuxPresent | P::AuxModal)
    }

    /// Whether it is a verb that is no auxiliary.
    pub fn is_verb(self) -> bool {
        use PartOfSpeech as P;
        matches!(self, P::VerbBase | P::VerbPast | P::VerbPresent | P::VerbIng | P::VerbParticiple)
    }

    /// The name in Universal Dependencies: `VERB`.
    #[cfg_attr(
        not(any(feature = "explain", feature = "training")),
        allow(dead_code, reason = "only explaining and training name the labels")
    )]
    pub fn upos(self) -> &'static str {
        use PartOfSpeech as P;
        match self {
            P::Adj => "ADJ",
            P::Adp => "ADP",
            P::Adv => "ADV",
            P::Cconj => "CCONJ",
            P::Det => "DET",
            P::Intj => "INTJ",
            P::Noun | P::NounPlural => "NOUN",
            P::Num => "NUM",
            P::Part => "PART",
            P::Pron => "PRON",
            P::Propn => "PROPN",
            P::Punct => "PUNCT",
            P::Sconj => "SCONJ",
            P::Sym => "SYM",
            P::X => "X",
            P::VerbBase | P::VerbPast | P::VerbPresent | P::VerbIng | P::VerbParticiple => "VERB",
            P::AuxBase | P::AuxPast | P::AuxPresent | P::AuxIng | P::AuxParticiple | P::AuxModal => "AUX",
        }
    }
}

labels! {
    /// The kind of an entity with a name.
    EntityClass {
        Person,
        Organisation,
        /// A place, a building among them.
        Place,
        /// People by their nation, religion or party: `Norlandian`.
        People,
        /// The name of something else: a law, a prize, a work.
        Other,
    }
}

/// How many labels the entity model has: none, and the beginning and the inside of each class.
pub const ENTITY_LABELS: usize = 1 + 2 * EntityClass::ALL.len();

/// The label outside all names.
pub(crate) const OUTSIDE: u8 = 0;

/// The label of the first token of a name, or of a later one.
#[cfg(feature = "training")]
pub fn entity_label(class: EntityClass, first: bool) -> u8 {
    1 + 2 * class as u8 + u8::from(!first)
}

/// The class of a label, and whether it begins a name.
pub(crate) fn entity_of_label(label: u8) -> Option<(EntityClass, bool)> {
    let label = label.checked_sub(1)?;
    Some((EntityClass::of_label(label / 2)?, label.is_multiple_of(2)))
}
