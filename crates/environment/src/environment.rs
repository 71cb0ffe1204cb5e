//! A system under test, ready to be asked.

use std::{
    collections::BTreeMap,
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use rakis_model::{
    Diagnostic, Exchange, Failure, Message, record::EnvironmentInfo, redact::Redactor, suggest,
};
use reqwest::Url;

use crate::{
    Definition, FreeRequest, Kind, MailSink, Operation, Performed, Reply, Variables, answer,
    client::{Answered, Client},
    exchange, guard,
    mail::Mailbox,
    operation::{HttpOperation, Means},
    request::{Context, Prepared},
    sql::{Database, DatabaseAddress},
    template::Values,
};

/// A system under test, ready to be asked. Cheap to clone.
///
/// Its HTTP work is done on the runtime it was connected in, which must go on turning: callers
/// may wait for it on any other runtime.
#[derive(Clone, Debug)]
pub struct Environment {
    pub(crate) inner: Arc<Inner>,
}

/// What was started for an environment by the harness itself.
#[derive(Clone, Copy, Debug, Default)]
pub struct Started<'a> {
    /// Address of the system; goes before the one in the file.
    pub address: Option<&'a str>,
    /// Address of the database of the embedded system.
    pub database: Option<&'a str>,
    /// Where its letters arrive.
    pub mail: Option<&'a MailSink>,
}

#[derive(Debug)]
pub(crate) struct Inner {
    pub(crate) definition: Definition,
    base: Url,
    pub(crate) client: Client,
    pub(crate) databases: BTreeMap<String, Database>,
    /// The letters of this run and where they are taken.
    pub(crate) mailbox: Option<(Mailbox, SocketAddr)>,
    pub(crate) redactor: Redactor,
    /// Has the system said that it is production?
    is_production: AtomicBool,
}

impl Environment {
    /// Prepares the client; nothing is sent yet. To be called inside a tokio runtime with time
    /// and io. `address` is that of the embedded system, or goes before the one in the file.
    ///
    /// # Errors
    /// No address or a wrong one, one of production, an embedded system elsewhere than on this
    /// machine, or no runtime.
    pub fn connect(
        definition: Definition,
        address: Option<String>,
    ) -> Result<Self, Box<Diagnostic>> {
        let started = Started { address: address.as_deref(), ..Started::default() };
        Self::connect_started(definition, started)
    }

    /// As [`Environment::connect`], with all that was started for it.
    ///
    /// # Errors
    /// As there; and a database without an address, or one of production.
    pub fn connect_started(
        definition: Definition,
        started: Started<'_>,
    ) -> Result<Self, Box<Diagnostic>> {
        let place = definition.place.clone();
        let error = |message| Box::new(Diagnostic::error(message).at(place.clone()));
        let Some(address) = started.address.or(definition.address.as_deref()) else {
            return Err(error(Message::new("env-address-absent").with("name", &definition.name)));
        };
        let base = guard::base_address(address).map_err(&error)?;
        if let Some(diagnostic) = definition.guard(Some(address)) {
            return Err(Box::new(diagnostic.at(place)));
        }
        if definition.kind == Kind::Embedded && !guard::is_loopback(&base) {
            return Err(error(Message::new("env-embedded-elsewhere").with("address", address)));
        }
        let client = Client::new(&base, definition.limits).map_err(error)?;
        let databases = databases(&definition, started.database)?;
        let mailbox = started.mail.map(|sink| (sink.mailbox(), sink.address()));
        let redactor = definition.redactor();
        let is_production = AtomicBool::new(false);
        let inner = Inner { definition, base, client, databases, mailbox, redactor, is_production };
        Ok(Self { inner: Arc::new(inner) })
    }

    /// Name of its file without `.yaml`.
    pub fn name(&self) -> &str {
        &self.inner.definition.name
    }

    /// Title for people.
    pub fn title(&self) -> &str {
        &self.inner.definition.title
    }

    /// Base address.
    pub fn address(&self) -> &str {
        self.inner.base.as_str().trim_end_matches('/')
    }

    /// What it was made of.
    pub fn definition(&self) -> &Definition {
        &self.inner.definition
    }

    /// Hides its secrets.
    pub fn redactor(&self) -> &Redactor {
        &self.inner.redactor
    }

    /// For the run record.
    pub fn info(&self) -> EnvironmentInfo {
        EnvironmentInfo {
            name: self.name().to_owned(),
            title: self.title().to_owned(),
            address: self.address().to_owned(),
        }
    }

    /// Is the operation bound?
    pub fn has(&self, operation: &str) -> bool {
        self.inner.definition.operations.contains_key(operation)
    }

    /// Performs an operation.
    ///
    /// The result is failed when the system answered otherwise than the operation requires,
    /// broken when no whole answer came, invalid when it could not be asked (an unknown
    /// operation, an unset variable).
    pub async fn perform(&self, operation: &str, variables: &Variables) -> Performed {
        self.perform_and(operation, variables, answer::judge).await
    }

    async fn perform_and(
        &self,
        name: &str,
        variables: &Variables,
        judge: impl FnOnce(&Operation, &HttpOperation, Answered) -> Result<Reply, Box<Failure>>,
    ) -> Performed {
        let Some(operation) = self.inner.definition.operations.get(name) else {
            return unsent(name, self.unknown(name));
        };
        let http = match &operation.means {
            Means::Http(http) => http,
            Means::Sql(sql) => return self.ask_database(operation, sql, variables).await,
            Means::Mail(mail) => return self.look_for_letters(operation, mail, variables).await,
        };
        match Prepared::operation(http, self.context(variables)) {
            Err(message) => unsent(name, Failure::invalid(message.with("operation", name))),
            Ok(prepared) => {
                self.send(name, prepared, |answered| judge(operation, http, answered)).await
            }
        }
    }

