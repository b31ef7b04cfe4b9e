package fr.socle.features.etapes;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the DMP of a patient is before a scenario: whether it is there, and what links the doctor.
 */
enum DmpSituation {
  OPEN("ouvert au médecin", "ouvert", "VALIDE"),
  NOT_AUTHORIZED("ouvert, sans autorisation pour le médecin", "ouvert", "NON_EXISTE"),
  EXPIRED("ouvert, l'autorisation du médecin ayant expiré", "ouvert", "EXPIRE"),
  BLOCKED("ouvert, mais le médecin y est bloqué", "ouvert", "INTERDIT"),
  CLOSED("fermé", "ferme", null),
  ABSENT("absent", "absent", null);

  private final String words;
  private final String preset;
  private final @Nullable String authorization;

  DmpSituation(String words, String preset, @Nullable String authorization) {
    this.words = words;
    this.preset = preset;
    this.authorization = authorization;
  }

  static DmpSituation of(String words) {
    return Arrays.stream(values())
        .filter(one -> one.words.equals(words))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(words));
  }

  String words() {
    return words;
  }

  /** Name of the preset of the control API. */
  String preset() {
    return preset;
  }

  /** State of the doctor's authorisation; nothing to say of it when absent. */
  @Nullable String authorization() {
    return authorization;
  }
}
