package fr.socle.psc.exchange.service;

import java.util.List;

/** Faults of the authorization servers of the APIs, psc.md 6 item 10. */
public enum ApiFault {
  SERVEUR_INDISPONIBLE(
      "api-serveur-indisponible", "Le serveur d'autorisation de l'API répond 503.", ""),
  INTROSPECTION_INACTIVE(
      "echange-jeton-inactif",
      "L'échange est refusé comme si Pro Santé Connect disait le jeton inactif.",
      ""),
  SCOPE_REFUSE("echange-scope-refuse", "L'échange est refusé : scope interdit à ce client.", ""),
  EMETTEUR_INCONNU(
      "echange-emetteur-inconnu", "L'échange est refusé : subject_issuer inconnu.", ""),
  CNF_ABSENT("api-cnf-absent", "Le jeton d'API ne porte pas de cnf.", ""),
  CNF_HEXADECIMAL(
      "api-cnf-hexadecimal",
      "Le cnf du jeton d'API est écrit en base64 de l'hexadécimal, et non comme la RFC 8705.",
      ""),
  JETON_BREF(
      "api-jeton-bref", "Le jeton d'API expire après une seconde (secondes=1 à 60).", "secondes"),
  JETON_REFUSE("api-jeton-refuse", "L'API répond 401 à un jeton d'API pourtant valable.", "");

  private final String label;
  private final String description;
  private final String parameter;

  ApiFault(String label, String description, String parameter) {
    this.label = label;
    this.description = description;
    this.parameter = parameter;
  }

  /** Its name in the control API. */
  public String label() {
    return label;
  }

  /** What it does, French. */
  public String description() {
    return description;
  }

  /** Names of its parameters. */
  public List<String> parameters() {
    return parameter.isEmpty() ? List.of() : List.of(parameter);
  }
}
