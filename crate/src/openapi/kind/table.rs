//! The kinds, with what to do about each.

use super::Offer::{Convert, Explain, New, Sample, Schema};
use super::{Offer, OtherKind};

macro_rules! kinds {
    ($($constant:ident $id:literal is $name:literal $next:literal $($offer:ident)?;)+) => {
        $(pub(super) static $constant: OtherKind =
            OtherKind { id: $id, name: $name, next: $next, offer: kinds!(@ $($offer)?) };)+
        /// All kinds.
        pub static KINDS: &[&OtherKind] = &[$(&$constant),+];
    };
    (@) => { None::<Offer> };
    (@ $offer:ident) => { Some($offer) };
}

kinds! {
    EMPTY "empty" is "nothing at all"
        "Paste or open the file that describes the service, or begin a new Xtension." New;
    OPENAPI3 "openapi3" is "OpenAPI 3"
        "It has to be converted to OpenAPI 2.0: the checker can do that, and names what is lost." Convert;
    OPENAPI3_YAML "openapi3-yaml" is "OpenAPI 3 in YAML"
        "It has to be converted to OpenAPI 2.0 in JSON: the checker can do that, and names what is lost." Convert;
    YAML "yaml" is "OpenAPI 2.0 in YAML"
        "It has to be converted to JSON: the checker can do that, and nothing is lost." Convert;
    POSTMAN "postman-collection" is "a Postman collection"
        "The checker can make an Xtension of it, and names what is not carried over." Convert;
    POSTMAN_1 "postman-collection-v1" is "a Postman collection in the old format v1"
        "Import it into Postman and export it again as Collection v2.1: the checker can make an Xtension of that.";
    POSTMAN_ENVIRONMENT "postman-environment" is "a Postman environment"
        "It has values and no requests. Export the collection that it belongs to: the checker can make an Xtension of that.";
    INSOMNIA "insomnia" is "an export of Insomnia"
        "Look for the service's description in OpenAPI 2.0 or 3. Or import this into Postman and export a collection: the checker can make an Xtension of that.";
    OTHER_CLIENT "other-client" is "an export of a program for requests"
        "Look for the service's description in OpenAPI 2.0 or 3. Or import this into Postman and export a collection: the checker can make an Xtension of that.";
    HAR "har" is "a browser's recording of requests (HAR)"
        "Look for the service's description in OpenAPI 2.0 or 3. Or import this into Postman and export a collection: the checker can make an Xtension of that.";
    REQUEST "request" is "a request, as a command (such as cURL) or as it is sent"
        "Import it into Postman and export a collection: the checker can make an Xtension of that. Or begin a new Xtension with its address." New;
    ADDRESS "address" is "an address"
        "Open it in a browser: what Nintex imports is the text that it leads to.";
    POWER_PLATFORM "power-platform-properties" is "the apiProperties.json of a Power Platform connector"
        "Open the apiDefinition.swagger.json that lies beside it: that is OpenAPI 2.0.";
    POWER_AUTOMATE "power-automate-flow" is "a flow of Power Automate"
        "A flow uses services and describes none: look for the description of the service that it calls.";
    WORKFLOW "nintex-workflow" is "a Nintex workflow"
        "A workflow uses Xtensions, and Nintex has changed what stands of them in it: open the file that was imported as the Xtension.";
    AZURE "azure-template" is "a template of Azure"
        "It sets services up and describes none: look for the description of the service in OpenAPI 2.0 or 3.";
    GOOGLE "google-discovery" is "a discovery document of Google"
        "Look for the same service in OpenAPI 2.0 or 3: public collections of API descriptions have it.";
    SWAGGER_1 "swagger1" is "Swagger 1, the format before OpenAPI 2.0"
        "Look for a newer description of the service, in OpenAPI 2.0 or 3.";
    RAML "raml" is "RAML"
        "Export it from its tool as OpenAPI 2.0 or 3, or ask the service for such a description.";
    BLUEPRINT "api-blueprint" is "API Blueprint"
        "Export it from its tool as OpenAPI 2.0 or 3, or ask the service for such a description.";
    IO_DOCS "io-docs" is "a description for I/O Docs"
        "Look for a newer description of the service, in OpenAPI 2.0 or 3.";
    OTHER_DESCRIPTION "other-description" is "a description of another kind, such as OpenRPC, Arazzo or an Overlay"
        "Look for the service's description in OpenAPI 2.0 or 3.";
    WSDL "wsdl" is "WSDL, which describes a SOAP service"
        "An Xtension calls services that take JSON or forms: ask for such an interface of the service, and its description in OpenAPI 2.0 or 3.";
    WADL "wadl" is "WADL"
        "Look for the service's description in OpenAPI 2.0 or 3.";
    ODATA "odata-metadata" is "the metadata of an OData service"
        "Look for the service's description in OpenAPI 2.0 or 3, or begin a new Xtension with the addresses that you need." New;
    XML "xml" is "XML"
        "Look for the service's description in OpenAPI 2.0 or 3, in JSON or YAML.";
    HTML "html" is "a web page (HTML)"
        "Download the file itself, not the page that shows it. Where a sign-in page comes instead, sign in first.";
    ASYNCAPI "asyncapi" is "AsyncAPI, which describes messages"
        "Nintex calls services over HTTP: look for the service's description in OpenAPI 2.0 or 3.";
    GRAPHQL "graphql" is "GraphQL"
        "Nintex calls such a service like any other: by an Xtension with an action that posts a query to its address." New;
    JSON_SCHEMA "json-schema" is "a JSON Schema"
        "It describes data and no calls: it can become what an action of an Xtension sends or gets." Schema;
    OPENID "openid-configuration" is "a provider's OpenID configuration"
        "Its `authorization_endpoint` and `token_endpoint` belong in the security definition of an Xtension.";
    KEY_FILE "key-file" is "a file with keys"
        "It is a secret and belongs in no Xtension: keep it to yourself, and look for the service's description.";
    TOKEN "token" is "an answer with an access token"
        "It is a secret and belongs in no Xtension: Nintex gets tokens itself, with what the security definition says.";
    PACKAGE "package" is "a file of Node.js, such as package.json"
        "Open the file that describes the service, in OpenAPI 2.0 or 3.";
    ERROR "error-message" is "an error message"
        "See what it means, and check the file that it is about." Explain;
    SAMPLE "sample" is "data, as a service sends or answers it"
        "It describes no calls: it can become what an action of an Xtension sends or gets." Sample;
    FRAGMENT "fragment" is "a part of an OpenAPI 2.0 document"
        "It needs the rest of a document around it, which the checker can put there.";
    FRAGMENT_YAML "fragment-yaml" is "a part of an OpenAPI 2.0 document, in YAML"
        "It has to be converted to JSON, and needs the rest of a document around it: the checker can do both." Convert;
    OTHER_YAML "other-yaml" is "YAML that describes no service"
        "Open the file that describes the service, in OpenAPI 2.0 or 3.";
    CODE "code" is "program code"
        "Open the file that describes the service, in OpenAPI 2.0 or 3: what makes it often has a command that writes it.";
    ARCHIVE "archive" is "a ZIP archive, read as text"
        "Unpack it, and open the JSON file that is in it.";
    BINARY "binary" is "a picture, a document or a program, read as text"
        "Open the file that describes the service, in OpenAPI 2.0 or 3.";
    WIDE "utf-16" is "text in UTF-16, read as something else"
        "Save it as UTF-8: most editors ask for the encoding when they save.";
    PROSE "prose" is "plain text"
        "Open the file that describes the service, or begin a new Xtension." New;
}
