//! Which of the two systems a request is for: they have separate users, institutions and logs.

/// STAR or SKAIS.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum System {
    Star,
    Skais,
}

impl System {
    /// From the first part of a path.
    pub(crate) fn from_path(text: &str) -> Option<Self> {
        match text {
            "star" => Some(Self::Star),
            "skais" => Some(Self::Skais),
            _ => None,
        }
    }

    /// As written in the database and in the table of faults.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Star => "STAR",
            Self::Skais => "SKAIS",
        }
    }
}
