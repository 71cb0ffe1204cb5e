//! One operation (toiming) as an environment binds it.

use std::collections::{BTreeMap, BTreeSet};

use rakis_model::Place;

use crate::{
    JsonPath, address::AddressTemplate, body::BodyTemplate, headers::HeaderTemplates,
    template::Template,
};

/// The operations of one environment by name.
pub type Operations = BTreeMap<String, Operation>;

/// How one environment performs one operation.
#[derive(Clone, Debug)]
pub struct Operation {
    /// Name, e.g. `taotle rolli`.
    pub name: String,
    /// What it is for, in the file's own words.
    pub description: Option<String>,
    /// Method, e.g. `POST`.
    pub method: String,
    /// Statuses that are as required, never empty.
    pub expected: Vec<u16>,
    /// What is taken out of the answer, by name.
    pub captures: Vec<(String, JsonPath)>,
    /// Does it change anything in the system?
    pub writes: bool,
    /// Where it is written.
    pub place: Place,
    pub(crate) address: AddressTemplate,
    pub(crate) headers: HeaderTemplates,
    pub(crate) body: Option<BodyTemplate>,
}

impl Operation {
    /// The variables its request cannot do without.
    pub fn variables(&self) -> BTreeSet<&str> {
        self.templates().flat_map(Template::required).collect()
    }

    /// The secrets its request sends.
    pub(crate) fn secrets(&self) -> BTreeSet<&str> {
        self.templates().flat_map(Template::secrets).collect()
    }

    fn templates(&self) -> impl Iterator<Item = &Template> {
        let headers = self.headers.iter().map(|(_, template)| template);
        let body = self.body.iter().flat_map(BodyTemplate::templates);
        self.address.templates().chain(headers).chain(body)
    }
}
