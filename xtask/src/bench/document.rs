//! Documents to measure with: made, so that they are of any size, and the same every time.

/// How many resources have the mistake of [`MISTAKE`]: one in this many.
const MISTAKE_EVERY: usize = 50;

/// How many schemas refer to each other in a row; the first refers to itself. Some checkers take time for longer rows that no
/// author writes.
const CHAIN: usize = 10;

/// An Xtension of at least `size` bytes, pretty-printed as most people's tools do it.
///
/// It holds what real ones hold: security, parameters, responses and schemas, each used by reference, help for people
/// and a few of Nintex's extensions. One resource in [`MISTAKE_EVERY`] asks for the access token in a parameter.
pub(crate) fn of_size(size: usize) -> String {
    let mut paths = String::new();
    let mut definitions = String::new();
    let mut index = 0;
    while index == 0 || HEAD.len() + paths.len() + definitions.len() < size {
        let separator = if index == 0 { "" } else { "," };
        let previous = if index % CHAIN == 0 { index } else { index - 1 };
        let mistake = if index % MISTAKE_EVERY == 0 { MISTAKE } else { "" };
        paths += separator;
        paths += &PATHS.replace("{mistake}", mistake).replace("{n}", &index.to_string());
        definitions += separator;
        definitions += &DEFINITIONS.replace("{n}", &index.to_string()).replace("{previous}", &previous.to_string());
        index += 1;
    }
    format!("{HEAD}\n  \"paths\": {{{paths}\n  }},\n  \"definitions\": {{{definitions}{ERROR}\n  }}\n}}\n")
}

const HEAD: &str = r##"{
  "swagger": "2.0",
  "info": {
    "title": "Warehouse",
    "description": "Orders, shipments and stock of the warehouse",
    "version": "1.4.0"
  },
  "host": "api.warehouse.example.com",
  "basePath": "/v1",
  "schemes": [
    "https"
  ],
  "consumes": [
    "application/json"
  ],
  "produces": [
    "application/json"
  ],
  "securityDefinitions": {
    "warehouse": {
      "type": "oauth2",
      "flow": "accessCode",
      "authorizationUrl": "https://login.warehouse.example.com/oauth2/authorize",
      "tokenUrl": "https://login.warehouse.example.com/oauth2/token",
      "scopes": {
        "stock.read": "See what is in stock",
        "stock.write": "Change what is in stock",
        "offline_access": "Stay signed in"
      }
    }
  },
  "security": [
    {
      "warehouse": [
        "stock.read",
        "stock.write",
        "offline_access"
      ]
    }
  ],
  "parameters": {
    "page": {
      "name": "page",
      "in": "query",
      "description": "Number of the page, from 1 on",
      "type": "integer",
      "format": "int32",
      "minimum": 1,
      "default": 1
    }
  },
  "responses": {
    "notFound": {
      "description": "There is no such thing",
      "schema": {
        "$ref": "#/definitions/error"
      }
    }
  },"##;

