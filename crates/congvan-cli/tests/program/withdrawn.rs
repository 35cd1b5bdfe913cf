//! Whom to tell once a directive is withdrawn: the program sends nothing, so it says who received it.

use super::{Desk, example};

/// A directive of the template in force, with what a command has to say of it.
struct Office {
    desk: Desk,
}

impl Office {
    fn opened() -> Self {
        let desk = Desk::new();
        let directory = example("directive-3552/directory.toml").display().to_string();
        desk.expect(0, &["init", "--directory", &directory]);
        let office = Self { desk };
        office.issue("cu", 7, None);
        office
    }

    fn act(&self, directive: &str, who: &str, command: &str, more: &[&str]) -> String {
        let at = ["--as", who, "--at", "2024-03-25T09:00:00+07:00"];
        self.desk.expect(0, &[&["do", directive], &at[..], &[command], more].concat()).0
    }

    fn issue(&self, directive: &str, number: u32, replaces: Option<&str>) {
        let link = replaces.map(|document| {
            format!("links = [{{ kind = \"replaces\", document = \"{document}\", date = 2024-03-25 }}]\n")
        });
        let mandate = format!(
            "[header]\ndocument_type = \"official_dispatch\"\nnotation = \"UBND-SNV\"\nissuing_body = \"ubnd-tinh\"\nauthority = \"head\"\nsigner = {{ office = \"ubnd-tinh.head\" }}\noffice = \"vp-ubnd\"\nsubject = \"Báo cáo\"\naddressees = [{{ unit = \"so-du-lich\" }}]\n{}[[assignments]]\nid = \"1\"\ntitle = \"Báo cáo\"\nperformers = [{{ unit = \"so-y-te\" }}]\nvetted_by = \"nobody\"\ndeadline = {{ kind = \"no_later_than\", date = 2024-04-10 }}\n",
            link.unwrap_or_default()
        );
        let file = format!("{directive}.toml");
        self.desk.write(&file, &mandate);
        self.act(directive, "vp-ubnd.officer-1", &format!(r#"{{"draft":{{"mandate":"{file}"}}}}"#), &[]);
        self.act(directive, "ubnd-tinh.head", r#"{"sign":{}}"#, &[]);
        let issue = format!(r#"{{"issue":{{"number":{number},"notation":"UBND-SNV","date":"2024-03-25"}}}}"#);
        let out = self.act(directive, "vp-ubnd.clerk", &issue, &[]);
        assert!(!out.contains("đã nhận văn bản"), "only who withdraws has to tell: {out}");
    }
}

const INSTRUMENT: &str = r#"{"number":"8","notation":"UBND-SNV","date":"2024-03-25","signer":"Chủ tịch"}"#;

#[test]
fn a_revocation_is_answered_with_everybody_who_received_the_directive() {
    let office = Office::opened();
    let revoke = format!(r#"{{"revoke":{{"instrument":{INSTRUMENT},"reason":"không còn phù hợp"}}}}"#);
    let out = office.act("cu", "ubnd-tinh.head", &revoke, &["--id", "thu-hoi"]);
    assert!(out.contains("Báo cho 2 đơn vị đã nhận văn bản:\n"), "{out}");
    for wanted in ["\n  - Sở Du lịch (so-du-lich)\n", "\n  - Sở Y tế (so-y-te)\n"] {
        assert!(out.contains(wanted), "{wanted} is missing in\n{out}");
    }
    // Whoever sends it again has the same answer, in each form.
    let out = office.act("cu", "ubnd-tinh.head", &revoke, &["--id", "thu-hoi", "--lang", "en"]);
    assert!(out.contains("done before") && out.contains("Tell the 2 units that received"), "{out}");
    let out = office.act("cu", "ubnd-tinh.head", &revoke, &["--id", "thu-hoi", "--json"]);
    let answer: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(answer["receivers"], serde_json::json!(["so-du-lich", "so-y-te"]));
}

#[test]
fn a_replacement_is_answered_alike() {
    let office = Office::opened();
    office.issue("moi", 8, Some("07/UBND-SNV"));
    let replace = format!(r#"{{"replace":{{"by":"moi","instrument":{INSTRUMENT},"carried":[]}}}}"#);
    let out = office.act("cu", "ubnd-tinh.head", &replace, &[]);
    assert!(out.contains("Báo cho 2 đơn vị đã nhận văn bản:"), "{out}");
}
