//! What a model folder or an overlay can be faulted for.

super::codes! { MODEL:
    M001 "no model folder"
    "A model is a folder with `model.toml`, a file for each discipline, and translations in `text/`. The name that was given is no folder. Check the name, or write a copy of the shipped model with `plateau model export DIR` and start from that.";
    M002 "no model.toml"
    "`model.toml` says what the model is called, which levels and plateaus it has, and which files hold its disciplines, so nothing can be read without it. If the folder is an assessment, give it as the input instead; if it is to become a model, start from `plateau model export DIR`.";
    M003 "unreadable file"
    "A file that belongs to the model or the overlay could not be read, or is not text in UTF-8. Check that it exists and that you may read it, and save it again with the encoding UTF-8.";
    M004 "not TOML"
    "The file does not follow the rules of TOML, so it cannot be told what it says. The commonest causes are a missing quotation mark at the end of a text, a missing comma in a list, a quotation mark within a text (write `\\\"`), and the same key twice in one table.";
    M005 "unknown key"
    "A table holds a key that means nothing there. It is refused rather than ignored, because a misspelt key would otherwise silently leave something out. Correct its spelling, or remove it; an editor that follows the `#:schema` line shows which keys there are.";
    M006 "missing key"
    "A table lacks a key that every table of its kind must have. Add it. A copy of the shipped model (`plateau model export DIR`) shows every key in use.";
    M007 "a value of the wrong kind"
    "A key has a value that it cannot have, such as text where a number belongs, or a word that is not one of those allowed. Text stands in quotation marks, numbers and `true` or `false` do not, and lists stand in square brackets.";
    M008 "unknown file format"
    "`schema` is the number of the file format, not of the model. A number that this version does not know may mean rules that it would get wrong, so the file is refused. Use the number that the message names, or a version of plateau that reads the newer format.";
    M009 "unusable id"
    "Ids name things in answers, column headers and reports, so they consist of letters, digits, `-`, `_` and `.`, without spaces. Choose another id now: once answers exist, an id is permanent.";
    M010 "unusable version"
    "A model's version is three whole numbers with full stops between. A new first number can change a score, a new second number adds optional text, and a new third number mends wording. Reports compare versions, so any other form is refused.";
    M011 "unusable language"
    "Languages are named by codes of two or three small letters, such as `da` and `en`. A translation's file in `text/` is named after its language.";
    M012 "unknown discipline file"
    "`disciplines` in `model.toml` names the discipline files, without `.toml`, in the order of the model. One of the names has no file. Correct the name, add the file, or take the name out.";
    M013 "a file outside the model"
    "The folder holds a TOML file that `disciplines` in `model.toml` does not name, so its practices are no part of the model. Name it there, or move the file elsewhere.";
    M014 "too small or too large"
    "A model needs at least two levels (and at most 255), one plateau and one discipline; otherwise there is nothing to compare and nothing to reach.";
    M015 "wrong number"
    "Levels and plateaus are numbered from 1 upwards without gaps, lowest first, because points are counted with a level's number and plateaus are reached in order. Renumber them in the order in which they stand.";
    M016 "used twice"
    "An id, a number or a file name stands for two things, so it could not be told which of them is meant. Practices and disciplines share one set of ids, in which small and capital letters count as the same. Give one of the two another.";
    M017 "retired id"
    "The id is listed in `retired`: it was used once and given up. Old answers may still carry it, and would be taken for answers to something else. Choose an id that was never used.";
    M018 "unknown level in a gate"
    "A plateau's gate names a level that the scale does not have, so it could never be judged. Name one of the model's levels by its number.";
    M019 "unknown plateau"
    "A practice is placed on a plateau that the model does not have. Every practice belongs to exactly one plateau, because each counts at exactly one gate. Name one of the plateaus by its number.";
    M020 "a plateau without practices"
    "A plateau is reached when all its practices are at the gate's level. With no practices it would be reached by everyone or by no one, so it is refused. Place at least one practice on it, or remove it.";
    M021 "a discipline without practices"
    "A discipline's mean is the mean of its practices, so a discipline needs at least one. Add a practice, or take the discipline's file out of `disciplines`.";
    M022 "wrong number of anchors"
    "An anchor says what one sees at a level of a practice, and a respondent chooses between them, so there must be one a level, lowest first, in every language. A level without an anchor would count as reached without criteria.";
    M023 "empty text"
    "A text that people will read is empty or nothing but white space. Write what belongs there.";
    M024 "words that cannot be told apart"
    "Answers may name a level, a practice or an anchor by its words, so the names and labels of different levels, the names and the questions of different practices, and the anchors of one practice must differ. Case, white space and a final full stop do not make a difference.";
    M025 "unknown link"
    "`links` names the practices that a practice builds on or works with, and one of them is not in the model. Correct the id, or remove it.";
    M026 "a link to nothing new"
    "A practice is linked to itself, or to the same practice twice. Remove the superfluous id from `links`.";
    M027 "unknown layer"
    "`influence` says how much each organisational layer can do about a practice, and names a layer that `model.toml` does not list under `[[layers]]`. Correct the id, or add the layer there.";
    M028 "a layer without influence"
    "The model lists an organisational layer, but a practice does not say how much that layer can do about it. Add the layer to the practice's `influence` with `limited`, `partial` or `direct`.";
    M029 "missing translation"
    "A translation must say everything that the model says in its own language; otherwise a questionnaire would change language in the middle. Translate what is missing, or remove the translation's file until it is complete.";
    M030 "translation of something unknown"
    "A translation holds words for an id that the model does not have, so they would never be shown. Correct the id, or remove the words.";
    M031 "translation into the model's own language"
    "The words in the model's own language stand in `model.toml` and the discipline files. A translation into the same language would say everything twice. Name the file after the language it translates into, or remove it.";
    M032 "no overlay"
    "An overlay is a TOML file, or a folder of them, that replaces level names, anchors and placements of a model by id. The name that was given holds none. Check the name.";
    M033 "overlay for another model"
    "An overlay names the model that it was written for, because the same id may mean something else in another model. Choose the model that it is for with `--model`, or an overlay for this one.";
    M034 "unknown id in an overlay"
    "An overlay replaces what a model has, and adds nothing. It names a level or a practice that the model does not have. Correct the id; `plateau model show` lists them.";
    M035 "unknown language in an overlay"
    "An overlay holds words in a language that the model does not speak, so they would never be shown together with the rest. Use the model's languages, or add a translation to the model first.";
    M036 "replaced twice"
    "Two files of an overlay replace the same thing, and it could not be told which of them should win. Keep one of the two.";
    M037 "replaced in some languages only"
    "An overlay gives new words in one of the model's languages but not in the others, so reports in the others keep the model's own wording, which may then say something else. Give the words in every language, or use reports in the language that has them.";
    M038 "an overlay that replaces nothing"
    "The overlay is well-formed but holds no level and no practice, so the model stays as it is. Add tables such as `[levels.1]` or `[practices.ID]`.";
}
