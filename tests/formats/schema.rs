//! A check of JSON against the parts of JSON Schema that a generated schema uses; stricter
//! than the standard, as it allows no key that the schema does not name.

use serde_json::Value;

/// What a schema uses that carries no rule.
const WORDS: &[&str] = &["$schema", "$defs", "title", "description", "format"];

/// Everything in `value` that breaks `schema`.
pub fn faults(schema: &Value, value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    check(schema, schema, value, "", &mut found);
    found
}

fn check(root: &Value, schema: &Value, value: &Value, at: &str, found: &mut Vec<String>) {
    let Some(rules) = schema.as_object() else {
        found.push(format!("{at}: {schema} is no schema"));
        return;
    };
    for (rule, wanted) in rules {
        let kept = match rule.as_str() {
            word if WORDS.contains(&word) => true,
            "$ref" => {
                let pointer = wanted.as_str().unwrap().trim_start_matches('#');
                check(root, root.pointer(pointer).unwrap(), value, at, found);
                true
            }
            "type" => is_type(wanted, value),
            "const" => wanted == value,
            "enum" => wanted.as_array().unwrap().contains(value),
            "minimum" => value.as_f64().is_none_or(|n| n >= wanted.as_f64().unwrap()),
            "maximum" => value.as_f64().is_none_or(|n| n <= wanted.as_f64().unwrap()),
            "anyOf" | "oneOf" => wanted.as_array().unwrap().iter().any(|choice| {
                let mut faults = Vec::new();
                check(root, choice, value, at, &mut faults);
                faults.is_empty()
            }),
            "required" => value.as_object().is_none_or(|object| {
                let keys = wanted.as_array().unwrap();
                keys.iter()
                    .all(|key| object.contains_key(key.as_str().unwrap()))
            }),
            "properties" => {
                for (key, member) in value.as_object().into_iter().flatten() {
                    match wanted.get(key) {
                        Some(rules) => check(root, rules, member, &format!("{at}/{key}"), found),
                        None => found.push(format!("{at}/{key} is not in the schema")),
                    }
                }
                true
            }
            "items" => {
                for (i, item) in value.as_array().into_iter().flatten().enumerate() {
                    check(root, wanted, item, &format!("{at}/{i}"), found);
                }
                true
            }
            _ => false,
        };
        if !kept {
            found.push(format!("{at}: {value} breaks {rule} {wanted}"));
        }
    }
}

fn is_type(wanted: &Value, value: &Value) -> bool {
    let is = |name: &str| match name {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        "number" => value.is_number(),
        "integer" => value.is_u64() || value.is_i64(),
        _ => false,
    };
    match wanted {
        Value::Array(names) => names.iter().any(|name| is(name.as_str().unwrap())),
        name => is(name.as_str().unwrap()),
    }
}
