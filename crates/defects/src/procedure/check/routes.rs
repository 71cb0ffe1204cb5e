//! Routes and times: every defect goes somewhere, no route is for show, no fix is due before the
//! reaction to it.

use rakis_model::{Message, Problems};

use super::error;
use crate::procedure::read::Written;

pub(super) fn check(written: &Written, problems: &mut Problems) {
    let routes = &written.routes.items;
    if let (true, Some(last)) = (written.routes.whole, routes.last())
        && !last.route.is_catch_all()
    {
        let message = Message::new("procedure-route-last");
        let hint = Message::new("procedure-route-last-hint");
        problems.push(error(message, &last.place).hint(hint));
    }
    for (index, one) in routes.iter().enumerate() {
        if let Some(first) = routes[..index].iter().find(|other| other.route.covers(&one.route)) {
            problems.push(
                error(Message::new("procedure-route-covered"), &one.place)
                    .related(first.place.clone(), Message::new("procedure-route-covers"))
                    .hint(Message::new("procedure-route-covered-hint")),
            );
        }
    }
    for one in &written.severities.items {
        if one.severity.fix_minutes < one.severity.reaction_minutes {
            let message = Message::new("procedure-fix-before-reaction");
            let message = message.with("severity", &one.severity.name);
            problems.push(error(message, &one.fix));
        }
    }
}
