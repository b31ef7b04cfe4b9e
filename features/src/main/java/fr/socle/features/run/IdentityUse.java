package fr.socle.features.run;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What users do with identities all day, and what the report says the price of. A scenario plays
 * one by the tag {@code @usage:<name>}; {@link #SLOW} says that INSi is slow in it. A use case that
 * is added here needs a scenario of each.
 */
public enum IdentityUse {
  QUALIFIER("qualifier", "Créer un dossier et qualifier l'identité par ses traits"),
  VITALE("vitale", "Retrouver un patient avec sa carte Vitale"),
  PLUSIEURS_PRENOMS("plusieurs-prenoms", "Retrouver un patient connu sous un autre prénom"),
  HOMONYME("homonyme", "Départager deux homonymes par le lieu de naissance"),
  INCONNU("inconnu", "Apprendre qu'INSi ne connaît pas le patient"),
  REQUALIFIER("requalifier", "Requalifier une identité reçue qualifiée"),
  RETROGRADER("retrograder", "Qualifier une identité, puis la rétrograder");

  /** Tag of the scenarios in which INSi answers late. */
  static final String SLOW = "@insi-lent";

  /** How late, in milliseconds. */
  public static final int LATENCY_MS = 3000;

  private static final String PREFIX = "@usage:";

  private final String id;
  private final String title;

  IdentityUse(String id, String title) {
    this.id = id;
    this.title = title;
  }

  String id() {
    return id;
  }

  String title() {
    return title;
  }

  /** The tag of the scenarios that play it. */
  String tag() {
    return PREFIX + id;
  }

  /** Whether a tag names a use case, known or not. */
  static boolean isNamedBy(String tag) {
    return tag.startsWith(PREFIX);
  }

  /** The use case that a scenario with these tags plays, if it plays one. */
  static Optional<IdentityUse> of(Collection<String> tags) {
    return Stream.of(values()).filter(use -> tags.contains(use.tag())).findFirst();
  }
}
