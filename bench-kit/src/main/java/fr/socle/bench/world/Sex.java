package fr.socle.bench.world;

/** Sex of a strict identity: F or M only. Names are the codes on the wire (insi.md 2.4). */
public enum Sex {
  /** Female. */
  F,
  /** Male. */
  M;

  /** The other one. */
  public Sex other() {
    return this == F ? M : F;
  }
}
