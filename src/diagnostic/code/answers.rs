//! What answers files can be faulted for.

super::codes! { ANSWERS:
A001 "the file cannot be read"
    "An answers file that was named is not there, is a folder, or cannot be opened. Nothing is \
     computed from the remaining files, because a result that silently lacks a file would be wrong. \
     Check the name and the rights, or take the file out of the list.";
A002 "the file is not text"
    "Answers are read from workbooks (.xlsx, .xlsm, .ods) and from text files with a comma, semicolon or tab \
     between the cells. This file is no workbook, and holds bytes that no text file has. Save its \
     table as .xlsx, or as `CSV UTF-8`.";
A003 "this is no answers file"
    "A file of answers has one of three layouts. Wide: a row a respondent and a column a practice, \
     headed by the practice's id, name or question. Long: a row an answer, with the columns \
     `respondent`, `practice` and `level`. Sheet: a row a practice, with the columns `practice` and \
     `level`. Neither was found in the first row. Other headers can be tied to practices in \
     `[columns]` of `assessment.toml`.";
A004 "the cell is not an answer"
    "An answer is a level's number, a level's name or label, number and name together, the \
     practice's own description of a level, don't know, not relevant, or nothing. A cell with \
     anything else is refused rather than guessed at. Correct the cell, or use `--lenient`, which \
     counts it as blank and says so in every report.";
A005 "unknown practice"
    "The name looks like a practice but the model has none of that id, name or question. If it were \
     left alone, answers would be lost without a trace. Correct the name, or tie the header to a \
     practice in `[columns]` of `assessment.toml`.";
A006 "two columns for one thing"
    "Two columns of a file are headed as the same practice or as the same word, such as `unit` and \
     `enhed`. Which of them counts cannot be known. Rename or remove one.";
A007 "the file holds no answers"
    "The file is empty or has nothing below its header row. If nobody has answered yet, leave the \
     file out.";
A008 "the text does not fit its encoding"
    "The file starts with the mark of UTF-8 but goes on with bytes that are none, or it is UTF-16 and \
     ends in the middle of a character, or it is UTF-32, or it is UTF-8 in one place and Windows-1252 \
     in another, so some letters cannot be known. Save it anew as `CSV UTF-8`.";
A009 "a quotation mark is never closed"
    "A cell begins with a quotation mark and no other ends it, so the rest of the file would be one \
     cell. Close the quotation, or double the quotation mark if it belongs to the text.";
A010 "more cells than the header has columns"
    "A row goes on after the last column of the header, and what stands there is not blank. Most \
     often a cell holds the delimiter and has no quotation marks around it, which shifts all cells \
     behind it.";
A011 "unknown unit"
    "`assessment.toml` lists the units, and the cell names none of them by id or name. Correct the \
     cell, or add the unit.";
A012 "the unit is missing"
    "A row without a unit belongs to the top unit. The assessment has several, so it cannot be known \
     which. Name the unit, or give the top units a common parent.";
A013 "unknown role"
    "`assessment.toml` lists the roles, and the cell names none of them by id or name. Correct the \
     cell, or add the role.";
A014 "unknown wave"
    "`assessment.toml` lists the waves, and the cell names none of them by id or name. Correct the \
     cell, or add the wave.";
A015 "the wave is missing"
    "Answers of different points in time must not be mixed. Where several waves are possible, each \
     row must name its own in a column `wave`.";
A016 "an answer without a respondent"
    "In the long layout a person's answers stand in several rows, and the respondent is what ties \
     them together. A row with an answer and no respondent cannot be counted. Any id will do; it is \
     never printed.";
A017 "a row without a practice"
    "The row holds a level, a moderated level or a remark but does not say of which practice. Write \
     the practice's id, name or question in its column, or empty the row.";
A018 "a moderated level without its reason"
    "A moderated level stands in place of what people answered, so it must say why. Write the reason \
     in the column `reason`.";
A019 "a settled reading beside people's answers"
    "A sheet without respondents settles where a unit stands; it is not one more vote. For this unit \
     and wave there are also people's answers, and the two must not be mixed. To set a level beside \
     people's answers, use the column `moderated` with its `reason`.";
A020 "the workbook cannot be read"
    "Workbooks are read as .xlsx, .xlsm or .ods. The old kind (.xls), the binary kind (.xlsb) and \
     workbooks with a password are not, nor is one that holds more than answers ever do, because it \
     could take all of the machine's memory. Save it as .xlsx without a password, or save the sheet \
     with the answers as `CSV UTF-8`.";
A021 "a cell without a value"
    "The cell holds a spreadsheet error such as `#N/A`, or a formula that was saved without its value \
     (the program that wrote the file never computed it). What it should say cannot be known. Write the \
     value itself, empty the cell, or open the workbook in a spreadsheet program and save it there. \
     With `--lenient` the cell counts as blank.";
A022 "not a day"
    "The day that evidence is from is written with its year in four digits: 2026-10-01, or the day \
     first as in Denmark, 01-10-2026, 1.10.2026 or 1/10/2026. A month alone, or a year in two digits, \
     could be more than one day. Correct the cell, or empty it.";
A023 "a header names two practices"
    "The ids or names of two practices stand in one column's header, so it cannot be known to which of \
     them people answered. Tie the header to one in `[columns]` of `assessment.toml`, or name but one \
     in it.";
A024 "the file is not of the layout that was asked for"
    "`--layout` names a survey tool, and what its files are known by is not in this one: another \
     program wrote it, or somebody has taken the tool's own columns out. Without `--layout` the \
     layout is told from the file itself.";
A025 "the file is no answers"
    "Survey tools export more than answers: a summary with a row a choice, its count and its percentage, or a \
     list of the survey's variables and what their codes mean. Neither says who answered what, so no \
     level can be worked out from it. Export the individual answers: a row a respondent.";
A030 "a column was left alone"
    "The header is neither a word that is known nor a practice, so the column was not read. If it \
     holds answers, tie it to a practice in `[columns]` of `assessment.toml`.";
A031 "cells were counted as blank"
    "With `--lenient`, cells that are no answers count as blank. How many there were is said by file \
     and column, here and in every report. Run without `--lenient` to see them one by one.";
A032 "answered more than once"
    "The same respondent answered the same practice more than once in one wave. The last answer that \
     is not blank counts, in the order of the files and their rows. If they are different people, \
     give them different ids.";
A033 "a respondent with two roles"
    "The same respondent stands with different roles in one wave. The last one counts. If they are \
     different people, give them different ids.";
A034 "a practice twice in a sheet"
    "A sheet settles a practice once for each unit and wave. The last row counts.";
A035 "the same file twice"
    "Two files have the same content, so people without an id are counted twice. Take one of them \
     out of the list, unless both are meant.";
A036 "another sheet holds answers too"
    "Of a workbook one sheet is read: the one whose header names the most practices. Another sheet also \
     has a header that answers could stand under. If it does hold answers, they are not counted: save \
     it as a workbook or CSV file of its own and give that as one more input.";

A037 "a row of a wave with another version"
    "The file is listed by a wave whose answers belong to one version of the model, and the row names \
     a wave whose answers belong to another. Practices would be mistaken for each other. Put each \
     version's answers in a file of its own, listed by its own wave.";
A038 "merged answers that differ"
    "The mapping makes one practice of several. Who answered all of them alike has answered the new \
     one so; where the answers differ, or one is missing, nobody can say what the answer to the new \
     one would have been, and it counts as blank. How many there were is said here and in every \
     report.";
A039 "rows that are no respondents'"
    "A survey tool notes in columns of its own what became of each response. Rows that were a preview \
     or a test, were begun and not sent, or were turned away, and rows that the form did not write, such \
     as an average below the answers, are nobody's answers: they are not counted. How many there are is \
     said here, by `plateau check` and in JSON. If a row should count after all, write in the column \
     that is named what the tool writes for an answer that was sent.";
A040 "comments without answers"
    "A column's header names a practice and asks for words, so it is read as comments; but no column of the \
     file holds that practice's answers. If people answered in this column, tie its header to the \
     practice in `[columns]` of `assessment.toml`.";
A050 "a column that is not there"
    "`[intake]` in `assessment.toml` names the column that says which unit, role, respondent or wave an \
     answer is of. No answers file has it, so everybody would be taken for the same; or this file lacks \
     it and has no column of the usual words instead. Headers are compared without regard to case, \
     spaces and a final full stop.";
A051 "words that nobody uses"
    "`[intake.units]` and `[intake.roles]` say what units and roles are called in the answers files. These \
     words stand in none of them, at least not in a row with answers. If they are misspelt, the words \
     that do stand there may have been taken for another unit or role.";
A052 "a wording that already means another answer"
    "`[answers]` in `assessment.toml` says what wordings stand for that the program does not know. This one \
     it does know: it is a level's number, name or label, a practice's own description of a level, don't \
     know or not relevant, or it stands in `[answers]` in other letters. It cannot mean something else.";
A053 "more than a table of answers holds"
    "The header has more columns than a sheet of a spreadsheet program can have, or a cell holds more \
     than a megabyte of text. No table of answers does: most often a file is cut or joined wrongly, or \
     is no table at all. Open it in a spreadsheet program or a text editor and look.";
A054 "a codebook without its dataset"
    "The file is no answers file: it tells what the variables of a dataset ask, or what its codes stand \
     for. It is read together with the dataset whose variables it names, whatever the order of the \
     files. None of the files given has most of these variables. Give the dataset too, or leave the \
     file out.";
A055 "codes taken for levels"
    "The survey tool exported its options' codes instead of their words, and gives codes in the order in \
     which the options stand. So the first was taken for the lowest level, the second for the next. Look \
     at the survey: if the options stand in another order, every level is wrong until `[answers]` in \
     `assessment.toml` says which level each code means, or full answers are exported.";
A060 "a respondent's unit, role or wave in two places"
    "In a file of one respondent (`your answer`), rows named `unit`, `role` and `wave` above the \
     practices say where the respondent belongs. Such a row stands twice, or below answers that were \
     already counted somewhere. Put it above the practices, and once only.";
}
