use super::*;

/// A text in which the secrets are marked «so»: no such key is in use.
#[track_caller]
fn assert_found(marked: &str) {
    let text = marked.replace(['«', '»'], "");
    let wanted: Vec<&str> = marked.split('«').skip(1).filter_map(|rest| Some(rest.split_once('»')?.0)).collect();
    let found: Vec<&str> = secrets(&text).iter().map(|secret| secret.span.of(&text)).collect();
    assert_eq!(found, wanted, "{text}");
}

#[test]
fn keys_are_known_by_their_shape() {
    assert_found("the key is «AKIAQ7RT2ZLM9W4KXN3B».");
    assert_found("\"«ghp_9fK2mQ7vTz4LxW8bNc3RyH6pJd1sGa0eUo5i»\"");
    assert_found("«sk_live_9fK2mQ7vTz4LxW8bNc3R» and «xoxb-914205738261-Kq8vT2mZr5LxW7bN»");
    let token = "eyJhbGciOiJIUzI1NiJ9.eyJvaWQiOiI3ZjNhOTFiYyIsInJvbGUiOiJyb290In0.r8Kq2vT9mZ4LxW7bNc3RyH6pJd1s";
    assert_found(&format!("Bearer «{token}»"));
    assert_found(
        "-----BEGIN RSA PRIVATE KEY-----«\\nMIIEowIBAAKCAQEAr8Kq2vT9mZ4LxW7bNc3RyH6pJd1sQf5uYg0eKo7iPa\\n»-----END",
    );
}

#[test]
fn keys_are_known_by_what_is_around_them() {
    assert_found("/people?page=2&code=«r8Kq2vT9mZ4LxW7bNc3RyH6pJd1sQf5uYg==»&x=1");
    assert_found("https://api.example.com/a?api_key=«8f14e45fceea167a5a36dedd4bea2543»\"");
    assert_found("https://a.example.com/b?x=1\\u0026sig=«r8Kq2vT9mZ4%2FLxW7bNc3R»");
    assert_found("https://robot:«Wd7tGx2p»@api.example.com/a");
    assert_found("Authorization: Bearer «r8Kq2vT9mZ4LxW7bNc3RyH6p»");
}

#[test]
fn keys_and_passwords_are_known_in_sentences_and_settings() {
    assert_found("Use the key «9f8e7d6c5b4a39281706f5e4d3c2b1a0» for tests. Password: «Winter2024!»");
    assert_found("The password is «Winter2024!», the API key is `«9f8e7d6c5b4a39281706f5e4d3c2b1a0»`.");
    assert_found("Server=db;User Id=sa;Password=«Pa55w0rd!»;Pwd = «Wd7tGx2p!»");
    assert_found("X-Api-Key: «9f8e7d6c-5b4a39281706f5»");
    assert_found("{\\\"password\\\": \\\"«Winter2024!»\\\", \\\"token\\\":\\\"«r8Kq2vT9mZ4LxW7bNc3RyH6p»\\\"}");
    assert_found("\"«eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIyIn0.qrstuvwxyz012345»\"");
}

#[test]
fn samples_and_names_are_none() {
    for text in [
        "AKIAIOSFODNN7EXAMPLE",
        "?code=YOUR_FUNCTION_KEY_2b4c6d",
        "?code=AbC123",
        "?api_key={apiKey}&key={{key}}",
        "?code=xxxxxxxxxxxxxxxxxxxx",
        "?key=12345678901234567890abc1d2",
        "?next_page_token=r8Kq2vT9mZ4LxW7bNc3RyH6p",
        "?client_id=7f3a91bc-54d2-4c8e-9b1f-2a6d8e0c4f75",
        "https://user:password@example.com",
        "https://{user}:{password1}@api.contoso.com",
        "https://api.example.com:8443/a@b1c2d3",
        "Bearer <token> or Bearer {accessToken12345678}",
        "sk_live_xxxxxxxxxxxxxxxxxxxxxxxx1",
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9",
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIn0.SflKxwRJSMeKKF2QT4fw",
        "-----BEGIN PRIVATE KEY-----\\n...\\n-----END PRIVATE KEY-----",
        "Password: <password>, password: your-password, Password=string, pwd=${PWD1}",
        "The password is required. Password: 8-20 characters, password: base64-encoded, Password: MyPassword1!",
        "Password=abcdefg1, password: ChangeMe1!, Password: ********",
        "the idempotency key 3fa85f64-5717-4562-b3fc-2c963f66afa6",
        "the hash 9f8e7d6c5b4a39281706f5e4d3c2b1a0, the token eyJhbGciOiJIUzI1NiJ9.eyJ.sig",
        "a=b=c://@:=?&",
        "key=key=code==",
    ] {
        assert_found(text);
    }
}

#[test]
fn what_is_looked_at_first_tells_of_all() {
    assert!(SHAPES.iter().all(|shape| shape.0.len() + shape.1 >= SHORTEST));
    assert!(NAMES.iter().all(|name| ENDS.iter().any(|end| name.as_bytes().ends_with(end))));
    assert_eq!(NAMES.iter().map(|name| name.len()).max(), Some(LONGEST_NAME));
}

#[test]
fn names_of_secrets_are_known() {
    for name in ["client_secret", "X-API-Key", "accessToken", "Ocp-Apim-Subscription-Key", "x-functions-key"] {
        assert!(is_secret_name(name), "{name}");
    }
    for name in ["nextPageToken", "client_id", "keyword", "secretary", "description", ""] {
        assert!(!is_secret_name(name), "{name}");
    }
}

#[test]
fn only_the_beginning_of_a_secret_is_shown() {
    assert_eq!(masked("/a?code=r8Kq2vT9mZ4LxW7bNc3R&x=1"), "/a?code=r8Kq…&x=1");
    assert_eq!((mask("é"), mask("abcdefgh"), mask("")), ("…".into(), "ab…".into(), "…".into()));
    assert_eq!(masked("nothing"), "nothing");
}

#[test]
fn stars_move_nothing() {
    let text = "é secret12345678 é";
    assert_eq!(starred(text, &[Span::new(3, 17)]), "é sec*********** é");
    let overlapping = [Span::new(3, 17), Span::new(5, 10), Span::new(18, 95)];
    assert_eq!(starred(text, &overlapping).len(), text.len());
}
