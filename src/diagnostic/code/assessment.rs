//! What `assessment.toml` can be faulted for.

super::codes! { ASSESSMENT:
    S001 "no assessment there"
    "An assessment is a file, usually called `assessment.toml`, or a folder that holds a file of \
     that name. Nothing of the kind was found at the place given, so there is nothing to work on. \
     Check the path for a slip, give the folder or the file itself, or let `plateau init DIR` \
     start an assessment in a new folder. Answers can also be scored without an assessment: give \
     the answers file by itself.";

    S002 "assessment cannot be read"
    "The file is there, but its text cannot be got at: the system refuses to open it, or it is not \
     encoded as UTF-8, as TOML must be. A file saved by an older editor is often in Windows-1252 \
     or UTF-16, where letters such as æ, ø and å have other bytes. Check that you may read the \
     file, or save it again and choose UTF-8 as the encoding.";

    S003 "the file is not TOML"
    "The file breaks the rules of the TOML language at the place shown, so it cannot be told what \
     is meant from there on. Most often a quotation mark or a bracket is missing, a text stands \
     without quotation marks, or the same key is written twice in one table. Text is written \
     `title = \"Autumn\"`, a date `date = 2026-10-01`, a list `answers = [\"a.csv\", \"b.csv\"]`.";

    S004 "unknown schema number"
    "`schema` numbers the layout of the file. Another number means another layout, whose keys may \
     mean other things, so the file is not guessed at. If it was written for a newer version of \
     the program, use that version. If the number is a slip, write the one in the hint.";

    S005 "unknown key"
    "The file has a key that means nothing at this place. It is refused rather than skipped, \
     because a misspelt key would otherwise leave its rule silently at the default: a \
     `minimum_gruop` that protects nobody. Correct the spelling, move the key to the table it \
     belongs to, or take it away. In TOML a key belongs to the last `[table]` above it.";

    S006 "missing or unfit value"
    "Something that every assessment must say is not there, or a value is of another kind than the \
     key calls for, such as text where a number belongs. Text stands in quotation marks, numbers \
     and dates do not, and a list stands in square brackets even when it has one entry.";

    S007 "unknown model"
    "`model` names the model to assess by: one that comes with the program, by its id, or a folder \
     of your own, by its path relative to `assessment.toml`. Whatever holds a slash is a path. No \
     model of this name comes with the program. Correct the name, or write the path of the folder \
     with a slash in it, such as `./my-model`.";

    S008 "another model than the assessment's"
    "The assessment names one model, but is read with another, because an option asks for it. \
     Practices, levels and plateaus are then those of the other model. Nothing is wrong if that is \
     what you want, for example to try a new version; otherwise leave the option out.";

    S009 "no reports in that language"
    "`language` chooses the language of the reports, by its short code. The program has no words in \
     the one named. Use one of the languages in the hint; the names of units, waves and roles stay \
     as you write them, in any language.";

    S010 "empty name"
    "A title, an id or a name is empty, or only white space. Reports show it and answers are \
     matched with it, so it has to say something. Write a name, or take the entry away.";

    S011 "a word for two things"
    "Answers may name a unit, a wave or a role by its id or by its name, in any case. If one word \
     stands for two of them, it cannot be told whose the answers are, so every id and every name \
     may be used once only. Give one of the two another word: two teams of the same name can be \
     told apart by the department's name in front.";

    S012 "unknown parent"
    "`parent` says which unit another is a part of, by that unit's id, and there is no such unit. \
     Correct the id, add the unit, or leave `parent` out for a unit that is a part of no other. \
     Units may stand in any order.";

    S013 "circle of units"
    "A unit is a part of itself by way of its parents, so none of the units in the circle is on top \
     and their answers could not be added up. The circle is shown, each unit followed by the one \
     it is a part of. Take one of the parents away or correct it.";

    S014 "unknown practice"
    "A practice is named here that the model does not have. In `assessment.toml` practices are named \
     by their ids, which never change, not by their names, which may. `plateau model show` lists \
     both.";

    S015 "no reason for leaving a practice out"
    "A practice that is left out counts in no total and blocks no plateau, so every reader must be \
     able to see why. The reason stands in the report beside the practice. Say in a sentence what \
     makes the practice irrelevant here. A practice that nobody has got round to is not irrelevant; \
     it is at the lowest level.";

    S016 "said twice"
    "The same practice, the same column header or the same section stands twice in one table or \
     list; case and white space make no difference. Only one of the two could be followed, so one \
     must go.";

    S017 "target outside the scale"
    "A target is the number of a level, and the model's scale has no level of that number. Targets \
     are whole numbers from 1 to the scale's highest level; `default` holds for every practice \
     that has no target of its own.";

    S018 "groups too small"
    "`minimum_group` is the fewest people whose answers are shown together. Below three, one person \
     can work out what the only other one answered, so such a number must be asked for in so many \
     words with `allow_small_groups = true`, and every report then says so. Nought can never be \
     meant.";

    S019 "comments less protected than figures"
    "A comment shows its writer's own words and so tells more than a figure. `minimum_comments`, \
     the fewest people who rated a practice for its comments to be shown, must therefore be at \
     least `minimum_group`. Raise it, or leave it out.";

    S020 "coverage is no share"
    "`minimum_coverage` is the least share of those asked who must have rated a practice for a \
     level to be claimed. It is above 0 and at most 1: 0.5 is half, 1 is everyone. Nought is \
     refused, because a level that rests on any single answer is what the rule is there to \
     prevent; a small share such as 0.01 can be asked for.";

    S021 "unknown weighting"
    "`weighting` says what weighs the same when sub-units are put together: `respondent`, where \
     each person does and large units count for more, or `unit`, where each sub-unit does. Without \
     it, it is `respondent`.";

    S022 "no answers"
    "A wave is a point in time with its answers, and this one names no answers file, or there is no \
     wave at all. List the files, relative to `assessment.toml`: `answers = [\"answers.csv\"]`. If \
     nobody has been asked yet, take the wave away until they have, or name an empty answer sheet.";

    S023 "answers file named twice"
    "The same file is listed twice in one wave. Reading it again adds nothing and would hide a slip, \
     such as another file that was meant. Correct the name, or take one away.";

    S024 "not a day, or not a number of people"
    "A date is a year, a month and a day, without a time: `date = 2026-10-01`. A number of people \
     is a whole number from 0 upwards. Correct the value, or leave it out.";

    S025 "logo cannot be read"
    "`logo` in `[report]` names a file, relative to `assessment.toml`, that stands on the cover of \
     every report. It is not there, or it may not be read. Put the file beside `assessment.toml`, \
     correct the name, or leave `logo` out.";

    S026 "not a usable logo"
    "A logo is a drawing (SVG) or a picture (PNG) of at most 1024 KB; a picture has 16 to 4096 \
     points across and down. What the file holds counts, not how its name ends: a JPEG whose name \
     ends in `.png` is still a JPEG. Export it again from the program it was drawn in.";

    S027 "logo is more than a drawing"
    "An SVG file may hold scripts, links, pictures and text beside its shapes. Reports are passed \
     on, open without a network and are read aloud, so a logo may hold shapes only. Export it as \
     plain SVG, turn its text into paths (outlines), and leave pictures and links out; or export \
     the whole logo as PNG.";

    S028 "not a colour"
    "`accent` is a colour as style sheets write it: a number sign and six hexadecimal digits, two \
     each for red, green and blue, such as `#b43c0a`; three digits will do where each stands for a \
     pair. Names of colours are not known.";

    S029 "accent too light"
    "Words are set in the accent, on white and on the lightest grey of cards and tables, so it must \
     be dark enough to be read: a contrast of at least 4.5 : 1, as the guidelines for accessible \
     content (WCAG 2.2) ask of text. The hint names the lightest shade of the same hue that is.";

    S030 "no such section"
    "`sections` in `[report]` lists the parts of a report in the order wanted, by their ids, which \
     are the same in every language. Correct the id, or leave `sections` out for all parts in the \
     usual order. A part that has nothing to say is left out wherever it is listed. The parts that \
     tell how the numbers came about (`moderated`, `tailoring`, `notes` and `method`) are added at \
     the end if they are not listed.";

    S031 "text that no report shows"
    "An introduction or a conclusion is written in `[report]`, but `sections` does not list it, so \
     it stands in no report. Add `introduction` or `conclusion` to the list at the place where it \
     should stand, or take the text away.";

    S032 "not a length of time"
    "`max_age` in `[evidence]` is how old evidence may be before the report says that it is too old: \
     a whole number above 0 and `months` or `years`, such as `max_age = \"12 months\"`. Leave it out \
     where evidence may be of any age.";

    S033 "mapping cannot be read"
    "A wave names a file that says how answers to an older version of the model are carried over. \
     The file is not there, may not be opened, or is not encoded as UTF-8. Its name is relative to \
     `assessment.toml`. Without it the answers would be taken for answers to the model in use.";

    S034 "older version without its mapping"
    "Another major version of a model can ask other questions under the same ids. A wave that \
     answered one needs both `model`, the version that people answered, and `mapping`, a file that \
     says of every practice of that version what has become of it. Nothing is carried over \
     silently.";

    S035 "mapping of another model or version"
    "A mapping leads from one version of one model to another. This one speaks of another model than \
     the one in use, starts from another version than the wave names, or leads to another major \
     version than the model in use has. Name the mapping that fits, or correct what it says.";

    S036 "carried over twice, or to too few"
    "Every practice of the older version is named once in a mapping, and every practice of the model \
     in use takes over answers once; otherwise it could not be told which answer counts. What is \
     split goes to two practices at least, and what is merged comes from two at least.";

    S037 "one file read by two versions"
    "The same answers file is listed by two waves of which one is carried over by a mapping and the \
     other not, or by another one. A column can only mean one thing in a file. Put each wave's \
     answers in a file of its own.";

    S038 "a wording that stands for no answer"
    "`[answers]` says what wordings of an answers file stand for that the program does not know: a \
     level, by its number on the model's scale (`\"Altid\" = 5`), `\"dont-know\"` or \
     `\"not-relevant\"`. What is written here is none of these. Look the level up with `plateau model \
     show`, and write its number without quotation marks.";

    S039 "a wording for nobody"
    "`[intake.units]` and `[intake.roles]` say what the units and roles of the assessment are called in \
     the answers files: on the left the words that stand there, on the right the id or name of a unit \
     or role of this file. Nothing in this file is called so. Correct it, or add the unit or role.";

    S040 "a folder without answers files"
    "`answers` may name a folder, which stands for all answers files right in it, in the order of their \
     names, so that the files of many respondents need not be listed. This one holds none, or cannot be \
     read. Folders within it are not looked into.";

    S041 "left alone in a folder of answers"
    "A folder of answers holds something that is not read: a hidden file, another folder, or a file \
     whose ending is not that of a table. Nothing is wrong if it holds no answers. A file that does can \
     be named in `answers` by itself, or given the ending that fits it.";

    S050 "unknown role in the questionnaire"
    "`[questionnaire]` says what each role is asked, by the role's id, and `[roles]` declares no \
     such role. Correct the id, or declare the role. A role that `[questionnaire]` does not name is \
     asked everything.";

    S051 "unknown part of the model"
    "What a role is asked is listed as parts of the model: a plateau by its number (`\"1\"`), a \
     discipline by its id or name, or a practice by its id. No part is called so. \
     `plateau model show` lists them.";

    S052 "role that is asked nothing"
    "`[questionnaire]` leaves a role without a single question, because its list is empty. Name at \
     least one plateau, discipline or practice, or take the role's entry away so that it is asked \
     everything.";
}
