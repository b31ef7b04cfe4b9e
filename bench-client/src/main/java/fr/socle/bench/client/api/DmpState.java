package fr.socle.bench.client.api;

import java.util.List;

/**
 * The DMP of a space: the records something was said about, by INS.
 *
 * @param dossiers the records, a thousand at most
 * @param cut whether there are more
 */
public record DmpState(List<DmpDossier> dossiers, boolean cut) {
  /** Copies the list. */
  public DmpState {
    dossiers = List.copyOf(dossiers);
  }
}