const PATHS: &str = r##"
    "/stock{n}": {
      "get": {
        "summary": "List stock {n}",
        "description": "Lists what is on the shelves of hall {n}, the newest first",
        "operationId": "listStock{n}",
        "tags": [
          "Hall {n}"
        ],
        "parameters": [{mistake}
          {
            "$ref": "#/parameters/page"
          },
          {
            "name": "state",
            "in": "query",
            "description": "Only what is in this state",
            "x-ntx-summary": "State",
            "required": false,
            "type": "string",
            "enum": [
              "ordered",
              "there",
              "sold"
            ],
            "default": "there"
          }
        ],
        "responses": {
          "200": {
            "description": "What is in stock",
            "schema": {
              "type": "array",
              "items": {
                "$ref": "#/definitions/stock{n}"
              }
            }
          }
        }
      },
      "post": {
        "summary": "Add to stock {n}",
        "description": "Puts one more thing on the shelves of hall {n}",
        "operationId": "addStock{n}",
        "tags": [
          "Hall {n}"
        ],
        "parameters": [
          {
            "name": "body",
            "in": "body",
            "description": "What comes to the shelves",
            "required": true,
            "schema": {
              "$ref": "#/definitions/stock{n}"
            }
          }
        ],
        "responses": {
          "201": {
            "description": "It is there",
            "schema": {
              "$ref": "#/definitions/stock{n}"
            }
          }
        }
      }
    },
    "/stock{n}/{id}": {
      "get": {
        "summary": "Find in stock {n}",
        "description": "Finds one thing on the shelves of hall {n}",
        "operationId": "findStock{n}",
        "tags": [
          "Hall {n}"
        ],
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "description": "The number on the label",
            "x-ntx-summary": "Number",
            "required": true,
            "type": "string"
          }
        ],
        "responses": {
          "200": {
            "description": "The thing",
            "schema": {
              "$ref": "#/definitions/stock{n}"
            }
          },
          "404": {
            "$ref": "#/responses/notFound"
          }
        }
      },
      "put": {
        "summary": "Change stock {n}",
        "description": "Changes one thing on the shelves of hall {n}",
        "operationId": "changeStock{n}",
        "tags": [
          "Hall {n}"
        ],
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "description": "The number on the label",
            "x-ntx-summary": "Number",
            "required": true,
            "type": "string"
          },
          {
            "name": "body",
            "in": "body",
            "description": "What it is from now on",
            "required": true,
            "schema": {
              "$ref": "#/definitions/stock{n}"
            }
          }
        ],
        "responses": {
          "204": {
            "description": "It is changed"
          },
          "404": {
            "$ref": "#/responses/notFound"
          }
        }
      }
    }"##;

/// A parameter for what the connection sends by itself.
const MISTAKE: &str = r#"
          {
            "name": "Authorization",
            "in": "header",
            "description": "Bearer and the access token",
            "required": true,
            "type": "string"
          },"#;

const DEFINITIONS: &str = r##"
    "stock{n}": {
      "type": "object",
      "description": "One thing in hall {n}",
      "required": [
        "id",
        "name"
      ],
      "properties": {
        "id": {
          "type": "string",
          "description": "The number on the label",
          "example": "A-{n}-0042"
        },
        "name": {
          "type": "string",
          "title": "Name",
          "description": "What it is called – in the customer's words",
          "maxLength": 200
        },
        "amount": {
          "type": "integer",
          "format": "int32",
          "minimum": 0
        },
        "price": {
          "type": "number",
          "format": "double",
          "example": 12.5
        },
        "ordered": {
          "type": "string",
          "format": "date-time"
        },
        "labels": {
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "place": {
          "type": "object",
          "properties": {
            "hall": {
              "type": "integer",
              "format": "int32",
              "default": {n}
            },
            "shelf": {
              "type": "string",
              "pattern": "^[A-Z][0-9]{3}$"
            }
          }
        },
        "replaces": {
          "$ref": "#/definitions/stock{previous}"
        }
      }
    }"##;

const ERROR: &str = r#",
    "error": {
      "type": "object",
      "properties": {
        "message": {
          "type": "string"
        }
      }
    }"#;

#[cfg(test)]
mod tests {
    use super::of_size;

    #[test]
    fn a_document_is_as_large_as_asked_and_not_much_larger() {
        for size in [6_000, 400_000] {
            let length = of_size(size).len();
            assert!((size..size + 6_000).contains(&length), "{length} bytes where {size} were asked for");
        }
    }

    #[test]
    fn a_resource_is_named_by_its_number_everywhere() {
        let document = of_size(20_000);
        for blank in ["{n}", "{previous}", "{mistake}"] {
            assert!(!document.contains(blank), "{blank}");
        }
        assert!(document.contains("#/definitions/stock1\""));
    }
}
