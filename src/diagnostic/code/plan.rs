//! What a plan that is read back and an assumption can be faulted for.

super::codes! { PLAN:
    P001 "this is no plan"
    "`--plan` reads a plan that `plateau plan` wrote as CSV or as a workbook and that people have filled in since. It \
     is told by its header: it needs at least the columns `practice` and `status`, in Danish `praksis` and \
     `status`. Columns in between may be moved, and columns of your own are left alone. Owners are \
     never read.";

    P002 "a word that the plan does not know"
    "The column `status` says how far a step has come, and the column `step` what kind of step it \
     is. Both have a few words each, in Danish or English, so that what was done can be counted. \
     An empty status means that nothing has been begun. Write one of the words in the hint; remarks \
     of your own belong in a column of your own.";

    P003 "a plan for another unit"
    "The plan names the unit that it was made for, and it is being held against another. What was \
     reached is then judged where nobody may have worked on it. Choose the unit that the plan is \
     for with `--unit`, unless the other one is what you mean.";

    P004 "no level to be reached"
    "A step that raises a practice, or spreads it to more parts of the unit, aims at a level, which \
     stands in the column `to` (Danish `til`) as a number. Without it, it cannot be told whether \
     the step was successful.";

    P005 "an assumption that cannot be read"
    "`--what-if` takes practices with the levels assumed for them, parted by commas: the practice's \
     id, `=` and the level, such as `ID=3,ID=4`. A practice is named by its id or name, a level by its number or name, and \
     each practice is assumed at one level only.";

    P006 "an assumption about something that is not there"
    "`--what-if` names a practice or a level that the model does not have. `plateau model show` \
     lists both.";

    P007 "an assumption about a practice that does not count"
    "The assessment leaves the practice out, with a reason, so no level of it could change the \
     result. Leave it out of `--what-if`, or take it out of `[tailoring.not_relevant]` in \
     `assessment.toml` if it should count after all.";
}
