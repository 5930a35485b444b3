//! What a command line or an output can be faulted for.

super::codes! { COMMAND:
    C001 "output cannot be written"
    "The system refuses to write the file: its folder does not exist, you may not write there, or \
     the disk is full. A report is first written beside its target and then renamed, so an older \
     report of the same name is still whole. Make the folder, choose another place with `-o`, or \
     make room.";

    C002 "output is also an input"
    "The file that is to be written is one of those that are read. An input is never written to, \
     because answers that are overwritten are lost. Choose another name with `-o`.";

    C003 "output format not known"
    "The ending of an output file chooses its format, and this ending stands for none. Use an \
     ending from the hint, or say the format with `--format`.";

    C004 "no PDF in this binary"
    "A PDF was asked for, but this binary was built without its typesetter (the cargo feature \
     `pdf`). Every other format works. Ask for the report as .html or .md, or build with the \
     feature on, which is the default.";

    C005 "unknown unit"
    "`--unit` names a unit by its id or name, and the assessment has none like it. Where there is \
     no `assessment.toml`, the units are those that the answers name. `plateau check` lists them.";

    C006 "unknown wave"
    "`--wave` names a wave by its id or name, and the assessment has none like it. Where there is \
     no `assessment.toml`, the waves are those that the answers name. `plateau check` lists them.";

    C007 "unknown plateau"
    "`--require` names a plateau by its number, from 1 for the lowest, and the model has no plateau \
     of that number. `plateau model show` lists them.";

    C008 "inputs that do not go together"
    "The input is one assessment (an `assessment.toml` or the folder that holds one), or one or more \
     answers files. Several assessments are not put together, because each has its own units and \
     rules; and an assessment names its own answers files, so others beside it would belong to no \
     wave. Give one assessment, or list the files in its `answers`.";

    C009 "nothing to explain"
    "`plateau explain` knows the model's practices and levels, by id, number or name, the kinds of \
     findings, and the codes of problems such as this one. The word given is none of them. \
     `plateau model show` lists the practices; a problem's code stands in brackets before it.";

    C010 "file is already there"
    "A new assessment or a copy of a model never overwrites a file of yours. Name another folder, \
     or move away what is there.";

    C011 "standard input given twice"
    "`-` stands for standard input, which can be read once only. Give `-` once, and everything else \
     as files.";

    C012 "input cannot be read"
    "The system refuses to open or read the file: it is not there, it is a folder, or you may not \
     read it. Paths given as arguments are relative to where the command is run; those within \
     `assessment.toml` are relative to that file.";

    C013 "two outputs to one place"
    "Two outputs have the same name, so one would overwrite the other. Give each its own, or leave \
     one out.";

    C014 "unknown chart"
    "`plateau chart` draws the kinds that the hint lists, one by its name or all with `--all`. The \
     first word after `chart` is the kind, unless `--all` is given.";

    C015 "nothing to draw"
    "The chart needs figures that are not there, or that may not be shown: a trend needs two waves, \
     a radar three disciplines, a gap two readings of the same practice. The message says what is \
     missing. With `--all` such charts are left out.";

    C016 "picture cannot be made"
    "The width or scale that was asked for makes a picture without points, or with more than a \
     computer can sensibly hold. Choose another `--width` or `--scale`, or draw the chart as .svg, \
     which has no points.";

    C017 "character that the typeface lacks"
    "A text holds a character (an emoji, a letter of another script, a control character) that the \
     embedded typeface of the PDF cannot draw. An archivable PDF must not hold characters without a \
     shape, so a plain letter or an empty box stands in its place. The other formats show the text \
     as it was written.";

    C018 "PDF could not be typeset"
    "The typesetter inside the program refused the report or chart. No answers file or set-up should be able \
     to cause this: it is a fault of the program, and worth reporting. The other formats are not \
     affected.";

    C019 "option without effect"
    "The option says something about another kind of chart, format or comparison than what is asked \
     for: `--width` and `--scale` say how many points a PNG has, `--sort` in which order a \
     distribution shows its practices, `--layers` how deep a comparison of units looks. It is refused \
     rather than ignored, so that nobody looks in vain for what it does. Leave it out, or ask for what it belongs to.";

    C020 "form that the format cannot hold"
    "A format writes some forms and not others: a moderation sheet is a table, which a spreadsheet \
     or CSV can hold, while other formats hold only questionnaires. Choose one of the formats in the \
     hint.";

    C021 "unknown role"
    "`--split` names a role by its id or name, and `[roles]` in `assessment.toml` declares none like \
     it. Declare the role there, correct the name, or leave `--split` out so that people choose \
     their role themselves.";

    C022 "unknown part of the model"
    "`--only` keeps a part of the model: a plateau by its number, a discipline by its id or name, or \
     a practice by its id. No part is called so. `plateau model show` lists them.";

    C023 "nothing left to ask"
    "What `--only` keeps, what the role of `--split` is asked and what is not tailored away have no \
     practice in common, so the questionnaire would be empty. Leave an option out, or change \
     `[questionnaire]` or `[tailoring]` in `assessment.toml`.";

    C024 "questionnaire from an answers file"
    "A questionnaire is made before anyone has answered: from an assessment (an `assessment.toml` or \
     the folder that holds one), or without any input from the model alone. An answers file says \
     nothing about whom to ask. A moderation sheet (`--moderation`) is made from answers.";

    C025 "no sheet to answer on"
    "`plateau answer` writes answers into a CSV sheet with a row a practice. The file that `-o` names \
     is there already and is something else: it lacks the columns `practice` and `level`, or has a \
     row a person. Whatever is in it stays as it is. Name a new file, or a sheet such as `plateau \
     init` makes.";

    C026 "mapping that is there already"
    "`check --write-mapping` writes a file for a person to complete. What may have been completed already is \
     never overwritten: name a new file, or remove the old one yourself.";
}
