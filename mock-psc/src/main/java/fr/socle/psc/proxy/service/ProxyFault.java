package fr.socle.psc.proxy.service;

import java.util.List;

/** Faults of the Proxy e-Santé; the last four put an API to the test. */
public enum ProxyFault {
  SESSION_PERDUE(
      "proxy-session-perdue", "Le proxy ne connaît plus la session du cookie : il répond 401.", ""),
  JETON_PSC(
      "proxy-jeton-psc",
      "Le proxy présente à l'API le jeton de Pro Santé Connect tel quel : elle doit le refuser.",
      ""),
  AUTRE_CERTIFICAT(
      "proxy-autre-certificat",
      "Le proxy change de certificat entre l'échange et l'appel métier (identite=organisation par"
          + " défaut) : l'API doit refuser.",
      "identite"),
  AUTRE_SCOPE(
      "proxy-autre-scope",
      "Le proxy demande d'autres scopes que ceux de l'API (scope=…) : l'API doit refuser l'appel.",
      "scope"),
  SANS_RAFRAICHIR(
      "proxy-sans-rafraichir",
      "Le proxy échange le jeton de Pro Santé Connect tel qu'il est, même expiré : l'échange doit"
          + " être refusé.",
      "");

  private final String label;
  private final String description;
  private final String parameter;

  ProxyFault(String label, String description, String parameter) {
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
