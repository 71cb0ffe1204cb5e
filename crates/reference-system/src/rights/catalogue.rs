//! Looking things up in the catalogue: institution kinds, their roles, functions and forbidden pairs. The data itself is
//! seeded by `store/002_rights_catalogue.sql`.

use sqlx::Row;

use crate::call::Call;
use crate::error::Failure;
use crate::refusals;

/// Functions that the rules name. The catalogue has more; those are only looked up.
pub(crate) const MANAGE_USERS: &str = "kasutajate haldamine";
pub(crate) const VIEW_CLIENT: &str = "kliendi andmete vaatamine";
pub(crate) const OPEN_PROCEEDING: &str = "menetluse algatamine";
pub(crate) const DECIDE: &str = "otsuse tegemine";
pub(crate) const APPROVE_PAYMENT: &str = "väljamakse kinnitamine";
pub(crate) const REGISTER_QUERY: &str = "registripäringu tegemine";
pub(crate) const VIEW_LOG: &str = "logi vaatamine";
pub(crate) const CHANGE_CLASSIFIER: &str = "klassifikaatori muutmine";

/// The kind of an institution.
///
/// # Errors
/// 404 when there is no such institution in this system.
pub(crate) async fn kind_of_institution(
    call: &mut Call,
    institution: &str,
) -> Result<String, Failure> {
    sqlx::query_scalar(
        "SELECT kind FROM rights_institution WHERE system = $1 AND registry_code = $2",
    )
    .bind(call.system_name())
    .bind(institution)
    .fetch_optional(&mut *call.db)
    .await?
    .ok_or_else(|| refusals::NOT_FOUND.saying("Asutust ei leitud.").into())
}

/// The role that the first administrator of an institution of this kind gets; `None` when there is no such kind.
pub(crate) async fn first_role(call: &mut Call, kind: &str) -> Result<Option<String>, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT first_role FROM rights_institution_kind WHERE system = $1 AND kind = $2",
    )
    .bind(call.system_name())
    .bind(kind)
    .fetch_optional(&mut *call.db)
    .await
}

/// The roles of an institution kind, in the catalogue's order.
pub(crate) async fn roles_of_kind(call: &mut Call, kind: &str) -> Result<Vec<String>, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT role FROM rights_role WHERE system = $1 AND kind = $2 ORDER BY place",
    )
    .bind(call.system_name())
    .bind(kind)
    .fetch_all(&mut *call.db)
    .await
}

/// Whether any kind of institution in this system has the role.
pub(crate) async fn is_role(call: &mut Call, role: &str) -> Result<bool, sqlx::Error> {
    exists(call, "SELECT count(*) AS found FROM rights_role WHERE system = $1 AND role = $2", role)
        .await
}

/// Whether this system has the function at all.
pub(crate) async fn is_function(call: &mut Call, function: &str) -> Result<bool, sqlx::Error> {
    exists(
        call,
        "SELECT count(*) AS found FROM rights_function WHERE system = $1 AND function = $2",
        function,
    )
    .await
}

async fn exists(call: &mut Call, query: &'static str, value: &str) -> Result<bool, sqlx::Error> {
    let row =
        sqlx::query(query).bind(call.system_name()).bind(value).fetch_one(&mut *call.db).await?;
    Ok(row.try_get::<i64, _>("found")? > 0)
}

/// The pairs of roles that one person must not hold together.
pub(crate) async fn forbidden_pairs(call: &mut Call) -> Result<Vec<(String, String)>, sqlx::Error> {
    sqlx::query_as(
        "SELECT one, other FROM rights_forbidden_pair WHERE system = $1 ORDER BY one, other",
    )
    .bind(call.system_name())
    .fetch_all(&mut *call.db)
    .await
}
