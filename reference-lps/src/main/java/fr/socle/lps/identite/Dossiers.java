package fr.socle.lps.identite;

import fr.socle.lps.mutant.Defects;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The records of the practice. Finding is thread-safe; a record itself is not. */
public final class Dossiers {

  private final Map<String, Dossier> records = new ConcurrentHashMap<>();
  private final Defects defects;

  public Dossiers(Defects defects) {
    this.defects = defects;
  }

  /** Opens a new, provisional record. */
  public Dossier create(Traits traits, Set<IdentityAttribute> attributes) {
    Dossier dossier = new Dossier(UUID.randomUUID().toString(), traits, attributes, defects);
    records.put(dossier.id(), dossier);
    return dossier;
  }

  public Optional<Dossier> find(String id) {
    return Optional.ofNullable(records.get(id));
  }

  public List<Dossier> all() {
    return List.copyOf(records.values());
  }

  public void forgetAll() {
    records.clear();
  }
}
