//! What a command line or an output can be faulted for.

super::codes! { COMMAND:
    C040 "no PDF in this binary"
        "A PDF was asked for, but this binary was built without its typesetter (the cargo \
         feature `pdf`). Every other format works. Ask for the report as .html or .md, or build \
         with the feature on, which is the default.";
    C041 "character that the typeface lacks"
        "A text holds a character (an emoji, a letter of another script, a control character) \
         that the embedded typeface of the PDF cannot draw. An archivable PDF must not hold \
         characters without a shape, so a plain letter or an empty box stands in its place. The \
         other formats show the text as it was written.";
    C042 "PDF could not be typeset"
        "The typesetter inside the program refused the report. No answers file or set-up should \
         be able to cause this: it is a fault of the program, and worth reporting. The other \
         formats are not affected.";
}
