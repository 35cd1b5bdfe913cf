//! The command line's own words in the language of the reader: help, headings, and what is wrong with an argument.
//!
//! The English texts stand beside the arguments that they explain; the Vietnamese ones are found by them.

mod mistake;
mod vi;

use clap::{Arg, ArgAction, Command, CommandFactory as _, FromArgMatches as _};
use congvan::Lang;

use crate::arguments::{Arguments, Language};

/// What one page of help is made of, where its parts have Vietnamese headings.
const PAGE: &str = "{before-help}{about-with-newline}\nCách dùng: {usage}\n\n{all-args}{after-help}";

/// Reads the command line; help, the version and mistakes are printed, and end the program.
pub(crate) fn parse(words: Vec<std::ffi::OsString>) -> Arguments {
    let lang = spoken(&words, std::env::var("CONGVAN_LANG").ok());
    let mut command = command(lang);
    let read = command.try_get_matches_from_mut(words);
    let read = read.and_then(|matches| {
        Arguments::from_arg_matches(&matches).map_err(|error| error.format(&mut command))
    });
    read.unwrap_or_else(|error| mistake::tell(&error, lang))
}

/// The command line in a language.
pub(crate) fn command(lang: Lang) -> Command {
    match lang {
        Lang::En => Arguments::command(),
        Lang::Vi => {
            let mut command = Arguments::command();
            // The library adds its own verbs and flags when it builds; they are translated with the others.
            command.build();
            translated(command)
        }
    }
}

/// The language asked for before anything else is read, so that a mistake is told in it too.
fn spoken(words: &[std::ffi::OsString], environment: Option<String>) -> Lang {
    let words: Vec<_> = words.iter().map(|word| word.to_string_lossy()).collect();
    let after_flag = words.windows(2).find_map(|pair| match pair {
        [flag, value] if flag == "--lang" => Some(value.as_ref()),
        _ => None,
    });
    let named = after_flag
        .or_else(|| words.iter().find_map(|word| word.strip_prefix("--lang=")))
        .or(environment.as_deref())
        .unwrap_or_default();
    <Language as clap::ValueEnum>::from_str(named, true).unwrap_or(Language::Vi).into()
}

fn translated(command: Command) -> Command {
    let about = command.get_about().map(|text| vi::of(&text.to_string()));
    let after = command.get_after_help().map(|text| vi::of(&text.to_string()));
    let verbs: Vec<String> = command.get_subcommands().map(|verb| verb.get_name().to_owned()).collect();
    let usage = command.clone().render_usage().to_string();
    let usage =
        usage.trim_start_matches("Usage: ").replace("[OPTIONS]", "[TUỲ CHỌN]").replace("[COMMAND]", "[LỆNH]");
    let mut command = command
        .override_usage(usage)
        .help_template(PAGE)
        .subcommand_help_heading("Lệnh")
        .subcommand_value_name("LỆNH")
        .mut_args(explained);
    if let Some(about) = about {
        command = command.about(about);
    }
    if let Some(after) = after {
        command = command.after_help(after);
    }
    verbs.into_iter().fold(command, |command, verb| command.mut_subcommand(verb, translated))
}

