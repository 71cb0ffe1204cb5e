//! One operation (toiming) as an environment binds it.

use std::collections::{BTreeMap, BTreeSet};

use rakis_model::{Message, Place};

use crate::{
    JsonPath, address::AddressTemplate, body::BodyTemplate, headers::HeaderTemplates,
    mail::MailOperation, sql::SqlOperation, template::Template,
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
    /// What is taken out of the answer, by name.
    pub captures: Vec<(String, JsonPath)>,
    /// Does it change anything in the system?
    pub writes: bool,
    /// Why this environment cannot perform it after all, with what to do.
    pub unavailable: Option<Message>,
    /// Where it is written.
    pub place: Place,
    pub(crate) means: Means,
}

/// By what means an operation is performed.
#[derive(Clone, Debug)]
pub(crate) enum Means {
    /// A request.
    Http(Box<HttpOperation>),
    /// A statement.
    Sql(Box<SqlOperation>),
    /// A look into the letters the systems sent.
    Mail(Box<MailOperation>),
}

/// A request and what must come back.
#[derive(Clone, Debug)]
pub(crate) struct HttpOperation {
    /// Method, e.g. `POST`.
    pub(crate) method: String,
    /// Statuses that are as required, never empty.
    pub(crate) expected: Vec<u16>,
    pub(crate) address: AddressTemplate,
    pub(crate) headers: HeaderTemplates,
    pub(crate) body: Option<BodyTemplate>,
}

impl Operation {
    /// `POST`; `SQL` and `POSTKAST` where it is no request.
    pub fn method(&self) -> &str {
        match &self.means {
            Means::Http(http) => &http.method,
            Means::Sql(_) => "SQL",
            Means::Mail(_) => "POSTKAST",
        }
    }

    /// The variables it cannot do without.
    pub fn variables(&self) -> BTreeSet<&str> {
        match &self.means {
            Means::Http(http) => http.templates().flat_map(Template::required).collect(),
            Means::Sql(sql) => sql.statement.required().collect(),
            Means::Mail(mail) => mail.templates().flat_map(Template::required).collect(),
        }
    }

    /// The secrets it sends.
    pub(crate) fn secrets(&self) -> BTreeSet<&str> {
        match &self.means {
            Means::Http(http) => http.templates().flat_map(Template::secrets).collect(),
            Means::Sql(sql) => sql.statement.secrets().collect(),
            Means::Mail(mail) => mail.templates().flat_map(Template::secrets).collect(),
        }
    }
}

impl HttpOperation {
    fn templates(&self) -> impl Iterator<Item = &Template> {
        let headers = self.headers.iter().map(|(_, template)| template);
        let body = self.body.iter().flat_map(BodyTemplate::templates);
        self.address.templates().chain(headers).chain(body)
    }
}
