package fr.socle.psc.service;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Scopes of Pro Santé Connect. */
public final class Scopes {
  /** {@code scopes_supported}, psc.md 1.2 (S: DISC). */
  public static final List<String> KNOWN =
      List.of(
          "openid",
          "microprofile-jwt",
          "rpps",
          "referentiel",
          "web-origins",
          "basic",
          "identity",
          "acr",
          "offline_access",
          "eidas1",
          "profile",
          "roles",
          "email",
          "scope_all",
          "phone",
          "interop",
          "scope_1",
          "address",
          "scope_2",
          "eidas2");

  private Scopes() {}

  /**
   * Scope granted for the one asked: {@code openid scope_all} gives {@code openid profile scope_all
   * identity}, psc.md 3.3 (S: CACHE).
   */
  public static String granted(String asked) {
    Set<String> words = new LinkedHashSet<>(List.of(asked.trim().split(" +")));
    Set<String> granted = new LinkedHashSet<>();
    if (words.remove("openid")) {
      granted.add("openid");
    }
    granted.add("profile");
    granted.addAll(words);
    granted.add("identity");
    granted.remove("");
    return String.join(" ", granted);
  }

  /** Whether a granted scope holds a word. */
  static boolean holds(String scope, String word) {
    return List.of(scope.split(" ")).contains(word);
  }
}