    /// Sends a request that no operation names. Any status is an answer.
    pub async fn request(&self, request: FreeRequest, variables: &Variables) -> Performed {
        self.request_and(&request, variables, |answered| Ok(answer::reply(answered))).await
    }

    async fn request_and(
        &self,
        request: &FreeRequest,
        variables: &Variables,
        judge: impl FnOnce(Answered) -> Result<Reply, Box<Failure>>,
    ) -> Performed {
        let name = format!("{} {}", request.method, request.path);
        match Prepared::free(request, self.context(variables)) {
            Err(message) => unsent(&name, Failure::invalid(message.with("operation", &name))),
            Ok(prepared) => self.send(&name, prepared, judge).await,
        }
    }

    /// Is it up, and is it no production? Performs the health operation; without one, any answer
    /// to `GET /` below 500 will do.
    ///
    /// A system that says it is production (`"keskkond": "toodang"`) is an invalid result, and
    /// nothing is sent to it any more.
    pub async fn check(&self) -> Performed {
        let nothing = Variables::new();
        let refused = |answered: &Answered| {
            if answer::says_production(&answered.body) {
                self.inner.is_production.store(true, Ordering::SeqCst);
                return Err(Box::new(self.production()));
            }
            Ok(())
        };
        if let Some(health) = &self.inner.definition.health {
            let judge = |operation: &Operation, http: &HttpOperation, answered: Answered| {
                refused(&answered).and_then(|()| answer::judge(operation, http, answered))
            };
            return self.perform_and(health, &nothing, judge).await;
        }
        let request =
            FreeRequest { method: "GET".into(), path: "/".into(), ..FreeRequest::default() };
        let judge = |answered: Answered| {
            refused(&answered)?;
            match answered.status {
                Some(status) if status >= 500 => {
                    let message = Message::new("env-health-down").with("status", status);
                    Err(Box::new(Failure::broken(message)))
                }
                _ => Ok(answer::reply(answered)),
            }
        };
        self.request_and(&request, &nothing, judge).await
    }

    async fn send(
        &self,
        name: &str,
        prepared: Prepared,
        judge: impl FnOnce(Answered) -> Result<Reply, Box<Failure>>,
    ) -> Performed {
        if let Some(failure) = self.refused() {
            return unsent(name, failure);
        }
        let redactor = &self.inner.redactor;
        let mut exchange = exchange::sent(redactor, name, &prepared);
        let mut answered = self.inner.client.send(prepared).await;
        // The same words stand in the failure and in the exchange, so both need the names.
        answered.error = answered
            .error
            .map(|error| error.with("operation", name).with("address", self.address()));
        exchange::answered(redactor, &answered, &mut exchange);
        let result = match &answered.error {
            Some(error) => Err(Box::new(Failure::broken(error.clone()))),
            None => judge(answered),
        };
        let result = result.map_err(|failure| Box::new(exchange::failure(redactor, *failure)));
        Performed { exchange, result }
    }

    /// Why nothing is asked any more: the system said that it is production.
    pub(crate) fn refused(&self) -> Option<Failure> {
        self.inner.is_production.load(Ordering::SeqCst).then(|| self.production())
    }

    fn context<'a>(&'a self, variables: &'a Variables) -> Context<'a> {
        Context {
            base: &self.inner.base,
            headers: &self.inner.definition.headers,
            values: self.values(variables),
        }
    }

    pub(crate) fn values<'a>(&'a self, variables: &'a Variables) -> Values<'a> {
        let definition = &self.inner.definition;
        Values { variables, defaults: &definition.variables, secrets: &definition.secrets }
    }

    pub(crate) fn unknown(&self, operation: &str) -> Failure {
        let failure = Failure::invalid(
            Message::new("env-operation-unknown")
                .with("operation", operation)
                .with("environment", self.name()),
        );
        let known = self.inner.definition.operations.keys().map(String::as_str);
        match suggest::nearest(operation, known) {
            Some(near) => failure.hint(Message::new("did-you-mean").with("word", near)),
            None => failure,
        }
    }

    fn production(&self) -> Failure {
        Failure::invalid(Message::new("env-production-said").with("address", self.address()))
            .hint(Message::new("env-production-hint"))
    }
}

/// The databases, not yet opened.
fn databases(
    definition: &Definition,
    embedded: Option<&str>,
) -> Result<BTreeMap<String, Database>, Box<Diagnostic>> {
    let mut databases = BTreeMap::new();
    for (name, settings) in &definition.databases {
        let error = |message: Message| {
            let diagnostic = Diagnostic::error(message.with("name", name));
            Box::new(diagnostic.at(settings.place.clone()))
        };
        let address = match (definition.database_address(name)?, &settings.address, embedded) {
            (Some(address), ..) => address,
            (None, None, Some(text)) => {
                DatabaseAddress::parse(text, &definition.root).map_err(error)?
            }
            (None, ..) => return Err(error(Message::new("env-database-absent"))),
        };
        let guarded = definition.guard_database(&address);
        guarded.map_err(|found| Box::new((*found).at(settings.place.clone())))?;
        let database = Database::new(address, settings, definition.limits.connect);
        databases.insert(name.clone(), database);
    }
    Ok(databases)
}

pub(crate) fn unsent(operation: &str, failure: Failure) -> Performed {
    let exchange = Exchange { operation: operation.to_owned(), ..Exchange::default() };
    Performed { exchange, result: Err(Box::new(failure)) }
}