/// An argument with its help, and what it may be, in Vietnamese.
fn explained(argument: Arg) -> Arg {
    // The flag for help has a second text, for the long page.
    let long = argument.get_long_help().map(|text| vi::of(&text.to_string()));
    let mut help = argument.get_help().map(|text| vi::of(&text.to_string())).unwrap_or_default();
    let values = argument.get_possible_values();
    let takes_value = matches!(argument.get_action(), ArgAction::Set | ArgAction::Append);
    if takes_value && !values.is_empty() {
        let names: Vec<&str> = values.iter().map(clap::builder::PossibleValue::get_name).collect();
        help.push_str(&format!(" [giá trị: {}]", names.join(", ")));
    }
    let defaults: Vec<String> =
        argument.get_default_values().iter().map(|value| value.to_string_lossy().into_owned()).collect();
    if takes_value && !defaults.is_empty() {
        help.push_str(&format!(" [mặc định: {}]", defaults.join(", ")));
    }
    if let Some(variable) = argument.get_env() {
        help.push_str(&format!(" [biến môi trường: {}]", variable.to_string_lossy()));
    }
    let heading = if argument.is_positional() { "Tham số" } else { "Tuỳ chọn" };
    let argument = if let Some(long) = long { argument.long_help(long) } else { argument };
    argument
        .help(help)
        .help_heading(heading)
        .hide_possible_values(true)
        .hide_default_value(true)
        .hide_env(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn english(command: &Command, found: &mut Vec<String>) {
        let texts = [command.get_about(), command.get_after_help()];
        found.extend(texts.into_iter().flatten().map(ToString::to_string));
        let helps = command.get_arguments().flat_map(|one| [one.get_help(), one.get_long_help()]);
        found.extend(helps.flatten().map(ToString::to_string));
        command.get_subcommands().for_each(|verb| english(verb, found));
    }

    #[test]
    fn every_text_has_its_vietnamese_and_none_is_left_over() {
        let mut command = Arguments::command();
        command.build();
        let mut found = Vec::new();
        english(&command, &mut found);
        let missing: Vec<_> = found.iter().filter(|text| vi::find(text).is_none()).collect();
        assert!(missing.is_empty(), "without Vietnamese: {missing:#?}");
        let unused: Vec<_> = vi::known()
            .filter(|text| !found.iter().any(|one| one.split("\n\n").any(|one| one == *text)))
            .collect();
        assert!(unused.is_empty(), "nothing says this any more: {unused:#?}");
    }

    #[test]
    fn the_language_is_known_before_anything_else() {
        let words = |text: &str| text.split(' ').map(Into::into).collect::<Vec<std::ffi::OsString>>();
        for (line, environment, lang) in [
            ("congvan run", None, Lang::Vi),
            ("congvan run --lang en", None, Lang::En),
            ("congvan --lang=en run", Some("vi"), Lang::En),
            ("congvan run", Some("en"), Lang::En),
            ("congvan run --lang", Some("en"), Lang::En),
            ("congvan run --lang fr", None, Lang::Vi),
        ] {
            assert_eq!(spoken(&words(line), environment.map(str::to_owned)), lang, "{line} {environment:?}");
        }
    }

    fn pages(command: &mut Command, found: &mut Vec<String>) {
        found.extend([command.render_help().to_string(), command.render_long_help().to_string()]);
        // The verb that shows the pages of the others has no options of its own.
        let verbs = command.get_subcommands_mut().filter(|verb| verb.get_name() != "help");
        verbs.for_each(|verb| pages(verb, found));
    }

    #[test]
    fn every_verb_shows_how_it_is_called() {
        for (lang, heading) in [(Lang::Vi, "Ví dụ:\n"), (Lang::En, "Example")] {
            let mut command = command(lang);
            command.build();
            for verb in command.get_subcommands().filter(|verb| verb.get_name() != "help") {
                let (name, after) = (verb.get_name(), verb.get_after_help().map(ToString::to_string));
                let after = after.unwrap_or_default();
                let called = after.contains(&format!("  congvan {name}"));
                assert!(after.contains(heading) && called, "{name}: {after}");
            }
        }
    }

    #[test]
    fn one_text_explains_one_argument_alone_where_they_choose_different_things() {
        let command = command(Lang::Vi);
        let help = |verb: &str, argument: &str| {
            let verb = command.find_subcommand(verb).unwrap();
            let found = verb.get_arguments().find(|found| found.get_id() == argument).unwrap();
            found.get_help().unwrap().to_string()
        };
        assert_ne!(help("export", "format").split(" [").next(), help("new", "what").split(" [").next());
    }

    #[test]
    fn to_search_is_never_called_to_approve() {
        for (_, vi) in vi::texts() {
            assert!(!vi.to_lowercase().contains("duyệt"), "{vi}");
        }
    }

    #[test]
    fn every_page_of_help_is_vietnamese_to_its_headings() {
        let mut found = Vec::new();
        pages(&mut command(Lang::Vi), &mut found);
        assert!(found.len() >= 38, "a page, long and short, for each verb");
        for page in found {
            for wanted in ["Cách dùng: congvan", "Tuỳ chọn:", "In hướng dẫn"] {
                assert!(
                    page.contains(wanted) || page.contains("help [LỆNH]"),
                    "{wanted} is missing in\n{page}"
                );
            }
            for english in
                ["Usage", "Options", "OPTIONS", "COMMAND]", "possible values", "default:", "env:", "Print "]
            {
                assert!(!page.contains(english), "{english} stands in\n{page}");
            }
        }
    }
}
