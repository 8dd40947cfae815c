//! The rules: one file each, in the folder of the object that they find fault with.
//!
//! A rule reads the document and reports; it never fails, and knows no other rule. Its doc comment is its page in the
//! reference and its test. CONTRIBUTING.md says how to add one.

mod connection_questions;
mod cycles;
mod destination;
mod doubled_credential;
mod draft;
#[cfg(test)]
mod example;
mod findings;
mod gateway;
mod helpers;
mod media_types;
mod oauth;
mod operation_names;
mod other_kind;
mod page;
mod pasted_address;
mod path_templates;
mod problems;
mod relocation;
mod render_version;
mod required_list;
mod rule;
mod scopes;
mod server;
mod sign_in;
mod skeleton;
mod syntax;
mod templates;
mod token_call;
mod values;
mod wording;

pub(crate) use findings::Findings;
pub use page::{BadExample, FixExample, Page};
pub use rule::Rule;
use rule::{rule, rules};

rules! {
    document {
        actions_all_hidden,
        basepath_format,
        basepath_in_path,
        basepath_template,
        definitions_unused,
        field_label_missing,
        graph_version,
        host_format,
        host_missing,
        host_placeholder_sample,
        host_private,
        info_missing,
        info_title_name,
        k2_address,
        label_punctuation,
        markdown_script,
        redirect_url_text,
        root_key_misplaced,
        salesforce_instance_host,
        scheme_unsuitable,
        secret_literal,
        swagger_version,
        tag_repeated,
        too_many_actions,
    }
    extension {
        connection_properties_repeated,
        connection_property_unused,
        dynamic_field_conflict,
        files_with_render_version,
        gateway_incomplete,
        helper_answer_mismatch,
        helper_argument_mismatch,
        helper_argument_missing,
        helper_changes_data,
        helper_circular,
        helper_shown,
        helper_undefined,
        helper_without_security,
        initial_name_undefined,
        initial_not_stored,
        label_empty,
        ntx_foreign,
        ntx_host_format,
        ntx_host_same_path,
        ntx_misplaced,
        ntx_oneof_shape,
        ntx_placeholder_braces,
        ntx_placeholder_undefined,
        ntx_placeholder_where,
        ntx_unknown,
        ntx_visibility_value,
        ntx_without_effect,
        option_mismatch,
        render_version_missing,
        sublabel_long,
    }
    json {
        json_bad_escape,
        json_bad_number,
        json_byte_order_mark,
        json_comment,
        json_concatenation,
        json_control_character,
        json_document_in_string,
        json_duplicate_key,
        json_ellipsis,
        json_empty,
        json_escaped_document,
        json_foreign_literal,
        json_invisible_character,
        json_merge_conflict,
        json_missing_braces,
        json_missing_closer,
        json_missing_colon,
        json_missing_comma,
        json_missing_name,
        json_missing_opener,
        json_missing_value,
        json_not_json,
        json_odd_white_space,
        json_quote_in_string,
        json_single_quotes,
        json_stray_character,
        json_surplus_closer,
        json_surplus_comma,
        json_text_after,
        json_text_before,
        json_too_deep,
        json_trailing_comma,
        json_typographic_quotes,
        json_unclosed_string,
        json_unopened_string,
        json_unquoted,
        json_wrong_closer,
        json_wrong_colon,
        json_wrong_comma,
        json_wrong_opener,
    }
    media_type {
        media_type_malformed,
        media_type_unsupported,
    }
    operation {
        body_in_get,
        event_unavailable,
        form_media_type,
        k2_odata_version,
        k2_operation_reserved,
        operation_deprecated,
        operation_id_characters,
        operation_id_missing,
        operation_id_unique,
        operation_label_long,
        operation_label_missing,
        operation_label_repeated,
        response_success_missing,
        security_missing,
        token_endpoint_as_action,
    }
    parameter {
        body_duplicate,
        body_with_form,
        collection_format_without_array,
        k2_input_unfit,
        param_apikey_duplicate,
        param_authorization_alone,
        param_authorization_header,
        param_duplicate,
        param_hidden_required,
        param_media_type_header,
        param_name_malformed,
        param_reserved_name,
        param_secret_in_form,
        param_single_enum,
        path_param_required,
    }
    path {
        path_ambiguous,
        path_character,
        path_equivalent,
        path_fragment,
        path_leading_slash,
        path_param_unused,
        path_query,
        path_template_malformed,
        path_template_repeated,
        path_template_undeclared,
        path_variable_notation,
    }
    reference {
        ref_circular,
        ref_siblings,
        ref_unresolved,
    }
    response {
        response_code,
        response_example_media_type,
        response_schema_missing,
        response_schema_unused,
    }
    schema {
        allof_cycle,
        array_items_missing,
        default_in_object,
        default_mismatch,
        discriminator_undefined,
        enum_mismatch,
        example_mismatch,
        file_type_misplaced,
        format_mismatch,
        items_type_missing,
        limit_without_effect,
        limits_contradict,
        pattern_invalid,
        property_name_blank,
        required_boolean,
        required_cycle,
        required_name_undefined,
        required_read_only,
        type_list,
    }
    security_definition {
        application_flow_unsuitable,
        auth_one_type,
        auth_type_unsupported,
        bearer_unexplained,
        connection_validation_unsuitable,
        entra_scope_wrong_resource,
        entra_tenant_unknown,
        k2_auth_type,
        oauth_application_scope,
        oauth_authorization_url,
        oauth_flow_unsupported,
        oauth_flow_v3_name,
        oauth_offline_access,
        oauth_scope_joined,
        oauth_scope_unused,
        oauth_scopes_missing,
        oauth_token_url,
        oauth_url_outdated,
        oauth_url_unsuitable,
        oauth_urls_mixed,
        security_unused,
    }
    security_requirement {
        oauth_scope_undeclared,
        security_alternatives,
        security_repeated,
        security_scope_without_oauth,
        security_undefined,
    }
    shape {
        malformed_text,
        misplaced_key,
        missing_key,
        openapi3_leftover,
        repeated_item,
        too_few_items,
        unknown_key,
        value_not_allowed,
        wrong_type,
    }
}
