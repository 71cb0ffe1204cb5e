//! A request with every place filled, ready to be sent.

use rakis_model::Message;
use reqwest::{Method, Url};

use crate::{
    FreeBody, FreeRequest,
    address::AddressTemplate,
    body::{BodyTemplate, Payload},
    headers::{self, HeaderTemplates},
    operation::HttpOperation,
    template::{Template, Values},
};

/// A request as it will be sent.
#[derive(Clone, Debug)]
pub(crate) struct Prepared {
    pub(crate) method: Method,
    pub(crate) url: Url,
    /// Names in lower case; no name twice.
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Option<String>,
}

/// What every request of an environment has in common.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Context<'a> {
    pub(crate) base: &'a Url,
    pub(crate) headers: &'a HeaderTemplates,
    pub(crate) values: Values<'a>,
}

impl Prepared {
    /// The request of an operation.
    ///
    /// # Errors
    /// An unset variable, or a value that cannot stand where it is put.
    pub(crate) fn operation(
        operation: &HttpOperation,
        context: Context<'_>,
    ) -> Result<Self, Message> {
        let body = operation.body.as_ref().map(|body| body.payload(context.values)).transpose()?;
        let address = &operation.address;
        Self::new(&operation.method, address, &operation.headers, body.flatten(), context)
    }

    /// A request that no operation names.
    ///
    /// # Errors
    /// As [`Prepared::operation`], and a method, path, header or placeholder that is none.
    pub(crate) fn free(request: &FreeRequest, context: Context<'_>) -> Result<Self, Message> {
        let address = AddressTemplate::parse(&request.path)?;
        let mut own = HeaderTemplates::new();
        for (name, value) in &request.headers {
            own.push((headers::header_name(name)?, Template::parse(value)?));
        }
        let body = match &request.body {
            None => None,
            Some(FreeBody::Text(text)) => Some(Payload::Text(text.clone())),
            Some(FreeBody::Json(value)) => BodyTemplate::from_json(value)?.json(context.values)?,
        };
        Self::new(&request.method, &address, &own, body, context)
    }

    fn new(
        method: &str,
        address: &AddressTemplate,
        own: &HeaderTemplates,
        body: Option<Payload>,
        context: Context<'_>,
    ) -> Result<Self, Message> {
        let method = Method::from_bytes(method.as_bytes())
            .map_err(|_| Message::new("env-method-unknown").with("method", method))?;
        let path = address.fill(context.values)?;
        let text = format!("{}{path}", context.base.as_str().trim_end_matches('/'));
        let url = Url::parse(&text).ok().filter(|url| url.origin() == context.base.origin());
        let url = url.ok_or_else(|| Message::new("env-address-wrong").with("address", &text))?;
        let mut headers = headers::fill(own, context.headers, context.values)?;
        let mut default = |name: &str, value: &str| {
            if !headers.iter().any(|(known, _)| known == name) {
                headers.push((name.to_owned(), value.to_owned()));
            }
        };
        default("accept", "*/*");
        let body = body.map(|body| match body {
            Payload::Json(text) => {
                default("content-type", "application/json");
                text
            }
            Payload::Text(text) => {
                default("content-type", "text/plain; charset=utf-8");
                text
            }
        });
        Ok(Self { method, url, headers, body })
    }
}
