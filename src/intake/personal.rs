//! Columns of survey tools that tell of people: never read.

/// A question may speak of mail or time; what heads a survey tool's own columns is short.
const LONGEST_OWN_HEADER: usize = 40;

/// Survey tools' columns that hold a time, in parts of their headers.
static TIMES: &[&str] = &[
    "start time",
    "completion time",
    "end time",
    "time started",
    "starttid",
    "sluttid",
    "tidspunkt",
    "tidsstempel",
    "timestamp",
    "startdate",
    "enddate",
    "recordeddate",
    "recorded date",
    "start date",
    "end date",
    "date started",
    "date submitted",
    "submission date",
    "submission time",
    "submitted at",
    "startdato",
    "slutdato",
];

/// Other columns of survey tools that tell of people, in parts of their headers.
static PERSONAL: &[&str] = &[
    "mail",
    "e-post",
    "epost",
    "first name",
    "last name",
    "full name",
    "firstname",
    "lastname",
    "username",
    "user name",
    "fornavn",
    "efternavn",
    "brugernavn",
    "fulde navn",
    "initialer",
    "initials",
    "ip address",
    "ip-address",
    "ipaddress",
    "ip-adresse",
    "ip adresse",
    "telefon",
    "phone",
    "latitude",
    "longitude",
    "user agent",
    "useragent",
    "responseid",
    "response id",
    "recipient",
    "duration",
    "varighed",
];

/// Whether a survey tool's time stands below a folded header.
pub(super) fn is_time(folded: &str) -> bool {
    folded.chars().count() <= LONGEST_OWN_HEADER && TIMES.iter().any(|part| folded.contains(part))
}

/// Whether what tells of people stands below a folded header.
pub(super) fn is_personal(folded: &str) -> bool {
    is_time(folded)
        || folded == "ip"
        || (folded.chars().count() <= LONGEST_OWN_HEADER
            && PERSONAL.iter().any(|part| folded.contains(part)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_that_tell_of_people_are_known_loosely() {
        for header in [
            "e-mail",
            "mailadresse",
            "e-postadresse",
            "ip-adresse",
            "fuldførelsestidspunkt",
        ] {
            assert!(is_personal(header), "{header}");
        }
        assert!(!is_personal(
            "how do you plan, and who gets a mail about the plan?"
        ));
    }
}
