package fr.socle.psc.service.ciba;

/** What somebody does with a login that asks for his phone or card (psc.md 6, item 1). */
public enum Reaction {
  /** Compares the number, accepts and authenticates. */
  ACCEPTER("accepter"),
  /** Refuses. */
  REFUSER("refuser"),
  /** Sees another number than the one of the software, or picks another one. */
  AUTRE_NUMERO("autre-numero"),
  /** Never answers, also when asked later. */
  IGNORER("ignorer"),
  /** The phone cannot be reached: the request itself is refused. */
  ETEINT("eteint"),
  /** Nothing was said in advance: somebody answers later, or nobody. */
  PERSONNE("personne");

  private final String label;

  Reaction(String label) {
    this.label = label;
  }

  /** Its word in the control API. */
  public String label() {
    return label;
  }

  /** Whether it is an answer to a request, which can come some time after it. */
  public boolean isAnswer() {
    return this == ACCEPTER || this == REFUSER || this == AUTRE_NUMERO;
  }
}
