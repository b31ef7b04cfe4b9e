package fr.socle.lps.dmp.client;

/** A link between two entries. */
public record Link(String type, String source, String target) {

  /** Whether its source replaces its target. */
  public boolean replaces() {
    return type.endsWith(":RPLC");
  }
}
