package fr.socle.lps.identite;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The records of the practice. Finding is thread-safe; a record itself is not. */
public final class Dossiers {

  private final Map<String, Dossier> records = new ConcurrentHashMap<>();

  /** Opens a new, provisional record. */
  public Dossier create(Traits traits, Set<IdentityAttribute> attributes) {
    Dossier dossier = new Dossier(UUID.randomUUID().toString(), traits, attributes);
    records.put(dossier.id(), dossier);
    return dossier;
  }

  public Optional<Dossier> find(String id) {
    return Optional.ofNullable(records.get(id));
  }

  public void forgetAll() {
    records.clear();
  }
}
