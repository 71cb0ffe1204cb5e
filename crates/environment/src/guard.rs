//! No environment of production is ever asked anything. There is no switch for this.

use rakis_model::Message;
use reqwest::Url;

/// Which hosts are production, e.g. `*.sotsiaalkindlustusamet.ee`.
///
/// `*` stands for any characters; `*.a.ee` holds `a.ee` too. Case, a dot at the end, letters
/// outside ASCII, a scheme, port or path in the pattern, and the many ways to write an IP address
/// make no difference.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ProductionHosts(Vec<String>);

impl ProductionHosts {
    /// The patterns of `rakis.yaml`.
    pub(crate) fn new(patterns: &[String]) -> Self {
        Self(patterns.iter().map(|pattern| normal_pattern(pattern)).collect())
    }

    /// The pattern that holds the host of an address.
    pub(crate) fn find(&self, address: &Url) -> Option<&str> {
        let host = host(address);
        let holds = |pattern: &&String| {
            matches(pattern, &host) || pattern.strip_prefix("*.").is_some_and(|apex| apex == host)
        };
        self.0.iter().find(holds).map(String::as_str)
    }
}

/// Reads a base address.
///
/// # Errors
/// No address, another scheme than http or https, or one with a user, a query or a fragment.
pub(crate) fn base_address(text: &str) -> Result<Url, Message> {
    let wrong = |key| Message::new(key).with("address", text);
    let url = Url::parse(text).map_err(|_| wrong("env-address-wrong"))?;
    if !matches!(url.scheme(), "http" | "https") || url.host_str().is_none_or(str::is_empty) {
        return Err(wrong("env-address-wrong"));
    }
    if !url.username().is_empty() || url.password().is_some() {
        // The address is not repeated: it holds a password.
        return Err(Message::new("env-address-user"));
    }
    if url.query().is_some() || url.fragment().is_some() {
        return Err(wrong("env-address-query"));
    }
    Ok(url)
}

/// Does the address lead to this very machine?
pub(crate) fn is_loopback(address: &Url) -> bool {
    let host = host(address);
    host == "localhost" || host.parse().is_ok_and(|ip: std::net::IpAddr| ip.is_loopback())
}

/// The host in lower case, without a dot at the end, an IPv4 address within IPv6 as itself.
fn host(address: &Url) -> String {
    let host = address.host_str().unwrap_or_default().trim_end_matches('.').to_lowercase();
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    match bare.parse::<std::net::IpAddr>() {
        Ok(ip) => ip.to_canonical().to_string(),
        Err(_) => host,
    }
}

fn normal_pattern(pattern: &str) -> String {
    let bare = pattern.trim();
    let bare = bare.split_once("://").map_or(bare, |(_, rest)| rest);
    match Url::parse(&format!("http://{bare}")) {
        Ok(url) => host(&url),
        // An IPv6 address without brackets, or a pattern no address can have.
        Err(_) => match Url::parse(&format!("http://[{bare}]")) {
            Ok(url) => host(&url),
            Err(_) => bare.to_lowercase(),
        },
    }
}

/// Does the pattern with `*` hold the whole text?
fn matches(pattern: &str, text: &str) -> bool {
    let mut pieces = pattern.split('*');
    let Some(mut rest) = pieces.next().and_then(|first| text.strip_prefix(first)) else {
        return false;
    };
    let Some(last) = pieces.next_back() else { return rest.is_empty() };
    for piece in pieces {
        match rest.find(piece) {
            Some(at) => rest = &rest[at + piece.len()..],
            None => return false,
        }
    }
    rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(pattern: &str, address: &str, expected: bool) {
        let hosts = ProductionHosts::new(&[pattern.to_owned()]);
        let url = base_address(address).unwrap();
        assert_eq!(hosts.find(&url).is_some(), expected, "{pattern} {address}");
    }

    #[test]
    fn production_is_known_however_it_is_written() {
        let ska = "*.sotsiaalkindlustusamet.ee";
        for (pattern, address) in [
            (ska, "https://star.sotsiaalkindlustusamet.ee"),
            (ska, "https://STAR.Sotsiaalkindlustusamet.EE/api"),
            (ska, "https://star.sotsiaalkindlustusamet.ee./"),
            (ska, "http://star.sotsiaalkindlustusamet.ee:8443"),
            (ska, "https://a.b.sotsiaalkindlustusamet.ee"),
            (ska, "https://sotsiaalkindlustusamet.ee"),
            (ska, "https://star%2Esotsiaalkindlustusamet%2eee"),
            ("*.Sotsiaalkindlustusamet.ee.", "https://star.sotsiaalkindlustusamet.ee"),
            ("https://star.ee:443/tee", "https://star.ee"),
            ("star*.ee", "https://star-live.ee"),
            ("*.õigus.ee", "https://x.ÕIGUS.ee"),
            ("*.õigus.ee", "https://x.xn--igus-zqa.ee"),
            ("10.1.2.3", "http://10.1.2.3"),
            ("10.1.2.3", "http://0xA.0x1.2.3:80"),
            ("10.1.2.3", "http://167838211"),
            ("10.1.2.3", "http://[::ffff:10.1.2.3]"),
            ("10.1.*", "http://10.1.200.3"),
            ("2001:db8::1", "http://[2001:DB8:0:0::1]:8080"),
            ("[2001:db8::1]", "http://[2001:db8::1]"),
        ] {
            check(pattern, address, true);
        }
    }

    #[test]
    fn other_hosts_are_not_taken_for_production() {
        for (pattern, address) in [
            ("*.sotsiaalkindlustusamet.ee", "https://star.sotsiaalkindlustusamet.ee.test"),
            ("*.sotsiaalkindlustusamet.ee", "https://starsotsiaalkindlustusamet.ee"),
            ("star.ee", "https://star-test.ee"),
            ("star.ee", "https://x.star.ee"),
            ("10.1.2.3", "http://10.1.2.30"),
            ("a*a", "https://a"),
            ("", "https://a.ee"),
        ] {
            check(pattern, address, false);
        }
    }

    #[test]
    fn an_address_is_http_and_holds_no_password() {
        for (address, key) in [
            ("", "env-address-wrong"),
            ("star.ee", "env-address-wrong"),
            ("ftp://star.ee", "env-address-wrong"),
            ("http://", "env-address-wrong"),
            ("http://exa mple", "env-address-wrong"),
            ("http://a:parool@star.ee", "env-address-user"),
            ("http://a@star.ee", "env-address-user"),
            ("http://star.ee?x=1", "env-address-query"),
            ("http://star.ee/#x", "env-address-query"),
        ] {
            let message = base_address(address).unwrap_err();
            assert_eq!(message.key, key, "{address}");
            assert!(message.args.iter().all(|(_, value)| !value.contains("parool")));
        }
    }
}
